/** The day from which relative expressions are counted. */
import { daysIn } from './month-length'

/** `month` and `day` are 0 where they are not known. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const JAPAN = 9 * 3_600_000

/** The calendar day that an instant is in Japan. */
const inJapan = (instant: number): Day => {
  const at = new Date(instant + JAPAN)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}

/**
 * The publication day as a Japanese newspaper counts it, out of `Document.publishedAt`.
 *
 * @param published an ISO year, month, day, or date and time; a time without zone is Japanese.
 * @returns null where nothing, or nothing readable, or a day that does not exist is given.
 */
export function referenceDay(published: string | null): Day | null {
  const text = published?.trim() ?? ''
  const [, y, m, d, rest = ''] = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(T.*)?$/.exec(text) ?? []
  if (!y) return null
  const year = Number(y)
  const month = Number(m ?? 0)
  const day = Number(d ?? 0)
  if (month > 12 || (m && month < 1) || (d && (day < 1 || day > daysIn(year, month)))) return null
  if (rest && /(?:Z|[+-]\d{2}:?\d{2})$/.test(rest)) {
    const instant = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
    if (!Number.isNaN(instant)) return inJapan(instant)
  }
  return { year, month, day }
}

/** Days since 1970-01-01; an unknown month or day counts as the last one. */
export const dayNumber = ({ year, month, day }: Day): number => {
  const m = month || 12
  return Date.UTC(year, m - 1, day || daysIn(year, m)) / 86_400_000
}

export const dayOfNumber = (number: number): Day => {
  const at = new Date(number * 86_400_000)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}

/** `months` later, the day left out. */
export const addMonths = (year: number, month: number, months: number): Day => {
  const n = year * 12 + (month - 1) + months
  return { year: Math.floor(n / 12), month: (((n % 12) + 12) % 12) + 1, day: 0 }
}
