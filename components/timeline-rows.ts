/** A timeline as rows to draw: events under their years, and the line of the article among them. */
import type { EventLine } from '../lib/card'
import { daySpan } from '../lib/glossary/day-span'
import { sortDay } from './sort-day'

export type TimelineRow =
  | { row: 'year'; key: string; year: string }
  | { row: 'event'; key: string; event: EventLine }
  | { row: 'article'; key: string; day: string }

/**
 * @param events in any order; the rows run from the earliest on.
 * @param around the article's day (ISO). Its line stands after all that began by that day, but
 * before what was still planned for a time that was not over (2026年春, seen from March).
 */
export function timelineRows(events: readonly EventLine[], around: string | null): TimelineRow[] {
  const day = around?.slice(0, 10) ?? null
  const sorted = events
    .map((event) => ({ event, sort: place(event, day) }))
    .sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0))
  const rows: TimelineRow[] = []
  let year = ''
  let drawn = day === null
  for (const { event, sort } of sorted) {
    if (!drawn && day !== null && sort > day) {
      rows.push({ row: 'article', key: 'article', day })
      drawn = true
    }
    if (sort.slice(0, 4) !== year) {
      year = sort.slice(0, 4)
      rows.push({ row: 'year', key: `year-${year}`, year })
    }
    rows.push({ row: 'event', key: event.id, event })
  }
  if (!drawn && day !== null && rows.length > 0) rows.push({ row: 'article', key: 'article', day })
  return rows
}

function place(event: EventLine, day: string | null): string {
  const sort = sortDay(event.date)
  if (day === null || event.status !== 'planned' || sort > day) return sort
  const last = daySpan(event.date).last
  // «~» sorts after the day itself and before the next one.
  return last === null || last >= day ? `${day}~` : sort
}
