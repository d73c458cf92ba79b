/** Deleting: first into the bin, from where everything comes back; for good only later. */
import type { BunmyakuDatabase } from '../db/database'
import { addToSearch, removeFromSearch } from './search/text'

/** Days that an article stays in the bin. */
export const BIN_DAYS = 30

const binTables = (db: BunmyakuDatabase) => [
  db.articles,
  db.revisions,
  db.searchTexts,
  db.searchDead,
]

/** Puts articles into the bin: no list and no search shows them, all of them is kept. */
export const deleteArticles = (
  db: BunmyakuDatabase,
  ids: readonly string[],
  now: Date = new Date(),
): Promise<void> =>
  db.transaction('rw', binTables(db), async () => {
    for (const id of ids) {
      await db.articles.update(id, { deletedAt: now.toISOString() })
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
  db.transaction('rw', [...binTables(db), db.highlights, db.claims], async () => {
    const article = await db.articles.get(id)
    // Taken out of the bin in the meantime.
    if (!article?.deletedAt || article.deletedAt >= before.toISOString()) return
    await db.articles.delete(id)
    await db.revisions.where('article').equals(id).delete()
    await db.highlights.where('article').equals(id).delete()
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
