/**
 * Merges records into the archive, inside the caller's transaction. What the reader has is never
 * overwritten: what is missing is added, what differs stays as it is here.
 */
import type { Table } from 'dexie'
import type { BunmyakuDatabase } from '../../db/database'
import { fromBase64 } from './base64'
import type { TransferRecord } from './format'
import { mergeArticle } from './merge-article'
import { mergeHighlight, mergeRevision, type Place } from './merge-belonging'

export type MergeResult = 'new' | 'same' | 'different'

export interface Merged {
  counts: Record<MergeResult, number>
  /** New articles: what search has more to read. */
  articles: number
  /** The article whose earlier texts and marked passages may follow. */
  place: Place | null
}

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

type Belonging = Extract<TransferRecord, { type: 'article' | 'revision' | 'highlight' }>
type Plain = Exclude<TransferRecord, Belonging | { type: 'image' }>

const isPlain = (record: TransferRecord): record is Plain =>
  !/^(article|revision|highlight|image)$/.test(record.type)

/**
 * Adds what the records bring. Safe to repeat: the second time everything is the same. An article
 * counts once, whatever comes with it.
 * @param fresh the archive held no article before this file.
 * @param before the article that the first of them may belong to.
 */
export async function mergeRecords(
  db: BunmyakuDatabase,
  records: readonly TransferRecord[],
  fresh: boolean,
  before: Place | null,
): Promise<Merged> {
  const counts = { new: 0, same: 0, different: 0 }
  let [place, articles] = [before, 0]
  for (let at = 0; at < records.length; at++) {
    const record = records[at] as TransferRecord
    if (isPlain(record)) {
      const run = [record]
      for (let next = records[at + 1]; next && isPlain(next); next = records[at + 1]) {
        if (next.type !== record.type) break
        run.push(next)
        at++
      }
      for (const result of await addMissing(db, run)) counts[result]++
    } else if (record.type === 'image') counts[await mergeImage(db, record)]++
    else if (record.type === 'article') {
      place = await mergeArticle(db, record, fresh)
      counts[place.told]++
      if (place.isNew) articles++
    } else if (place) {
      const added =
        record.type === 'revision'
          ? await mergeRevision(db, place, record.revision)
          : await mergeHighlight(db, place, record.highlight)
      if (added && place.told === 'same') {
        counts.same--
        counts.different++
        place = { ...place, told: 'different' }
      }
    }
  }
  return { counts, articles, place }
}

interface Row {
  table: Table
  key: string | string[]
  row: object
}

/** Where a record's row stands, and what it is. */
function rowOf(db: BunmyakuDatabase, record: Plain): Row {
  switch (record.type) {
    case 'pack': {
      const { type: _, ...pack } = record
      return { table: db.packs, key: pack.id, row: pack }
    }
    case 'entity':
      return { table: db.entities, key: record.entity.id, row: record.entity }
    case 'tenure': {
      const { office, person, from } = record.tenure
      return { table: db.tenures, key: [office, person, from], row: record.tenure }
    }
    case 'event': {
      const event = { ...record.event, pack: 'archive' }
      return { table: db.events, key: event.id, row: event }
    }
    case 'join':
      return { table: db.joins, key: record.join.id, row: record.join }
    case 'correction':
      return { table: db.corrections, key: record.correction.id, row: record.correction }
    case 'follow':
      return { table: db.follows, key: record.follow.id, row: record.follow }
  }
}

/** Records of one type, all at once: a hundred thousand one by one would take minutes. */
async function addMissing(db: BunmyakuDatabase, records: readonly Plain[]): Promise<MergeResult[]> {
  const rows = records.map((record) => rowOf(db, record))
  const [first] = rows
  if (!first) return []
  const there = await rowsThere(
    first.table,
    rows.map(({ key }) => key),
  )
  await first.table.bulkAdd(rows.flatMap(({ row }, i) => (there[i] === undefined ? [row] : [])))
  return rows.map(({ row }, i) =>
    there[i] === undefined ? 'new' : equal(there[i], row) ? 'same' : 'different',
  )
}

/**
 * The rows under these keys, each in its place. A request for each key is what takes long: files are
 * in the order of their keys, so that what lies between the first and the last is asked for at once.
 */
async function rowsThere(table: Table, keys: readonly Row['key'][]): Promise<unknown[]> {
  const names = keys.filter((key) => typeof key === 'string')
  const [low, high] = [names.reduce(lesser, names[0] ?? ''), names.reduce(greater, '')]
  if (names.length < keys.length) return table.bulkGet([...keys])
  const between = table.where(':id').between(low, high, true, true)
  const count = await between.count()
  if (count === 0) return keys.map(() => undefined)
  if (count > keys.length * 2) return table.bulkGet([...keys])
  const [found, rows] = await Promise.all([between.primaryKeys(), between.toArray()])
  const byKey = new Map(found.map((key, at) => [key, rows[at]]))
  return keys.map((key) => byKey.get(key))
}

/** As the database compares strings: by their units. */
const lesser = (a: string, b: string): string => (a < b ? a : b)
const greater = (a: string, b: string): string => (a > b ? a : b)

async function mergeImage(
  db: BunmyakuDatabase,
  { hash, mime, data, width, height }: Extract<TransferRecord, { type: 'image' }>,
): Promise<MergeResult> {
  if ((await db.images.where('hash').equals(hash).count()) > 0) return 'same'
  await db.images.add({ hash, type: mime, bytes: fromBase64(data), width, height })
  return 'new'
}

/** Equal as data: the order of keys and absent keys do not count. */
function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => equal(Reflect.get(a, key), Reflect.get(b, key)))
}
