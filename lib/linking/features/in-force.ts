/** Of which day a text tells at a place, and what it says for a meaning that it was in force then. */

import type { Tally } from '../facts/choice'
import type { Context } from '../facts/facts'
import { type Reading, sentenceAt } from '../read/reading'
import { daysBetween } from '../record/period'
import type { Thing } from '../record/tables'

/** How long after its last day an event is meant by its bare name. */
const NEWS_DAYS = 45
/** After so many days the press tells of a body only as of the past. */
const LONG_OVER = 730
/** A day that stands for a year of which no more is known. */
const YEAR_ONLY = '-07-01'

/** What it says that something was in force, or had ended, on a day. */
export function weighTerm(tally: Tally, thing: Thing, day: string): void {
  const inForce = isInForce(thing, day)
  const { valid } = thing
  if (inForce && valid)
    tally.add('date.in-force', `${valid[0]}〜${valid[1].replace(/^9999.*/, '')}`)
  else if (inForce) tally.add('date.in-force')
  else if (valid && valid[1] < day && thing.kind !== 'event') tally.add(endedFor(thing, day))
  else tally.add('date.not-yet')
  if (inForce && thing.kind === 'event') tally.add('date.event')
}

/** What speaks against what is no more: little at first, much after years. */
const endedFor = ({ kind, valid }: Thing, day: string): string =>
  kind === 'organisation' && valid && daysBetween(valid[1], day) > LONG_OVER
    ? 'date.long-over'
    : 'date.over'

/** An event is news for some weeks; what has a term is in force from its first to its last day. */
function isInForce({ kind, valid }: Thing, day: string): boolean {
  if (!valid) return kind !== 'event'
  if (kind !== 'event') return valid[0] <= day && day <= valid[1]
  if (day.endsWith(YEAR_ONLY)) return day.slice(0, 4) === valid[0].slice(0, 4)
  return daysBetween(valid[0], day) >= -3 && daysBetween(valid[1], day) <= NEWS_DAYS
}

/** The article's day, or the year that the sentence names before the form; `N年後` counts from it. */
export function dayMeant(context: Context, reading: Reading, start: number): string {
  const sentence = sentenceAt(reading, start)
  const words = reading.text.slice(sentence.start, Math.min(sentence.end, start + 16))
  const year = [...words.matchAll(/((?:19|20)\d\d)年(?!以)/gu)].at(-1)
  if (!year?.[1]) return context.day
  const later = /(\d{1,2})年後/u.exec(words.slice(year.index + year[0].length))?.[1]
  const meant = Number(year[1]) + Number(later ?? 0)
  return meant < Number(context.day.slice(0, 4)) ? `${meant}${YEAR_ONLY}` : context.day
}
