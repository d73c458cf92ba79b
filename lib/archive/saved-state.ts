/** What the page's marks and the popup say of a page: new, saved, or changed since. */
import { isSameSite } from '../article/believed'
import type { ExtractedArticle } from '../article/extracted'
import { canonicalAddress, hostOf } from '../article/identity'
import { readPageAddress } from '../article/page-address'
import type { BunmyakuDatabase } from '../db/database'
import type { SavedState } from '../messages'
import { textHash } from './hash'
import { bareTitle, findSaved, identify } from './identity'
import { placePage } from './pages'

/** By its address alone: whether the article was saved, not whether it is the same. */
export async function savedAt(db: BunmyakuDatabase, url: string): Promise<SavedState> {
  const article = await findSaved(db, { url, addresses: [] })
  if (!article || article.deletedAt !== null) return { state: 'new' }
  const latest = await db.revisions.get(article.revision)
  const pages = article.pages && { pages: article.pages }
  return {
    state: 'saved',
    article: article.id,
    savedAt: latest?.savedAt ?? article.savedAt,
    ...pages,
  }
}

/**
 * Whether the address may be one of a kept article's: also as a page of it that none of its kept
 * pages linked to. Only the page can tell: see `savedState`.
 */
export async function mayBeSaved(db: BunmyakuDatabase, url: string): Promise<boolean> {
  const wholes = readPageAddress(canonicalAddress(url) ?? url).map(({ whole }) => whole)
  const article = await findSaved(db, { url, addresses: wholes })
  return article !== undefined && article.deletedAt === null
}

/**
 * Whether a page at this location may be joined with the article without being asked: only where it
 * stands on the article's own host, there in its author's part, and has its headline or its very
 * moment. A neighbour on a shared host, or a cache, may name any address; parts of a series have pagers
 * too. And not where the reader has taken this page out of the article.
 */
export async function mayJoin(
  db: BunmyakuDatabase,
  article: string,
  location: string,
  page: Pick<ExtractedArticle, 'title' | 'publishedAt' | 'paging'>,
): Promise<boolean> {
  const kept = await db.articles.get(article)
  if (!kept || hostOf(location) === '' || hostOf(kept.url) !== hostOf(location)) return false
  if (!isSameSite(kept.url, location)) return false
  if (page.paging && kept.pages?.apart?.includes(page.paging.page)) return false
  const moment = page.publishedAt?.includes('T') && page.publishedAt === kept.publishedAt
  return moment || bareTitle(kept.title) === bareTitle(page.title)
}

/**
 * What saving the page as it stands now would make of what is kept. A paywalled look at an article
 * that is kept whole is no change, as it is none for a save.
 */
export async function savedState(
  db: BunmyakuDatabase,
  input: ExtractedArticle,
): Promise<SavedState> {
  const hash = await textHash(input)
  const { page, old: article } = await identify(db, input, hash)
  if (!article || article.deletedAt !== null) return { state: 'new' }
  const revision = await db.revisions.get(article.revision)
  const pages = article.pages && { pages: article.pages }
  const told = { article: article.id, savedAt: revision?.savedAt ?? article.savedAt, ...pages }
  if (!revision) return { state: 'saved', ...told }
  const placed = await placePage({ article, revision }, page, hash, told.savedAt)
  if (placed.step === 'same') return { state: 'saved', ...told }
  if (placed.step === 'revise') return { state: 'changed', ...told }
  const now = { total: 1, kept: [1], known: [], ...placed.whole.pages }
  return { state: 'next-page', ...told, pages: now, page: placed.page }
}
