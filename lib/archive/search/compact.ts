/**
 * Keeps the index small in parts: the tail becomes a segment, segments of a size become one.
 *
 * Shards are written in bounded transactions under a new id; the header, the last of all, makes them
 * count and takes away what they replace. Killed anywhere, the index is as it was; what was written
 * of the new segment is a leftover that `check.ts` removes.
 */
import Dexie from 'dexie'
import type { BunmyakuDatabase } from '../../db/database'
import type { SearchSegmentRow, SearchShardRow, SearchTextRow } from '../../db/rows'
import { mergeSegments } from './merge'
import { buildSegment, type FoldedText, foldText, MOST_UNITS } from './segment'
import { tailReaches, tailSeqs } from './tail'

/** So many texts make the tail worth a segment; fewer are read through. */
const TAIL_TEXTS = 256
/** A segment takes so many units, or one text more. */
const SEGMENT_UNITS = MOST_UNITS / 2
/** So many segments of one size are merged: few, for each segment costs every query some reads. */
const FAN = 2
/** Units over which a segment is left as it is: 16,000 articles of 1,500. */
const LARGEST = 24_000_000
/** Bytes of shards in one write. */
const WRITE_BYTES = 4 * 1024 * 1024

export interface CompactOptions {
  signal?: AbortSignal
  /** Also where the tail is short: after an import. */
  whole?: boolean
}

/**
 * Runs work on the parts of the index: one at a time in all of the extension's pages, where the
 * browser has locks.
 */
export async function alone<T>(db: BunmyakuDatabase, work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks
  return locks ? locks.request(`${db.name}-compact`, work) : work()
}

/**
 * Does what is due.
 * @returns how many segments were written.
 */
export const compact = (db: BunmyakuDatabase, options: CompactOptions = {}): Promise<number> =>
  alone(db, () => compactAlone(db, options))

async function compactAlone(
  db: BunmyakuDatabase,
  { signal, whole = false }: CompactOptions,
): Promise<number> {
  let written = 0
  for (;;) {
    if (signal?.aborted || !(await tailReaches(db, whole ? 1 : TAIL_TEXTS))) return written
    if (!(await takeTail(db))) return written
    written++
    while (!signal?.aborted && (await mergeOnce(db, signal))) written++
  }
}

/** Makes a segment of the oldest texts of the tail; false where it has none. */
async function takeTail(db: BunmyakuDatabase): Promise<boolean> {
  const texts: FoldedText[] = []
  let units = 0
  const seqs = await tailSeqs(db, await db.searchSegments.toArray())
  for (let at = 0; at < seqs.length && units < SEGMENT_UNITS; at += 64) {
    const rows = await db.searchTexts.bulkGet(seqs.slice(at, at + 64))
    for (const row of rows) {
      if (row?.seq === undefined) continue
      const text = foldText({ ...row, seq: row.seq })
      if (units + text.text.length >= MOST_UNITS - texts.length) break
      units += text.text.length
      texts.push(text)
    }
  }
  if (texts.length === 0) return false
  const { postings, ...columns } = buildSegment(texts)
  const row = { id: crypto.randomUUID(), ...columns }
  await writeShards(db, row.id, postings.entries())
  await db.transaction('rw', db.searchTexts, db.searchSegments, db.searchDead, async () => {
    const now = await db.searchTexts.bulkGet([...row.seqs])
    // Deleted or saved again while the segment was built: of the tail then, so no one said it.
    const dead = [...row.seqs].filter((_, i) => !now[i])
    await db.searchDead.bulkPut(dead.map((seq) => ({ seq })))
    await db.searchTexts.bulkPut(now.flatMap((text) => (text ? [settled(text)] : [])))
    await db.searchSegments.add(row)
  })
  return true
}

function settled({ tail: _, ...row }: SearchTextRow): SearchTextRow {
  return row
}

/** Merges the segments of one size, where there are enough of it. */
async function mergeOnce(db: BunmyakuDatabase, signal?: AbortSignal): Promise<boolean> {
  const chosen = chooseMerge(await db.searchSegments.toArray())
  if (!chosen) return false
  const dead = new Set(await db.searchDead.toCollection().primaryKeys())
  const merged = mergeSegments(chosen, dead, (segment, shard) =>
    db.searchShards.get([segment, shard]),
  )
  const id = crypto.randomUUID()
  const bytes = await writeShards(db, id, merged.shards(), signal)
  if (signal?.aborted) {
    await dropShards(db, id)
    return false
  }
  await db.transaction('rw', db.searchSegments, db.searchDead, async () => {
    await db.searchSegments.bulkDelete(chosen.map((segment) => segment.id))
    await db.searchDead.bulkDelete(merged.dropped)
    if (merged.columns.seqs.length > 0)
      await db.searchSegments.add({ id, ...merged.columns, bytes })
  })
  for (const segment of chosen) await dropShards(db, segment.id)
  return true
}

const sizeOf = (segment: SearchSegmentRow): number => segment.bases.at(-1) ?? 0

/** Segments of about a size; the smallest first, so that one merge can lead to the next. */
function chooseMerge(segments: readonly SearchSegmentRow[]): SearchSegmentRow[] | null {
  const tiers = new Map<number, SearchSegmentRow[]>()
  for (const segment of segments) {
    const tier = Math.floor(Math.log(Math.max(sizeOf(segment), 100_000)) / Math.log(FAN))
    tiers.set(tier, [...(tiers.get(tier) ?? []), segment])
  }
  for (const tier of [...tiers.keys()].sort((a, b) => a - b)) {
    const same = (tiers.get(tier) ?? []).slice(0, FAN)
    const units = same.reduce((sum, segment) => sum + sizeOf(segment), 0)
    if (same.length === FAN && units <= LARGEST) return same
  }
  return null
}

async function writeShards(
  db: BunmyakuDatabase,
  segment: string,
  shards:
    | Iterable<[number, Uint8Array<ArrayBuffer>]>
    | AsyncIterable<[number, Uint8Array<ArrayBuffer>]>,
  signal?: AbortSignal,
): Promise<number> {
  let batch: SearchShardRow[] = []
  let [bytes, waiting] = [0, 0]
  for await (const [shard, content] of shards) {
    batch.push({ segment, shard, bytes: content })
    bytes += content.length
    waiting += content.length
    if (waiting < WRITE_BYTES) continue
    await db.searchShards.bulkPut(batch)
    batch = []
    waiting = 0
    if (signal?.aborted) return bytes
  }
  await db.searchShards.bulkPut(batch)
  return bytes
}

/** Removes all shards of a segment. */
export const dropShards = (db: BunmyakuDatabase, segment: string): Promise<number> =>
  db.searchShards
    .where('[segment+shard]')
    .between([segment, Dexie.minKey], [segment, Dexie.maxKey])
    .delete()
