/** A timeline as rows to draw: events under their years, and the line of the article among them. */
import type { EventLine } from '../lib/card'
import { sortDay } from './sort-day'

export type TimelineRow =
  | { row: 'year'; key: string; year: string }
  | { row: 'event'; key: string; event: EventLine }
  | { row: 'article'; key: string; day: string }

/**
 * @param events in any order; the rows run from the earliest on.
 * @param around the article's day (ISO): its line stands after all that began before that day's end.
 */
export function timelineRows(events: readonly EventLine[], around: string | null): TimelineRow[] {
  const day = around?.slice(0, 10) ?? null
  const sorted = events
    .map((event) => ({ event, sort: sortDay(event.date) }))
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
