/** Events counted by month: the density that the strip shows. */
import { sortDay } from '../../../components/sort-day'
import type { EventLine } from '../../../lib/card'

export interface MonthCount {
  /** `YYYY-MM`. */
  month: string
  occurred: number
  planned: number
}

/** Months from the first to the last that has events, the empty ones between them included. */
export function countByMonth(events: readonly EventLine[]): MonthCount[] {
  const counts = new Map<string, MonthCount>()
  for (const event of events) {
    const month = sortDay(event.date).slice(0, 7)
    if (month.startsWith('0000')) continue
    const count = counts.get(month) ?? { month, occurred: 0, planned: 0 }
    if (event.status === 'occurred') count.occurred++
    else count.planned++
    counts.set(month, count)
  }
  const known = [...counts.keys()].sort()
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return []
  const months: MonthCount[] = []
  for (let month = first; month <= last; month = nextMonth(month))
    months.push(counts.get(month) ?? { month, occurred: 0, planned: 0 })
  return months
}

/** The month after `YYYY-MM`. */
export function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`
}
