/** Planned events that the reader follows and whose day has come: told of once each. */
import * as v from 'valibot'
import type { BunmyakuDatabase } from '../db/database'
import type { EventRow } from '../db/rows'
import { daySpan } from '../glossary/day-span'

/** Key in `meta` of the events that the reader was told of. */
const TOLD = 'told-events'
const Told = v.fallback(v.array(v.string()), [])

const readTold = async (db: BunmyakuDatabase): Promise<string[]> =>
  v.parse(Told, (await db.meta.get(TOLD))?.value)

/** False before the first day that a date can mean and after the last: a month is due on its first. */
function isToday(date: string, day: string): boolean {
  const { first, last } = daySpan(date)
  return first !== null && first <= day && (last === null || day <= last)
}

/**
 * Followed events that are planned for this day and were not told yet.
 * @param day `YYYY-MM-DD` in the reader's zone
 */
export async function eventsDue(db: BunmyakuDatabase, day: string): Promise<EventRow[]> {
  const [follows, told] = await Promise.all([db.follows.toArray(), readTold(db)])
  const ids = follows.flatMap(({ target }) => (target.type === 'event' ? [target.event] : []))
  const rows = await db.events.bulkGet(ids.filter((id) => !told.includes(id)))
  return rows.filter((row): row is EventRow => row?.status === 'planned' && isToday(row.date, day))
}

/** Remembers that the reader was told; what is not followed any more is forgotten. */
export const markTold = (db: BunmyakuDatabase, events: readonly string[]): Promise<void> =>
  db.transaction('rw', db.meta, db.follows, async () => {
    const follows = await db.follows.toArray()
    const followed = new Set(
      follows.flatMap(({ target }) => (target.type === 'event' ? [target.event] : [])),
    )
    const value = [...new Set([...(await readTold(db)), ...events])].filter((id) =>
      followed.has(id),
    )
    await db.meta.put({ key: TOLD, value })
  })
