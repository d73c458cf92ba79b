/** Pictures of an article: which `img` is one, and where its file is. */
import type { Image } from './document'
import { attribute, get, query, tagOf } from './dom'

/** A file that stands in until the picture is scrolled to. */
const STAND_IN =
  /^(data|blob|javascript|about):|(^|[/_-])(blank|dummy|loading|loader|spacer|space|placeholder|transparent|trans|lazy|gr[ea]y|clear|pixel|1x1|no-?image|empty)[\w-]*\.(gif|png|svg|jpe?g|webp)([?#]|$)/i
const FILE = /\.(jpe?g|png|gif|webp|avif|bmp)([?#\s,]|$)/i
/** Names under which scripts keep a smaller picture or another one. */
const OTHER =
  /thumb|small|low|tiny|placeholder|preview|default|error|icon|avatar|href|link|title|alt/

const isFile = (address: string): boolean =>
  address !== '' && address.length <= 4_000 && !STAND_IN.test(address)

/** The largest file of a `srcset`. */
function largest(srcset: string): string {
  const files = srcset.split(/,\s+|,(?=https?:|\/)/).map((one) => one.trim().split(/\s+/))
  const sized = files.map(([address = '', size = '1x']) => ({
    address,
    size: parseFloat(size) || 1,
  }))
  return sized.sort((a, b) => b.size - a.size)[0]?.address ?? ''
}

/** What scripts that load pictures late keep in `data-src`, `data-lazy`, `data-echo` and the like. */
function* lateFiles(element: Element): Generator<string> {
  const names: string[] = get(element, 'getAttributeNames').call(element)
  for (const name of names.filter((one) => /^data-/.test(one) && !OTHER.test(one))) {
    const value = attribute(element, name).trim()
    if (/src(set)?$/.test(name) && value) yield largest(value)
    else if (FILE.test(value) && !/\s\S*\s/.test(value)) yield largest(value)
  }
}

/** The picture in the `noscript` beside or around an `img` that a script has yet to fill. */
function withoutScript(element: Element): string {
  const parent = get(element, 'parentElement')
  const beside = [get(element, 'nextElementSibling'), get(element, 'previousElementSibling')]
  const inside =
    parent && /^(figure|picture|a|div|span)$/.test(tagOf(parent)) && query(parent, 'noscript')
  for (const noscript of [...beside, inside || null])
    if (noscript && tagOf(noscript) === 'noscript') {
      const image = query(noscript, 'img')
      const written = get(noscript, 'textContent') ?? ''
      const src = image
        ? attribute(image, 'src')
        : (/<img[^>]+?src\s*=\s*["']?([^"'\s>]+)/i.exec(written)?.[1] ?? '')
      if (src) return src.trim().replace(/&amp;/g, '&')
    }
  return ''
}

function* candidates(element: Element): Generator<[address: string, late: boolean]> {
  for (const file of lateFiles(element)) yield [file, true]
  const src = attribute(element, 'src').trim()
  if (!isFile(src)) yield [withoutScript(element), true]
  yield [src, false]
  yield [largest(attribute(element, 'srcset')), false]
  const parent = get(element, 'parentElement')
  const source = parent && tagOf(parent) === 'picture' ? query(parent, 'source') : null
  if (!source) return
  for (const file of lateFiles(source)) yield [file, true]
  yield [largest(attribute(source, 'srcset')), false]
}

/**
 * The picture, or null for a spacer, an icon, one whose address is no file's, or one that is a link
 * (`link` not empty) to another page. Sizes in CSS pixels.
 */
export const imageOf = (element: Element, link = ''): Image | null => {
  if (link && !leadsToPicture(link)) return null
  const [src, late] = candidates(element).find(([address]) => isFile(address)) ?? []
  if (!src) return null
  const [width, height] = ['width', 'height'].map((name) => Number(attribute(element, name)) || 0)
  if (!late && ((width && width < 80) || (height && height < 80))) return null
  return {
    src,
    alt: attribute(element, 'alt').slice(0, 2_000),
    ...(width && width > 1 && { width }),
    ...(height && height > 1 && { height }),
  }
}

/** A linked picture is the article's where the link leads to it in a larger size, not to another article. */
const leadsToPicture = (link: string): boolean =>
  FILE.test(link) || /photo|image|gallery|pict|zoom|enlarge|expand/i.test(link)
