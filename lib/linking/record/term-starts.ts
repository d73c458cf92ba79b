/** From which day on a tenure can be told, where its start is known only to the month. */

import { firstDay, lastDay } from './period'

interface Tenure {
  readonly office: string
  readonly from: string
  readonly to: string | null
  readonly acting: boolean
}

const MONTH = /^\d{4}-\d{2}$/

/**
 * First days of tenures, in their order. A start known only to the month is the day on which the
 * predecessor left in that month; where the predecessor had left before, so that nobody knows who
 * held the office meanwhile, it is the month's last day. Without a predecessor it is the first.
 */
export function termStarts(tenures: readonly Tenure[]): string[] {
  const ends = new Map<string, string[]>()
  for (const { office, to, acting } of tenures)
    if (to && !acting) ends.set(office, [...(ends.get(office) ?? []), to])
  return tenures.map(({ office, from, acting }) => {
    const first = firstDay(from)
    if (acting || !MONTH.test(from)) return first
    const last = lastDay(from)
    const before = (ends.get(office) ?? []).filter((to) => firstDay(to) <= last).sort()
    const end = before.at(-1)
    if (!end) return first
    if (lastDay(end) < first) return last
    return MONTH.test(end) || end.length < 7 ? first : end
  })
}
