/** What of an address says which page of an article it is: `?page=2`, `/2/`, `_2.html`. */

/** An address read as one page of an article. */
export interface PageAddress {
  /** Address of the whole, which is its first page's. */
  whole: string
  /** Counted from 1. */
  page: number
}

/** More pages than any article has; what counts higher is an id or a year. */
export const MOST_PAGES = 60

const PARAMETER = /^(page|pages|p|pg|pn|paged|page_?(no|num|number)|pageno)$/i

const countOf = (digits: string): number | null => {
  const page = Number(digits)
  return page >= 1 && page <= MOST_PAGES ? page : null
}

/** `?page=2`, also where it is one of several parameters. Taken apart by hand: see `identity.ts`. */
function byQuery(url: URL): PageAddress[] {
  // `/?p=12` is a post of a blog, not a page of its front page.
  if (url.pathname.length <= 1) return []
  const pairs = url.search.slice(1).split('&')
  return pairs.flatMap((pair, at) => {
    const [name = '', value = ''] = pair.split('=')
    const page = PARAMETER.test(name) && /^\d{1,2}$/.test(value) ? countOf(value) : null
    if (page === null) return []
    const rest = pairs.filter((_, other) => other !== at).join('&')
    return [{ whole: withParts(url, url.pathname, rest), page }]
  })
}

/** `/2026/03/19/` and `diary-2026-03-19.html` are days, whatever a calendar beside them links to. */
const DAY = /(\/(19|20)\d{2}(\/?\d{1,2})?|[/_-](19|20)\d{2}[_-]\d{1,2})\/?(\.\w+)?$/

/** `/2/`, `/page/2/`, `_2.html`: the first page's path has no number, so that 1 is none of these. */
function byPath(url: URL): PageAddress[] {
  const search = url.search.slice(1)
  const last = /^(.+?)(?:\/(?:page|p))?\/(\d{1,2})(\/?)$/i.exec(url.pathname)
  const file = /^(.+[^/_-])[_-](\d{1,2})(\.(?:html?|php|aspx?))?$/i.exec(url.pathname)
  const read = [
    last && { path: `${last[1]}${last[3]}`, page: countOf(last[2] ?? '') },
    file && { path: `${file[1]}${file[3] ?? ''}`, page: countOf(file[2] ?? '') },
  ]
  return read.flatMap((one) =>
    one && one.page !== null && one.page > 1 && !DAY.test(one.path)
      ? [{ whole: withParts(url, one.path, search), page: one.page }]
      : [],
  )
}

function withParts(url: URL, path: string, search: string): string {
  const whole = new URL(url.href)
  whole.pathname = path
  whole.search = search
  return whole.href.replace(/\?$/, '')
}

/**
 * Every way to read an address as a page of an article, the plain one (page 1 of itself) last. Which
 * of them is true only the page can say: see `paging.ts`.
 * @param address whole and cleaned (`canonicalAddress`)
 */
export function readPageAddress(address: string): PageAddress[] {
  if (!URL.canParse(address)) return []
  const url = new URL(address)
  return [...byQuery(url), ...byPath(url), { whole: address, page: 1 }]
}

/** Equal for addresses of one article: a slash at the end names no other, nor does `www`. */
export const wholeKey = (whole: string): string =>
  whole.replace(/^(https?:\/\/)www\./, '$1').replace(/\/(?=$|\?)/, '')
