/** From what an expression says to the EDTF value that it has in its text. */
import type { Context } from './context'
import type { Direction } from './direction'
import { isEdtf } from './edtf'
import { daysIn } from './month-length'
import { addMonths, type Day, dayNumber, dayOfNumber } from './reference'
import type { Clock, PartOfDay, Point, Ref } from './spec'
import { unsaidMonth, unsaidYear, unsaidYearOfMonth } from './unsaid'
import { offsetOf } from './zones'

/** What the sentence around an expression decides. */
export interface Surroundings {
  /** Asked only where a date leaves something unsaid. */
  readonly direction: () => Direction
  /** The date with which this one is coordinated: 昨年12月と1月. */
  readonly joined: Day | null
  /** A date just before, in the same story, that this one goes on from. */
  readonly anchor: Day | null
  /** The day on which the words were said; not the publication day inside a quotation. */
  readonly today: Day | null
}

export interface Resolved {
  readonly value: string
  /** Parts that are unknown are 0. */
  readonly day: Day
  readonly range: { from: Day; to: Day } | null
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

/** `2026-03-22`, `XXXX-03`, `XXXX-XX-22`: zeros are unknown. */
function format({ year, month, day }: Day): string {
  const y = year ? pad(year, 4) : 'XXXX'
  if (!month && !day) return y
  const m = month ? pad(month) : 'XX'
  return day ? `${y}-${m}-${pad(day)}` : `${y}-${m}`
}

const rangeOf = (from: Day, to: Day): Resolved => ({
  value: `${format(from)}/${format(to)}`,
  day: from,
  range: { from, to },
})

/** The point's value, or null where there is no such day (2月30日) or nothing to count from (二日目). */
export function resolvePoint(
  point: Point,
  context: Context,
  around: Surroundings,
): Resolved | null {
  const found = datePart(point, context, around)
  if (!found) return null
  if (!point.part && !point.clock) return valid(found)
  if (found.range || !found.day.day) return valid(found)
  return valid(withClock(found.day, point))
}

const valid = (found: Resolved): Resolved | null => (isEdtf(found.value) ? found : null)

/** Both ends; what the second leaves unsaid it takes from the first. */
export function resolveRange(
  from: Point,
  to: Point,
  context: Context,
  around: Surroundings,
): Resolved | null {
  const first = resolvePoint(from, context, around)
  if (!first) return null
  const inherits = to.clock && !to.part && (from.part === 'AF' || from.part === 'MO')
  const second = resolvePoint(
    inherits && from.part ? { ...to, part: laterPart(from, to, from.part) } : to,
    context,
    { ...around, joined: first.day },
  )
  if (!second) return null
  const start = first.value.split('/')[0] ?? first.value
  const end = second.value.split('/').at(-1) ?? second.value
  if (start === end) return first
  const range = { from: first.range?.from ?? first.day, to: second.range?.to ?? second.day }
  if (runsBackwards(range.from, range.to)) return null
  return valid({ value: `${start}/${end}`, day: first.day, range })
}

/** 30〜29日: whatever was meant, it is no range. */
function runsBackwards(from: Day, to: Day): boolean {
  const parts = [
    [from.year, to.year],
    [from.month, to.month],
    [from.day, to.day],
  ] as const
  for (const [a, b] of parts) {
    if (!a || !b) return false
    if (a !== b) return a > b
  }
  return false
}

/** Both ends bare, the second before the first: 30日から2日 passes into the next month, but no further. */
const LONGEST_OVER_MONTHS = 21

/** 午前10時から1時: the second is past noon. */
const laterPart = (from: Point, to: Point, part: PartOfDay): PartOfDay =>
  part === 'MO' && (to.clock?.hour ?? 0) < (from.clock?.hour ?? 0) ? 'AF' : part

function yearOf(ref: Ref, context: Context, today: Day | null): number {
  switch (ref.at) {
    case 'value':
      return ref.n
    case 'short': {
      const century = 100 * Math.floor((today?.year ?? 2000) / 100)
      return ref.n > ((today?.year ?? 2025) % 100) + 30 ? century - 100 + ref.n : century + ref.n
    }
    case 'now':
      return today ? today.year + ref.offset : 0
    case 'context': {
      const base = context.last?.year || today?.year
      return base ? base + ref.offset : 0
    }
    case 'nearest':
      return today ? unsaidYearOfMonth(ref.month, today, 'near') : 0
  }
}

function datePart(point: Point, context: Context, around: Surroundings): Resolved | null {
  const { today } = around
  if (point.fiscal && point.year) return fiscalYear(point, point.year, context, today)
  if (point.nth) {
    const range = context.lastRange
    if (!range?.from.day || point.nth > 60) return null
    return exact(dayOfNumber(dayNumber(range.from) + point.nth - 1))
  }
  if (point.week || point.weekday || point.weekend) return weekPart(point, context, around)
  const year = point.year ? yearOf(point.year, context, today) : 0
  if (point.month) return monthPart(point, point.month, year, context, around)
  if (point.day) return dayPart(point.day, context, around)
  if (point.year) return yearPart(point, year)
  // A time without a date: of the day last spoken of.
  const last = context.lastDay ?? today
  const over =
    last?.day && today?.day && dayNumber(last) > dayNumber(today) && around.direction() === 'past'
  const day = around.joined?.day ? around.joined : over ? (context.lastPastDay ?? today) : last
  return exact(day?.day ? day : { year: day?.year ?? 0, month: day?.month ?? 0, day: 0 })
}

const exact = (day: Day): Resolved => ({ value: format(day), day, range: null })

function yearPart(point: Point, year: number): Resolved {
  const day = { year, month: 0, day: 0 }
  const text = format(day)
  if (point.century)
    return { value: `${pad(year - 1)}XX${edge(point)}`, day: { ...day, year: 0 }, range: null }
  if (point.decade) {
    if (year % 10 === 0) return { value: `${text.slice(0, 3)}X${edge(point)}`, day, range: null }
    return rangeOf(day, { ...day, year: year + 9 })
  }
  if (point.season) return { value: `${text}-${point.season}`, day, range: null }
  if (point.quarter) return { value: `${text}-${32 + point.quarter}`, day, range: null }
  if (point.half)
    return rangeOf(
      { ...day, month: point.half === 1 ? 1 : 7 },
      { ...day, month: point.half === 1 ? 6 : 12 },
    )
  return { value: `${text}${edge(point)}`, day, range: null }
}

const edge = (point: Point): string => (point.edge ? `~${point.edge}` : '')

/** April to March. */
function fiscalYear(point: Point, ref: Ref, context: Context, today: Day | null): Resolved {
  const base = ref.at === 'context' ? (context.last ?? today) : today
  let year = yearOf(ref, context, today)
  if ((ref.at === 'now' || ref.at === 'context') && base?.month && base.month < 4) year--
  const at = (month: number): Day => ({ ...addMonths(year, 4, month), day: 0 })
  if (!year) return exact({ year: 0, month: 0, day: 0 })
  if (point.quarter) return rangeOf(at(3 * point.quarter - 3), at(3 * point.quarter - 1))
  if (point.half) return point.half === 1 ? rangeOf(at(0), at(5)) : rangeOf(at(6), at(11))
  if (point.edge === 'L') return exact(at(11))
  if (point.edge === 'E') return exact(at(0))
  return rangeOf(at(0), at(11))
}

function monthPart(
  point: Point,
  ref: Ref,
  saidYear: number,
  context: Context,
  around: Surroundings,
): Resolved | null {
  const { today, joined, anchor, direction } = around
  let base: Day
  if (ref.at === 'value') {
    const month = ref.n
    const day = point.day?.at === 'value' ? point.day.n : 0
    if (saidYear || point.year) base = { year: saidYear, month, day: 0 }
    else if (joined?.year)
      base = {
        year: joined.month && month < joined.month ? joined.year + 1 : joined.year,
        month,
        day: 0,
      }
    else if (anchor?.year && direction() !== 'planned')
      base = {
        year: anchor.month && month < anchor.month ? anchor.year + 1 : anchor.year,
        month,
        day: 0,
      }
    else if (!today) base = { year: 0, month, day: 0 }
    else if (day && today.day) {
      const full = unsaidYear(month, day, today, direction())
      return full && exact(full)
    } else base = { year: unsaidYearOfMonth(month, today, direction()), month, day: 0 }
  } else {
    const last = context.last?.month ? context.last : null
    // Without a publication day 今月 is the month that the text speaks of.
    const from = ref.at === 'context' ? (last ?? today) : (today ?? last)
    const said = point.day?.at === 'value' ? point.day.n : 0
    if (!from?.month) return exact({ year: from?.year ?? 0, month: 0, day: said })
    base = addMonths(from.year, from.month, 'offset' in ref ? ref.offset : 0)
  }
  if (point.closing && base.year) return rangeOf(addMonths(base.year, base.month, -11), base)
  if (point.day?.at === 'value') {
    if (point.day.n > daysIn(base.year || 2000, base.month)) return null
    return exact({ ...base, day: point.day.n })
  }
  return { value: `${format(base)}${edge(point)}`, day: base, range: null }
}

function dayPart(ref: Ref, context: Context, around: Surroundings): Resolved | null {
  const { today, joined, anchor, direction } = around
  if (ref.at === 'value') {
    const from = joined?.month ? joined : anchor && direction() === 'planned' ? null : anchor
    if (from?.month) {
      // 22日午前(現地時間21日午後) is the day before, not a month later.
      const over = daysIn(from.year || 2000, from.month) - from.day + ref.n
      const passes = ref.n < from.day - 1 && !(joined && over > LONGEST_OVER_MONTHS)
      const month = passes ? addMonths(from.year, from.month, 1) : from
      return ref.n <= daysIn(month.year || 2000, month.month)
        ? exact({ ...month, day: ref.n })
        : null
    }
    return exact(today ? unsaidMonth(ref.n, today, direction()) : { year: 0, month: 0, day: ref.n })
  }
  if (ref.at === 'now') {
    if (!today?.day) return exact({ year: today?.year ?? 0, month: today?.month ?? 0, day: 0 })
    return exact(dayOfNumber(dayNumber(today) + ref.offset))
  }
  if (ref.at !== 'context') return null
  const from = ref.offset < 0 ? context.ownDay : context.lastDay
  const base = ref.offset === 0 ? context.thisDay() : from && dayNumber(from)
  const number = base ?? (today?.day ? dayNumber(today) : null)
  return number === null
    ? exact({ year: today?.year ?? 0, month: today?.month ?? 0, day: 0 })
    : exact(dayOfNumber(number + ref.offset))
}

function weekPart(point: Point, context: Context, around: Surroundings): Resolved | null {
  const { today, direction } = around
  const from = point.week?.at === 'context' ? (context.lastDay ?? today) : today
  if (!from?.day) return null
  const number = dayNumber(from)
  // 1970-01-01 was a Thursday.
  const monday = number - ((((number + 3) % 7) + 7) % 7)
  const offset = point.week && 'offset' in point.week ? point.week.offset : 0
  const start = monday + 7 * offset
  if (point.weekend) {
    const back = number - (monday - 2)
    const ahead = monday + 5 - number
    const first =
      point.week || !(direction() === 'past' || (direction() === 'near' && back <= ahead))
        ? start + 5
        : start - 2
    return rangeOf(dayOfNumber(first), dayOfNumber(first + 1))
  }
  if (!point.weekday) return rangeOf(dayOfNumber(start), dayOfNumber(start + 6))
  if (point.week) return exact(dayOfNumber(start + point.weekday - 1))
  const ahead = (((monday + point.weekday - 1 - number) % 7) + 7) % 7
  const back = (7 - ahead) % 7
  const tense = direction()
  const next = tense === 'past' ? false : tense === 'near' ? ahead < back : true
  return exact(dayOfNumber(next ? number + ahead : number - back))
}

/** 午後3時 is 15; 25時 is one o'clock of the next day. */
function hourOf(clock: Clock, part: PartOfDay | undefined): number {
  const { hour } = clock
  if (part === 'AF' || part === 'EV') return hour < 12 ? hour + 12 : hour
  if (part === 'NI') return hour >= 5 && hour < 12 ? hour + 12 : hour
  if (part === 'MO' && hour === 12) return 0
  return hour
}

function withClock(day: Day, point: Point): Resolved {
  const { clock, part, zone } = point
  if (!clock) return { value: `${format(day)}T${part}`, day, range: null }
  const hour = hourOf(clock, part)
  const on = hour >= 24 && day.year ? dayOfNumber(dayNumber(day) + 1) : day
  const seconds = clock.second === null ? '' : `:${pad(clock.second)}`
  const offset = (zone && offsetOf(zone, on.year || 2000, on.month || 1, on.day || 1)) ?? ''
  return {
    value: `${format(on)}T${pad(hour % 24)}:${pad(clock.minute)}${seconds}${offset}`,
    day: on,
    range: null,
  }
}
