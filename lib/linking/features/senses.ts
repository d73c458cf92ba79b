/** Which of its meanings a form has here: country, time, conditions of the entry, definitions. */

import { by, byWeight, type Choice, Tally } from '../facts/choice'
import type { Context } from '../facts/facts'
import { type Reading, sentenceAt } from '../read/reading'
import { daysBetween } from '../record/period'
import type { Condition, Sense, Thing } from '../record/tables'
import { factsAround, outOfScenes, speakerCountry, weighCountries } from './countries'

/** Abbreviations may fail their condition: they count less then. */
const ABBREVIATION = /^[A-Z]{3,}$/
/** A meaning must have more than this; one whose condition failed, more than that. */
const LEAST = -5
const LEAST_UNSURE = 3
/** So much must speak for the country that a condition asks for. */
const ABOUT = 2
/** How long after its last day an event is meant by its bare name. */
const NEWS_DAYS = 45
/** After so many days the press tells of a body only as of the past. */
const LONG_OVER = 730
/** A day that stands for a year of which no more is known. */
const YEAR_ONLY = '-07-01'

/**
 * The meanings of a form at a place, likeliest first; those whose conditions do not hold are left out.
 *
 * @param country ISO code where the text names it directly before the form (米|国防省).
 */
export function chooseSenses(
  context: Context,
  reading: Reading,
  start: number,
  end: number,
  senses: readonly Sense[],
  country: string | null = null,
): Choice[] {
  const form = reading.text.slice(start, end)
  const bound = context.bindings.get(form)
  const { weights } = context.tables
  const [only] = senses
  if (only && senses.length === 1 && !only.when && !bound) {
    // Nothing to choose between: only a country written before it can speak against it.
    const { thing } = only
    if (country && thing.country && thing.country !== country) return []
    return [by(context.tables, 'form.listed', `「${form}」`, { thing })]
  }
  const chosen = context.chosen.get(form)
  const kept = senses.flatMap((sense) => {
    const sure =
      !sense.when ||
      bound?.thing === sense.thing ||
      (chosen === sense.thing && !sense.when.bound) ||
      holds(context, reading, start, end, sense.when)
    // An abbreviation whose condition fails may still be meant, where something else says so.
    return sure || ABBREVIATION.test(form) ? [{ ...sense, sure }] : []
  })
  const countries = [
    ...new Set(
      kept.flatMap(({ thing, when }) => [thing.country ?? [], when?.country ?? []].flat()),
    ),
  ]
  const asks = countries.length > 1 || kept.some(({ when }) => when?.country)
  const tallies = asks ? weighCountries(context, reading, start, end, countries) : null
  // Within 「…」 a bare post is one of the speaker's country.
  const speaker =
    tallies && !country && kept[0]?.thing.kind === 'office' && reading.text[start - 1] !== 'の'
      ? speakerCountry(context, reading, start)
      : null
  if (speaker) tallies?.get(speaker)?.add('country.speaker')
  const home = asks && abroad(context, reading, start) ? 'country.home-abroad' : 'country.home'
  // What has no term of its own has always been there.
  const dated = senses.length > 1 && senses.some(({ thing }) => thing.valid)
  const atKantei = asks && meetsAtKantei(reading, start)
  const day = dated ? dayMeant(context, reading, start) : context.day
  return kept
    .map(({ thing, kind, when, sure }) => {
      const tally = new Tally(weights)
      tally.add(kind === 'headword' || kind === 'full' ? 'form.name' : 'form.listed', `「${form}」`)
      if (bound?.thing === thing) tally.add('binding.defined', bound.words)
      if (tallies && thing.country) {
        const said = tallies.get(thing.country)
        if (country)
          tally.add(
            thing.country === country ? 'country.written' : 'country.other-written',
            thing.country === country ? `文の国: ${thing.country}` : '',
          )
        else if (said) {
          tally.take(said)
          if (said.sum > 1) tally.say('country.sentence', `文の国: ${thing.country}`)
        }
        if (thing.country === 'JP' && !country) tally.add(home)
      } else if (country && thing.country && thing.country !== country)
        tally.add('country.other-written')
      if (saysKind(reading, start, end, thing)) tally.add('form.kind-said')
      if (thing.country === 'JP' && thing.kind === 'organisation' && atKantei)
        tally.add('country.at-kantei')
      if (!sure) tally.add('document.condition-fails')
      if (chosen === thing) tally.add('introduced.earlier')
      if (sure && when?.period)
        // It holds, so the entry itself says that the form means this at that time.
        tally.add('date.period', when.period)
      else if (dated) weighTerm(tally, thing, day)
      if (sure && when?.country && bound?.thing !== thing && chosen !== thing) {
        const about = country
          ? country === when.country
          : (tallies?.get(when.country)?.sum ?? 0) +
              (when.country === 'JP' ? weights.of(home) : 0) >=
              ABOUT || isOnlyOne(context, thing, when.country, countries)
        tally.add(about ? 'country.asked' : 'country.asked-other')
      }
      if (sure && when) {
        const words = [...(when.sentence ?? []), ...(when.document ?? [])].filter((word) =>
          context.says(word),
        )
        tally.add('document.condition', words.join('、'))
      }
      return { choice: tally.of({ thing }), least: sure ? LEAST : LEAST_UNSURE }
    })
    .filter(({ choice, least }) => choice.weight > least)
    .map(({ choice }): Choice => choice)
    .sort(byWeight)
}

