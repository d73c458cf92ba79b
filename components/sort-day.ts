/** Where a date stands in a list: one day for every EDTF value. */
import { daySpan } from '../lib/glossary/day-span'

/** How far into its span a part of a month or year begins: 半ば, 後半, 末. */
const PART: Record<string, number> = { M: 1 / 3, L: 1 / 2, F: 5 / 6 }
const DAY = 86_400_000

/**
 * The first day that the value can mean, `YYYY-MM-DD`; a later part of a month stands after the days
 * of its first half. An interval open at its start counts from its end, an unknown year as 0000.
 */
export function sortDay(value: string): string {
  const { first, last } = daySpan(value)
  const start = first ?? last ?? '0000-01-01'
  const share = PART[/^[^/]*~([MLF])/.exec(value)?.[1] ?? '']
  if (share === undefined || first === null) return start
  const [from, to] = [
    Date.parse(first),
    Date.parse(daySpan(value.split('/')[0] ?? '').last ?? first),
  ]
  return new Date(from + Math.floor(((to - from) * share) / DAY) * DAY).toISOString().slice(0, 10)
}
