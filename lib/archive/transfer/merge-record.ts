/**
 * Merges a record into the archive, inside the caller's transaction. What the reader has is never
 * overwritten: what is missing is added, what differs stays as it is here.
 */
import type { BunmyakuDatabase } from '../../db/database'
import { fromBase64 } from './base64'
import type { TransferRecord } from './format'
import { mergeArticle } from './merge-article'

export type MergeResult = 'new' | 'same' | 'different'

/** The tables that a merge touches. */
export const mergeTables = (db: BunmyakuDatabase) => [
  db.meta,
  db.packs,
  db.entities,
  db.tenures,
  db.events,
  db.joins,
  db.claims,
  db.articles,
  db.revisions,
  db.highlights,
  db.images,
  db.corrections,
  db.follows,
  db.searchTexts,
  db.searchDead,
]

/**
 * Adds what the record brings. Safe to repeat: the second time everything is the same.
 * @param fresh the archive held no article before this file.
 */
export async function mergeRecord(
  db: BunmyakuDatabase,
  record: TransferRecord,
  fresh: boolean,
): Promise<MergeResult> {
  switch (record.type) {
    case 'article':
      return mergeArticle(db, record, fresh)
    case 'pack': {
      const { type: _, ...pack } = record
      return addMissing(await db.packs.get(pack.id), pack, () => db.packs.add(pack))
    }
    case 'entity': {
      const { entity } = record
      return addMissing(await db.entities.get(entity.id), entity, () => db.entities.add(entity))
    }
    case 'tenure': {
      const { tenure } = record
      const old = await db.tenures.get([tenure.office, tenure.person, tenure.from])
      return addMissing(old, tenure, () => db.tenures.add(tenure))
    }
    case 'event': {
      const event = { ...record.event, pack: 'archive' }
      return addMissing(await db.events.get(event.id), event, () => db.events.add(event))
    }
    case 'join':
      return addMissing(await db.joins.get(record.join.id), record.join, () =>
        db.joins.add(record.join),
      )
    case 'correction': {
      const { correction } = record
      const old = await db.corrections.get(correction.id)
      return addMissing(old, correction, () => db.corrections.add(correction))
    }
    case 'follow':
      return addMissing(await db.follows.get(record.follow.id), record.follow, () =>
        db.follows.add(record.follow),
      )
    case 'image': {
      const { hash, mime, data, width, height } = record
      if (await db.images.get(hash)) return 'same'
      await db.images.add({ hash, type: mime, bytes: fromBase64(data), width, height })
      return 'new'
    }
  }
}

async function addMissing<T>(
  old: T | undefined,
  row: T,
  add: () => PromiseLike<unknown>,
): Promise<MergeResult> {
  if (old !== undefined) return equal(old, row) ? 'same' : 'different'
  await add()
  return 'new'
}

/** Equal as data: the order of keys and absent keys do not count. */
function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => equal(Reflect.get(a, key), Reflect.get(b, key)))
}
