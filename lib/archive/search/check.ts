/** Compares index and archive on start, and repairs the index. The archive itself is never touched. */
import Dexie from 'dexie'
import type { BunmyakuDatabase } from '../../db/database'
import { alone, dropShards } from './compact'
import type { CheckReport } from './port'
import { newestHeld } from './tail'
import { addToSearch, removeFromSearch } from './text'

/**
 * Reads keys and headers only, no text and no posting: cheap enough for every start.
 * Each repair is its own transaction; a check that is killed is simply done again. Never while a
 * segment is being written: its shards stand there before their header and would look left over.
 */
export const checkIndex = (db: BunmyakuDatabase): Promise<CheckReport> =>
  alone(db, () => checkAlone(db))

async function checkAlone(db: BunmyakuDatabase): Promise<CheckReport> {
  const broken = await dropBroken(db)
  const leftovers = await dropLeftovers(db)
  const unheld = await returnUnheld(db)
  return { ...(await compareTexts(db)), leftovers: leftovers + unheld, broken }
}

/** Segments without all of their shards; their texts go back. */
async function dropBroken(db: BunmyakuDatabase): Promise<number> {
  let broken = 0
  for (const { id, shards, seqs } of await db.searchSegments.toArray()) {
    const there = await db.searchShards
      .where('[segment+shard]')
      .between([id, Dexie.minKey], [id, Dexie.maxKey])
      .count()
    if (there === shards) continue
    await db.transaction('rw', db.searchTexts, db.searchSegments, async () => {
      await db.searchSegments.delete(id)
      await giveBack(db, seqs)
    })
    broken++
  }
  return broken
}

/** Shards whose header was never written, or is gone. */
async function dropLeftovers(db: BunmyakuDatabase): Promise<number> {
  const known = new Set(await db.searchSegments.toCollection().primaryKeys())
  let dropped = 0
  let from: unknown = Dexie.minKey
  for (;;) {
    const [key] = await db.searchShards
      .where('[segment+shard]')
      .above([from, Dexie.maxKey])
      .limit(1)
      .primaryKeys()
    if (!key) return dropped
    if (!known.has(key[0])) dropped += await dropShards(db, key[0])
    from = key[0]
  }
}

/** Texts that a segment should hold and none does go back; dead ones are just those that one holds. */
async function returnUnheld(db: BunmyakuDatabase): Promise<number> {
  return db.transaction('rw', db.searchTexts, db.searchSegments, db.searchDead, async () => {
    const segments = await db.searchSegments.toArray()
    const newest = newestHeld(segments)
    const held = new Set(segments.flatMap(({ seqs }) => [...seqs]))
    const all = new Set(await db.searchTexts.toCollection().primaryKeys())
    const lost = [...all].filter((seq) => seq <= newest && !held.has(seq))
    await giveBack(db, lost)
    const dead = new Set(await db.searchDead.toCollection().primaryKeys())
    const unsaid = [...held].filter((seq) => !all.has(seq) && !dead.has(seq))
    await db.searchDead.bulkPut(unsaid.map((seq) => ({ seq })))
    const moot = [...dead].filter((seq) => !held.has(seq))
    await db.searchDead.bulkDelete(moot)
    return lost.length + unsaid.length + moot.length
  })
}

/** Puts texts at the end of the tail, under new numbers, inside the caller's transaction. */
async function giveBack(db: BunmyakuDatabase, seqs: Iterable<number>): Promise<void> {
  for (const seq of seqs) {
    const row = await db.searchTexts.get(seq)
    if (!row) continue
    const { seq: _, ...text } = row
    await db.searchTexts.delete(seq)
    await db.searchTexts.add({ ...text, tail: 1 })
  }
}

async function compareTexts(db: BunmyakuDatabase): Promise<{ missing: number; stale: number }> {
  const deleted = new Set(await db.articles.where('deletedAt').above('').primaryKeys())
  const articles = new Set(await db.articles.toCollection().primaryKeys())
  const texts = new Set((await db.searchTexts.orderBy('article').keys()).map(String))
  const stale = [...texts].filter((id) => !articles.has(id) || deleted.has(id))
  const missing = [...articles].filter((id) => !texts.has(id) && !deleted.has(id))
  for (const id of stale) {
    await db.transaction('rw', db.searchTexts, db.searchDead, () => removeFromSearch(db, id))
  }
  for (const id of missing) await addMissing(db, id)
  return { missing: missing.length, stale: stale.length }
}

const addMissing = (db: BunmyakuDatabase, id: string): Promise<void> =>
  db.transaction('rw', db.articles, db.revisions, db.searchTexts, db.searchDead, async () => {
    const article = await db.articles.get(id)
    const revision = article && (await db.revisions.get(article.revision))
    if (article && revision && article.deletedAt === null) await addToSearch(db, article, revision)
  })
