/**
 * Writes the bundled glossary and history into the database, so that a kill at any moment does no
 * harm.
 *
 * New rows go in first, rows that the new version lacks go out after, and the version row comes
 * last: without it the next start does all of it again, which changes nothing that is already
 * right. Until then readers see each row either old or new, never none. Rows of other packs and of
 * the archive are never touched; bundled events that they tell of too are settled anew.
 */
import type { Table } from 'dexie'
import type { BunmyakuDatabase } from '../db/database'
import type { ClaimRow, EventRow } from '../db/rows'
import { ARCHIVE, settleEvent } from '../events/history'
import type { BundledEvent } from '../events/schema'
import type { GlossaryData } from './data'
import { daySpan } from './day-span'

/** The pack that comes with the extension. */
export const BUNDLED = 'bundled'
/** Key of the version row in `meta`. */
export const SEED_VERSION = 'seed-version'
/** Rows in one transaction: some 10 ms on a slow machine, so that a reader's query is not kept waiting. */
const CHUNK = 400

/** Is this very version in the database, whole? */
export async function isSeeded(db: BunmyakuDatabase, version: string): Promise<boolean> {
  return (await db.meta.get(SEED_VERSION))?.value === version
}

/**
 * Brings the database to `data`.
 * @param onProgress told after each transaction how many rows of all are written.
 * @returns false where this version was there already.
 * @throws what Dexie throws (quota, closed); what is then half done is done again at the next call.
 */
export async function seedGlossary(
  db: BunmyakuDatabase,
  data: GlossaryData,
  onProgress: (written: number, total: number) => void = () => undefined,
): Promise<boolean> {
  if (await isSeeded(db, data.version)) return false
  await db.meta.delete(SEED_VERSION)

  const entities = data.entities.map((entity) => ({ ...entity, pack: BUNDLED }))
  const tenures = data.tenures.map((tenure) => ({ ...tenure, pack: BUNDLED }))
  const events = data.events.map(eventRow)
  const claims = data.events.flatMap(claimRows)
  const total = entities.length + tenures.length + events.length + claims.length
  let written = 0
  const report = (rows: number) => {
    written += rows
    onProgress(written, total)
  }

  await replaceRows(db, db.entities, entities, (row) => row.id, isBundled, report)
  await replaceRows(
    db,
    db.tenures,
    tenures,
    (row): [string, string, string] => [row.office, row.person, row.from],
    isBundled,
    report,
  )
  await replaceRows(db, db.events, events, (row) => row.id, isBundled, report)
  await replaceRows(
    db,
    db.claims,
    claims,
    (row) => row.id,
    (row) => row.source.from === 'bundled',
    report,
    // Only the reader's hand moves a bundled claim to another event; it stays there.
    (claim, there) => ({ ...claim, event: there.event }),
  )
  await settleTold(db)

  await db.transaction('rw', db.packs, db.meta, async () => {
    const known = await db.packs.get(BUNDLED)
    await db.packs.put({
      id: BUNDLED,
      name: known?.name ?? 'Bunmyaku',
      origin: 'bundled',
      version: data.version,
      enabled: known?.enabled ?? true,
    })
    await db.meta.put({ key: SEED_VERSION, value: data.version })
  })
  return true
}

const isBundled = (row: { pack: string }): boolean => row.pack === BUNDLED

/** Puts `rows` and takes out what is ours and not among them, `CHUNK` rows a transaction. */
async function replaceRows<Row, Key, Insert>(
  db: BunmyakuDatabase,
  table: Table<Row, Key, Insert>,
  rows: (Row & Insert)[],
  keyOf: (row: Row) => Key,
  ours: (row: Row) => boolean,
  report: (rows: number) => void,
  merge: (row: Row & Insert, there: Row) => Row & Insert = (row) => row,
): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK)
    await db.transaction('rw', table, async () => {
      const there = await table.bulkGet(chunk.map(keyOf))
      const free = chunk.flatMap((row, index) => {
        const old = there[index]
        if (old === undefined) return [row]
        return ours(old) ? [merge(row, old)] : []
      })
      await table.bulkPut(free)
    })
    report(chunk.length)
  }
  const kept = new Set(rows.map((row) => String(keyOf(row))))
  const gone: Key[] = []
  await table.each((row) => {
    if (ours(row) && !kept.has(String(keyOf(row)))) gone.push(keyOf(row))
  })
  for (let start = 0; start < gone.length; start += CHUNK)
    await table.bulkDelete(gone.slice(start, start + CHUNK))
}

/**
 * Settles the bundled events, of this version or the last, that somebody else tells of too: what has
 * taken place since is not planned again, and what the new version lacks is still what they told.
 */
async function settleTold(db: BunmyakuDatabase): Promise<void> {
  const told = new Set<string>()
  await db.claims.each(({ id, event, source }) => {
    if (source.from === 'article' || !id.startsWith(`bundled:${event}:`)) told.add(event)
  })
  const ids = [...told]
  const rows = await db.events.bulkGet(ids)
  for (const id of ids.filter((_, index) => rows[index]?.pack !== ARCHIVE))
    await db.transaction('rw', db.events, db.claims, async () => settleEvent(db, id))
  for (const { type, events } of await db.joins.toArray()) {
    const joined = events[1]
    // What the reader made one stays one: the second has gone into the first.
    if (type === 'join' && joined && (await db.claims.where('event').equals(joined).count()) === 0)
      await db.events.delete(joined)
  }
}

function eventRow(event: BundledEvent): EventRow {
  const { basis: _basis, asOf: _asOf, sources: _sources, alone: _alone, ...row } = event
  const named = [...event.participants, ...event.topics, ...(event.place ? [event.place] : [])]
  return {
    ...row,
    sort: daySpan(event.date).first ?? '0000-01-01',
    entities: [...new Set(named)],
    pack: BUNDLED,
  }
}

/** One claim a source; an event of general knowledge, which has none, has no claim. */
const claimRows = (event: BundledEvent): ClaimRow[] =>
  event.sources.map(({ figures, ...source }, index) => ({
    id: `bundled:${event.id}:${index}`,
    event: event.id,
    source: { from: 'bundled', ...source },
    date: event.date,
    status: event.status,
    type: event.type,
    title: event.title,
    participants: event.participants,
    place: event.place,
    figures,
    evidence: [],
  }))
