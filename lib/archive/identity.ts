/** Which saved article a page is: one article under its many addresses. */
import { believed } from '../article/believed'
import type { ExtractedArticle } from '../article/extracted'
import { canonicalAddress, namesPage } from '../article/identity'
import { withoutPage } from '../article/title'
import type { BunmyakuDatabase } from '../db/database'
import type { ArticleRow } from '../db/rows'
import { likeness } from './likeness'

/**
 * An address that can name an article. A bare host names none: sites that put their front page
 * into `og:url` or the canonical link would otherwise be one article each.
 */
export const namesArticle = (address: string): boolean =>
  /^(https?|file):/.test(address) && URL.canParse(address) && namesPage(address)

/** The addresses of a page that can name it, without doubles; the canonical one first. */
export const namingAddresses = (page: { url: string; addresses: readonly string[] }): string[] => [
  ...new Set([page.url, ...page.addresses.filter(namesArticle)]),
]

const withCanonical = (addresses: readonly string[]): string[] => [
  ...new Set([...addresses, ...addresses.flatMap((one) => canonicalAddress(one) ?? [])]),
]

const savedUnder = (db: BunmyakuDatabase, addresses: readonly string[]): Promise<ArticleRow[]> =>
  db.articles
    .where('url')
    .anyOf([...addresses])
    .or('addresses')
    .anyOf([...addresses])
    .distinct()
    .toArray()

const isUnder = (article: ArticleRow, address: string): boolean =>
  article.url === address || article.addresses.includes(address)

/** Best first: what was met at this very place, what has the address, what was saved first. */
const ranked = (articles: ArticleRow[], place: string, url: string): ArticleRow[] => {
  const rank = (article: ArticleRow): number =>
    [
      article.url === place,
      article.url === canonicalAddress(place),
      isUnder(article, place),
      article.url === url,
    ].indexOf(true) >>> 0
  return articles.sort((a, b) => rank(a) - rank(b) || a.savedAt.localeCompare(b.savedAt))
}

/**
 * The article saved under one of these addresses, deleted ones that can still come back included.
 * By the addresses alone: where the page is at hand, `identify` looks at what it says too.
 */
export async function findSaved(
  db: BunmyakuDatabase,
  page: { url: string; addresses: readonly string[] },
): Promise<ArticleRow | undefined> {
  // Also as the extractor would have written them: who asks may have the bare location.
  const found = await savedUnder(db, withCanonical(namingAddresses(page)))
  return ranked(found, page.url, page.url)[0]
}

/** A page under the addresses that are its own, and the article that it is, if that is kept. */
export interface Identified {
  page: ExtractedArticle
  old: ArticleRow | undefined
}

/** Two versions of one article share at least this part of the shorter text; two articles hardly any. */
const VERSION = 0.3
/** The same text, but for a line about the day or the reader. */
const SAME = 0.9

/**
 * Which kept article a page is, told by evidence: addresses say where to look, titles and texts
 * decide. Two pages with other titles and texts are never one, whatever they call themselves: a
 * site may forget its old canonical link, or name pages by what elsewhere tracks readers. And one
 * text under two addresses that differ in parameters alone is one article.
 *
 * @param hash `textHash` of the page
 */
export async function identify(
  db: BunmyakuDatabase,
  input: ExtractedArticle,
  hash: string,
): Promise<Identified> {
  const page = believed(input)
  const place = page.location ?? page.url
  const named = await savedUnder(db, withCanonical(namingAddresses(page)))
  const others: ArticleRow[] = []
  for (const old of ranked(named, place, page.url)) {
    if (!page.location || isPageOf(old, page) || isUnder(old, place)) return { page, old }
    if (await isVersion(db, old, page, place)) return { page, old }
    others.push(old)
  }
  const twin = page.paging ? undefined : await findTwin(db, page, place, hash)
  if (twin) return { page, old: twin }
  return { page: others.length > 0 ? apartFrom(others, page, place) : page, old: undefined }
}

/** A page of several, whose text is another by nature: its pager or its headline leads to the article. */
function isPageOf(old: ArticleRow, { url, title, paging }: ExtractedArticle): boolean {
  if (!paging) return false
  const met = new Set([
    old.url,
    ...old.addresses,
    ...(old.pages?.known ?? []).map((one) => one.url),
  ])
  return (
    [url, ...paging.known.map((one) => one.url)].some((one) => met.has(one)) ||
    bareTitle(old.title) === bareTitle(title)
  )
}

/** An article that was found by an address is this one: their texts, or at one path their titles, agree. */
async function isVersion(
  db: BunmyakuDatabase,
  old: ArticleRow,
  page: ExtractedArticle,
  place: string,
): Promise<boolean> {
  const revision = await db.revisions.get(old.revision)
  if (!revision || likeness(revision.blocks, page.blocks) >= VERSION) return true
  const here = pathOf(canonicalAddress(place))
  const samePath = [old.url, ...old.addresses].some((one) => pathOf(canonicalAddress(one)) === here)
  return samePath && bareTitle(old.title) === bareTitle(page.title)
}

/** The same text, kept under an address that differs in its parameters alone. */
async function findTwin(
  db: BunmyakuDatabase,
  page: ExtractedArticle,
  place: string,
  hash: string,
): Promise<ArticleRow | undefined> {
  const path = pathOf(canonicalAddress(place))
  if (path === '' || page.blocks.length === 0) return undefined
  const near = await db.articles.where('url').startsWith(path).limit(200).toArray()
  for (const old of near) {
    if (pathOf(old.url) !== path || old.pages) continue
    const revision = await db.revisions.get(old.revision)
    if (!revision || revision.blocks.length === 0) continue
    const same = bareTitle(old.title) === bareTitle(page.title)
    if (revision.hash === hash || (same && likeness(revision.blocks, page.blocks) >= SAME))
      return old
  }
  return undefined
}

/** The page under an address that no other article has. */
function apartFrom(
  others: readonly ArticleRow[],
  page: ExtractedArticle,
  place: string,
): ExtractedArticle {
  const isTaken = (address: string) => others.some((old) => isUnder(old, address))
  const here = canonicalAddress(place)
  const url = here && !isTaken(here) ? here : place
  const addresses = [url, ...page.addresses.filter((address) => !isTaken(address))]
  return { ...page, url, addresses: [...new Set(addresses)] }
}

/** Address without its parameters; '' for what has no path of its own. */
const pathOf = (address: string | null): string => {
  const path = address?.split(/[?#]/, 1)[0] ?? ''
  return /^https?:\/\/[^/]+\/./.test(path) ? path : ''
}

/** A headline without the number of its page and without what is only how it is set. */
export const bareTitle = (title: string): string =>
  withoutPage(title).normalize('NFKC').replace(/\s/gu, '')
