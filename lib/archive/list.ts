/** The archive as a list: a page of it at a time, whatever its length. */
import type { BunmyakuDatabase } from '../db/database'
import type { ArticleRow } from '../db/rows'

export interface ListRequest {
  /** By the moment of saving (default) or by the article's own date. */
  by?: 'savedAt' | 'publishedAt'
  direction?: 'newest' | 'oldest'
  offset?: number
  limit?: number
  /** What lies in the bin instead of what does not. */
  deleted?: boolean
}

export interface ArticlePage {
  articles: ArticleRow[]
  total: number
}

/** A page of the archive. Reads keys only, but for the rows of the page itself. */
export function listArticles(
  db: BunmyakuDatabase,
  {
    by = 'savedAt',
    direction = 'newest',
    offset = 0,
    limit = 50,
    deleted = false,
  }: ListRequest = {},
): Promise<ArticlePage> {
  return db.transaction('r', db.articles, async () => {
    const bin = new Set(await db.articles.where('deletedAt').above('').primaryKeys())
    const ordered = await orderedKeys(db, by)
    const keys = ordered.filter((id) => bin.has(id) === deleted)
    if (direction === 'newest') keys.reverse()
    const rows = await db.articles.bulkGet(keys.slice(offset, offset + limit))
    return { articles: rows.filter((row) => row !== undefined), total: keys.length }
  })
}

async function orderedKeys(db: BunmyakuDatabase, by: 'savedAt' | 'publishedAt'): Promise<string[]> {
  const keys = await db.articles.orderBy(by).primaryKeys()
  if (by === 'savedAt') return keys
  // Articles without a date are in no index of dates: they stand before all others.
  const dated = new Set(keys)
  const undated = (await db.articles.orderBy('savedAt').primaryKeys()).filter(
    (id) => !dated.has(id),
  )
  return [...undated, ...keys]
}

/** The publishers of the archive, for a filter, with how many articles each has. */
export async function listPublishers(
  db: BunmyakuDatabase,
): Promise<{ publisher: string; articles: number }[]> {
  const counts = new Map<string, number>()
  await db.articles.orderBy('publisher').eachKey((key) => {
    counts.set(String(key), (counts.get(String(key)) ?? 0) + 1)
  })
  return [...counts]
    .map(([publisher, articles]) => ({ publisher, articles }))
    .sort((a, b) => b.articles - a.articles)
}