/** What it says that something was in force, or had ended, on a day. */
function weighTerm(tally: Tally, thing: Thing, day: string): void {
  const inForce = isInForce(thing, day)
  const { valid } = thing
  if (inForce && valid)
    tally.add('date.in-force', `${valid[0]}〜${valid[1].replace(/^9999.*/, '')}`)
  else if (inForce) tally.add('date.in-force')
  else if (valid && valid[1] < day && thing.kind !== 'event') tally.add(endedFor(thing, day))
  else tally.add('date.not-yet')
  if (inForce && thing.kind === 'event') tally.add('date.event')
}

/** Whether of the countries that have a body of the name a text speaks of one alone: 商務省 … 北京. */
const isOnlyOne = (
  context: Context,
  { kind }: Thing,
  country: string,
  countries: readonly string[],
): boolean =>
  kind === 'organisation' &&
  countries.length > 1 &&
  countries.every((one) => context.countries.has(one) === (one === country))

const PAPER_BEFORE = /(?:発表|公表|策定|改定|改訂|決定)(?:した|する|された)[「『]?$/u
const PAPER_BEHIND =
  /^[」』]?(?:を[^、。]{0,6}?(?:策定|改定|改訂|公表|発表|閣議決定)|に(?:明記|記|盛)|で[、は]?\S{0,12}(?:位置|明記|記し))/u
const BODY_BEHIND =
  /^[」』]?(?:の?(?:局長|局次長|次長|職員|幹部|本部|会合|初会合)|が\S{0,6}(?:発足|開催|開かれ)|を(?:発足|創設|新設)|に[^、。]{0,8}?[班室課係]を|の(?:傘下|\p{sc=Han}{1,6}(?:班|室|課)))/u

/** Whether the words around say of what kind it is: papers are published, bodies have staff and meet. */
function saysKind(reading: Reading, start: number, end: number, { kind }: Thing): boolean {
  const behind = reading.text.slice(end, end + 18)
  if (
    kind === 'document' &&
    (PAPER_BEHIND.test(behind) ||
      PAPER_BEFORE.test(reading.text.slice(Math.max(0, start - 8), start)))
  )
    return true
  return kind === 'organisation' && BODY_BEHIND.test(behind)
}

/** Whether the sentence tells of a meeting in the office of Japan's prime minister. */
function meetsAtKantei(reading: Reading, at: number): boolean {
  const { start, end } = sentenceAt(reading, at)
  return /官邸(?:で|に(?:集|入))/u.test(reading.text.slice(start, end))
}

/** Whether the sentence has named another country and not Japan before an offset. */
function abroad(context: Context, reading: Reading, start: number): boolean {
  const { before } = factsAround(context, reading, start, start)
  const last = outOfScenes(reading, before).at(-1)
  return last !== undefined && last.country !== 'JP' && reading.text[last.end] !== 'の'
}

function holds(
  context: Context,
  reading: Reading,
  start: number,
  end: number,
  when: Condition,
): boolean {
  if (when.bound) return false
  if (when.sentence && !saysNear(context, reading, start, end, when.sentence)) return false
  if (when.document && !when.document.some((word) => context.says(word))) return false
  if (when.without?.some((word) => context.says(word))) return false
  if (when.days && (context.day < when.days[0] || context.day > when.days[1])) return false
  return true
}

/** Whether the rest of the sentence has one of the words. The document, which remembers them, is asked first. */
function saysNear(
  context: Context,
  reading: Reading,
  start: number,
  end: number,
  words: readonly string[],
): boolean {
  const said = words.filter((word) => context.says(word))
  if (said.length === 0) return false
  const sentence = sentenceAt(reading, start)
  const before = reading.text.slice(sentence.start, start)
  const behind = reading.text.slice(end, sentence.end)
  return said.some((word) => before.includes(word) || behind.includes(word))
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
function dayMeant(context: Context, reading: Reading, start: number): string {
  const sentence = sentenceAt(reading, start)
  const words = reading.text.slice(sentence.start, Math.min(sentence.end, start + 16))
  const year = [...words.matchAll(/((?:19|20)\d\d)年(?!以)/gu)].at(-1)
  if (!year?.[1]) return context.day
  const later = /(\d{1,2})年後/u.exec(words.slice(year.index + year[0].length))?.[1]
  const meant = Number(year[1]) + Number(later ?? 0)
  return meant < Number(context.day.slice(0, 4)) ? `${meant}${YEAR_ONLY}` : context.day
}
