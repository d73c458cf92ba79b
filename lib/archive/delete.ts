/** Deleting: first into the bin, from where everything comes back; for good only later. */
import * as v from 'valibot'
import type { BunmyakuDatabase } from '../db/database'
import type { ClaimRow } from '../db/rows'
import { historyTables, recordClaims, removeArticleEvents } from '../events/history'
import { Claim } from '../events/schema'
import { addToSearch, removeFromSearch } from './search/text'

/** Days that an article stays in the bin. */
export const BIN_DAYS = 30

/** What an article told, while it lies in the bin: its part in the history, for when it comes back. */
const binKey = (id: string) => `bin:${id}`
const Binned = v.array(Claim)

/** Everything that one article can be in, apart from notes. */
export const binTables = (db: BunmyakuDatabase) => [
  db.meta,
  db.articles,
  db.revisions,
  ...historyTables(db),
  db.searchTexts,
  db.searchDead,
]

/** The claims of an article in the bin; in the caller's transaction. */
export async function binnedClaims(db: BunmyakuDatabase, id: string): Promise<ClaimRow[]> {
  const parsed = v.safeParse(Binned, (await db.meta.get(binKey(id)))?.value)
  return parsed.success ? parsed.output.map((claim) => ({ ...claim, article: id })) : []
}

/** Keeps claims for an article in the bin; in the caller's transaction. */
export const binClaims = async (
  db: BunmyakuDatabase,
  id: string,
  claims: readonly ClaimRow[],
): Promise<void> => {
  await db.meta.put({ key: binKey(id), value: claims })
}

/** Drops what was kept for an article in the bin; in the caller's transaction. */
export const forgetBinned = (db: BunmyakuDatabase, id: string): Promise<void> =>
  db.meta.delete(binKey(id))

/** Puts articles into the bin: no list, search or timeline shows them, all of them is kept. */
export const deleteArticles = (
  db: BunmyakuDatabase,
  ids: readonly string[],
  now: Date = new Date(),
): Promise<void> =>
  db.transaction('rw', binTables(db), async () => {
    for (const id of ids) {
      const article = await db.articles.get(id)
      if (!article || article.deletedAt !== null) continue
      await db.articles.put({ ...article, deletedAt: now.toISOString() })
      await binClaims(db, id, await db.claims.where('article').equals(id).toArray())
      await removeArticleEvents(db, id)
      await removeFromSearch(db, id)
    }
  })

/** Takes articles out of the bin, as they were. */
export const restoreArticles = (db: BunmyakuDatabase, ids: readonly string[]): Promise<void> =>
  db.transaction('rw', binTables(db), async () => {
    for (const id of ids) {
      const article = await db.articles.get(id)
      const revision = article && (await db.revisions.get(article.revision))
      if (!article || !revision || article.deletedAt === null) continue
      const restored = { ...article, deletedAt: null }
      await db.articles.put(restored)
      await addToSearch(db, restored, revision)
      await recordClaims(db, await binnedClaims(db, id))
      await forgetBinned(db, id)
    }
  })

/**
 * Deletes for good what has been in the bin since before `before` (default: for `BIN_DAYS`), with
 * revisions, marked passages and pictures that nothing else shows. An article at a time.
 * @returns how many went.
 */
export async function purgeBin(
  db: BunmyakuDatabase,
  before: Date = new Date(Date.now() - BIN_DAYS * 86_400_000),
): Promise<number> {
  const ids = await db.articles.where('deletedAt').below(before.toISOString()).primaryKeys()
  for (const id of ids) await purge(db, id, before)
  if (ids.length > 0) await dropUnusedImages(db)
  return ids.length
}

const purge = (db: BunmyakuDatabase, id: string, before: Date): Promise<void> =>
  db.transaction('rw', [...binTables(db), db.highlights], async () => {
    const article = await db.articles.get(id)
    // Taken out of the bin in the meantime.
    if (!article?.deletedAt || article.deletedAt >= before.toISOString()) return
    await db.articles.delete(id)
    await db.revisions.where('article').equals(id).delete()
    await db.highlights.where('article').equals(id).delete()
    await forgetBinned(db, id)
    await removeFromSearch(db, id)
  })

async function dropUnusedImages(db: BunmyakuDatabase): Promise<void> {
  if ((await db.images.count()) === 0) return
  await db.transaction('rw', db.images, db.revisions, async () => {
    const used = new Set<string>()
    await db.revisions.each(({ leadImage, blocks }) => {
      if (leadImage?.stored) used.add(leadImage.stored)
      for (const block of blocks)
        if (block.kind === 'figure' && block.image.stored) used.add(block.image.stored)
    })
    const unused = (await db.images.toCollection().primaryKeys()).filter((key) => !used.has(key))
    await db.images.bulkDelete(unused)
  })
}
