/**
 * Articles of several pages: which page of how many a page is, and where the others are.
 *
 * Addresses alone prove nothing (`/entry/2` may be the second entry), words alone neither (次へ may
 * lead to the next article). A page is one of several where it points to others whose address is its
 * own but for the page, and says so: by `rel`, by a number that is the address's own, or by a word.
 */
import { attribute, closest, contains, get, plainText, queryAll } from './dom'
import type { Paging } from './extracted'
import { canonicalAddress } from './identity'
import { MOST_PAGES, type PageAddress, readPageAddress, wholeKey } from './page-address'

/** Links that are looked at; a page with more is a list. */
const MOST_LINKS = 4_000

/** What leads on within an article, as pages word it. */
const ONWARD = /^[\s<>«»‹›←→▶▷◀◁()（）]*(次|前|続|つづ|最初|最後|先頭|next|prev|first|last)/i
const NUMBER = /^[\s(（]*(\d{1,2})\s*(ページ目?|頁)?[\s)）]*$/
/** 「1/3ページ」 among few other words; 「(2/3)」 alone. Digits and slash are folded before. */
const OF =
  /(?<!\d)(\d{1,2})\s*(?:ページ目?)?\s*\/\s*全?(\d{1,2})\s*(?:ページ|頁)|^[\s(]*(\d{1,2})\s*\/\s*(\d{1,2})[\s)]*$/

/** Pages of comments are pages of the same address too. */
const COMMENTS = '[class*="comment" i], [id*="comment" i], [aria-label*="コメント"]'

interface Pointer extends PageAddress {
  url: string
  element: Element
  /** It says that it leads to this page: by its number, or that it leads on. */
  said: 'number' | 'rel' | 'word' | null
}

/** What the page points to, read in every way. */
function pointers(document: Document, base: string): Pointer[] {
  const links = queryAll(document, 'link[rel~="next" i], link[rel~="prev" i], a[href]')
  return links.slice(0, MOST_LINKS).flatMap((element) => {
    const href = attribute(element, 'href').trim()
    if (!href || href.startsWith('#') || href.length > 4_000) return []
    const url = canonicalAddress(href, base)
    if (url === null) return []
    return readPageAddress(url).flatMap((read) => {
      const said = sayingOf(element, read.page)
      return said && !closest(element, COMMENTS) ? [{ ...read, url, element, said }] : []
    })
  })
}

function sayingOf(element: Element, page: number): Pointer['said'] {
  const text = plainText(element).normalize('NFKC')
  const number = NUMBER.exec(text)
  if (number) return Number(number[1]) === page ? 'number' : null
  if (/\b(next|prev|previous)\b/i.test(attribute(element, 'rel'))) return 'rel'
  const words = [text, attribute(element, 'aria-label'), attribute(element, 'title')]
  return words.some((one) => ONWARD.test(one.normalize('NFKC'))) ? 'word' : null
}

/** What holds a pager has no room for a text. */
const PAGER = 120

/** The element lies beside one of the links: so does 「2/3」 that counts pages, not pictures. */
function isBeside(element: Element, links: readonly Element[]): boolean {
  let around = get(element, 'parentElement')
  for (let up = 0; up < 3 && around; up++, around = get(around, 'parentElement')) {
    if ((get(around, 'textContent') ?? '').length > PAGER) return false
    const box = around
    if (links.some((link) => contains(box, link))) return true
  }
  return false
}

/** How many pages the text names, a bare 「2/3」 only beside the pager's links; 0 where it names none. */
function toldTotal(document: Document, page: number, links: readonly Element[]): number {
  let total = 0
  for (const element of queryAll(document, 'p, span, div, li, em, strong, small').slice(0, 8_000)) {
    if (get(element, 'childElementCount') > 4) continue
    const text = get(element, 'textContent') ?? ''
    if (text.length > 40) continue
    const [, at, of, bareAt, bareOf] = OF.exec(text.normalize('NFKC').trim()) ?? []
    const told = Number(of ?? bareOf)
    if (Number(at ?? bareAt) !== page || page > told || told > MOST_PAGES) continue
    if (at !== undefined || isBeside(element, links)) total = Math.max(total, told)
  }
  return total
}

/**
 * The paging of an article's page, or null where it is the whole.
 *
 * @param own addresses of this page on its own host: its location, then what it says of itself
 * @returns with it the address that is the same for all of its pages
 */
export function findPaging(
  document: Document,
  own: readonly string[],
): (Paging & { whole: string }) | null {
  const uri = get(document, 'baseURI')
  const [here] = own
  if (here === undefined) return null
  const found = pointers(document, /^https?:/.test(uri) ? uri : here)
  for (const { whole, page } of own.flatMap(readPageAddress)) {
    const key = wholeKey(whole)
    const kin = found.filter((one) => wholeKey(one.whole) === key && one.page !== page)
    // A number in a path is often an id: there the whole must be pointed to, or pages by number.
    const named = own.some((one) => one !== here && wholeKey(one) === key)
    const counted = kin.some(({ page: other, said }) => other === 1 || said === 'number')
    const near = kin.some(
      ({ page: other, said }) => said !== 'word' || Math.abs(other - page) === 1,
    )
    if (kin.length === 0 || !near) continue
    const told = toldTotal(
      document,
      page,
      kin.map(({ element }) => element),
    )
    if (page > 1 && !named && !counted && told === 0) continue
    const urls = new Map(kin.map((one) => [one.page, one.url]))
    urls.set(page, own.find((one) => isPage(one, key, page)) ?? here)
    const first = urls.get(1) ?? whole
    const known = [...urls].sort(([a], [b]) => a - b).map(([at, url]) => ({ page: at, url }))
    const total = Math.max(told, ...urls.keys())
    return { page, total, known, whole: namedWhole(own, key) ?? withoutFirst(first, key) }
  }
  return null
}

const isPage = (address: string, key: string, page: number): boolean =>
  readPageAddress(address).some((read) => read.page === page && wholeKey(read.whole) === key)

/** The whole's address in the page's own words, so that every page of it says the same. */
const namedWhole = (own: readonly string[], key: string): string | undefined =>
  own.find((one) => wholeKey(one) === key)

/** `?page=1` is the first page too; the whole's own address has no number. */
const withoutFirst = (first: string, key: string): string =>
  readPageAddress(first).find((read) => wholeKey(read.whole) === key)?.whole ?? first
