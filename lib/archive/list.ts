/** The archive as a list: a page of it at a time, at a cost that does not grow with the archive. */
import Dexie from 'dexie'
import type { BunmyakuDatabase } from '../db/database'
import type { ArticleRow } from '../db/rows'

/** Articles of one page of a list. */
export const PAGE = 50

/** Articles outside the bin, the latest saved first; `after` is the last one of the page before. */
export function listArticles(
  db: BunmyakuDatabase,
  { after, limit = PAGE }: { after?: Pick<ArticleRow, 'id' | 'savedAt'>; limit?: number } = {},
): Promise<ArticleRow[]> {
  return db.articles
    .where('savedAt')
    .belowOrEqual(after?.savedAt ?? Dexie.maxKey)
    .reverse()
    .filter(
      ({ id, savedAt, deletedAt }) =>
        // Those saved at one moment stand by falling id.
        deletedAt === null && !(after && savedAt === after.savedAt && id >= after.id),
    )
    .limit(limit)
    .toArray()
}

/** How many articles there are outside the bin. A browser counts tens of thousands in a second or so. */
export const countArticles = (db: BunmyakuDatabase): Promise<number> =>
  db.transaction('r', db.articles, async () => {
    const [all, binned] = await Promise.all([db.articles.count(), inBin(db).count()])
    return all - binned
  })

const inBin = (db: BunmyakuDatabase) => db.articles.where('deletedAt').above('')

/** What lies in the bin, the latest deleted first. */
export const listBinned = (db: BunmyakuDatabase, limit: number = PAGE): Promise<ArticleRow[]> =>
  inBin(db).reverse().limit(limit).toArray()

/** The publishers of the articles outside the bin, for a filter, with how many each has. */
export function listPublishers(
  db: BunmyakuDatabase,
): Promise<{ publisher: string; articles: number }[]> {
  return db.transaction('r', db.articles, async () => {
    const publishers = (await db.articles.orderBy('publisher').uniqueKeys()).map(String)
    const binned = new Map<string | null, number>()
    for (const { publisher } of await inBin(db).toArray())
      binned.set(publisher, (binned.get(publisher) ?? 0) + 1)
    const counts = await Promise.all(
      publishers.map(async (publisher) => {
        const all = await db.articles.where('publisher').equals(publisher).count()
        return { publisher, articles: all - (binned.get(publisher) ?? 0) }
      }),
    )
    return counts.filter(({ articles }) => articles > 0).sort((a, b) => b.articles - a.articles)
  })
}
