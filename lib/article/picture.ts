/** Pictures of an article: which `img` is one, and where its file is. */
import type { Image } from './document'
import { attribute, query } from './dom'

/** The picture, or null for a spacer, an icon, or one whose address is no file's. Sizes in CSS pixels. */
export const imageOf = (element: Element): Image | null => {
  const src = ['src', 'data-src', 'data-original', 'data-lazy-src']
    .map((name) => attribute(element, name).trim())
    .find((address) => address && !/^(data|blob|javascript):/i.test(address))
  if (!src || src.length > 4_000) return null
  const [width, height] = ['width', 'height'].map((name) => Number(attribute(element, name)) || 0)
  if ((width && width < 80) || (height && height < 80)) return null
  return {
    src,
    alt: attribute(element, 'alt').slice(0, 2_000),
    ...(width && { width }),
    ...(height && { height }),
  }
}

/** A figure that shows a picture and nothing that is read. */
export const holdsPicture = (figure: Element): boolean =>
  !!query(figure, 'img') && !query(figure, 'table, blockquote, pre')
