/** Which month or year a bare 22日, 3月 or 3月22日 means: what the text leaves unsaid. */
import type { Direction } from './direction'
import { daysIn } from './month-length'
import { addMonths, type Day, dayNumber } from './reference'

/** Articles carry the stamp of the next morning: a plan for yesterday evening is yesterday's. */
const STAMP_LAG = 3

/** Picks between the last such day (`back` days ago) and the next one (`ahead` days on). */
function takesNext(direction: Direction, back: number, ahead: number): boolean {
  if (ahead === 0) return true
  switch (direction) {
    case 'planned':
      return !(back <= STAMP_LAG && ahead > 4 * STAMP_LAG)
    case 'future':
      return ahead <= back
    case 'near':
      return ahead * 2 < back
    case 'past':
      return false
  }
}

/** The nearest month from `start` on, going by `step`, that has that day. */
function monthWith(day: number, start: Day, step: 1 | -1): Day {
  let month = start
  while (day > daysIn(month.year, month.month)) month = addMonths(month.year, month.month, step)
  return { ...month, day }
}

/** A bare 22日. */
export function unsaidMonth(day: number, now: Day, direction: Direction): Day {
  if (!now.month) return { year: now.year, month: 0, day }
  if (!now.day) return { year: now.year, month: now.month, day }
  const thisMonth = addMonths(now.year, now.month, 0)
  const last =
    day <= now.day
      ? monthWith(day, thisMonth, -1)
      : monthWith(day, addMonths(now.year, now.month, -1), -1)
  const next =
    day >= now.day
      ? monthWith(day, thisMonth, 1)
      : monthWith(day, addMonths(now.year, now.month, 1), 1)
  const today = dayNumber(now)
  return takesNext(direction, today - dayNumber(last), dayNumber(next) - today) ? next : last
}

/** A bare 3月22日, or null where no year has that day. */
export function unsaidYear(month: number, day: number, now: Day, direction: Direction): Day | null {
  const today = dayNumber(now)
  const days: Day[] = []
  // 29 February may be four years away, eight around 1900.
  for (let year = now.year - 8; year <= now.year + 8; year++)
    if (day <= daysIn(year, month)) days.push({ year, month, day })
  const last = days.filter((x) => dayNumber(x) <= today).at(-1)
  const next = days.find((x) => dayNumber(x) >= today)
  if (!last || !next) return last ?? next ?? null
  return takesNext(direction, today - dayNumber(last), dayNumber(next) - today) ? next : last
}

/** A bare 3月: its year. */
export function unsaidYearOfMonth(month: number, now: Day, direction: Direction): number {
  if (!now.month) return now.year
  const back = (now.month - month + 12) % 12
  const ahead = (month - now.month + 12) % 12
  const last = month <= now.month ? now.year : now.year - 1
  const next = month >= now.month ? now.year : now.year + 1
  switch (direction) {
    case 'planned':
      return back <= 2 && ahead > 6 ? last : next
    case 'future':
      return ahead <= 9 ? next : last
    case 'near':
      return ahead < back && ahead <= 6 ? next : last
    case 'past':
      return last
  }
}
