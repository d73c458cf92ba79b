/** Days as numbers, in Japan's time: what a filter or a ranking compares. */

const DAY = 86_400_000
const JAPAN = 9 * 3_600_000

/**
 * Days since 1970-01-01 of `YYYY`, `YYYY-MM`, `YYYY-MM-DD` (the first day meant) or of an instant
 * with zone, in which case the day it was in Japan. An instant without zone is taken as Japan's.
 * null where it is none of these.
 */
export function japanDay(date: string | null): number | null {
  const [, year, month, day, clock, zone] =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T[\d:.]+)?(Z|[+-]\d{2}:?\d{2})?)?)?$/.exec(date ?? '') ?? []
  if (!year) return null
  if (clock && zone) {
    const instant = Date.parse(date ?? '')
    return Number.isNaN(instant) ? null : Math.floor((instant + JAPAN) / DAY)
  }
  const days = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)) / DAY
  return Number.isNaN(days) ? null : days
}

/** `YYYY-MM-DD` of a number that `japanDay` gave. */
export const dayName = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)
