/** Which of its meanings a form has here: country, time, conditions of the entry, definitions. */

import { by, byWeight, type Choice, Tally } from '../facts/choice'
import type { Binding, Context } from '../facts/facts'
import { type Reading, sentenceAt } from '../read/reading'
import type { Condition, Sense, Thing } from '../record/tables'
import { factsAround, outOfScenes, speakerCountry, weighCountries } from './countries'
import { dayMeant, weighTerm } from './in-force'

/** Abbreviations may fail their condition: they count less then. */
const ABBREVIATION = /^[A-Z]{3,}$/
/** A meaning must have more than this; one whose condition failed, more than that. */
const LEAST = -5
const LEAST_UNSURE = 3
/** So much must speak for the country that a condition asks for. */
const ABOUT = 2

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
): readonly Choice[] {
  const form = reading.text.slice(start, end)
  const bound = context.bindings.get(form)
  const [only] = senses
  if (only && senses.length === 1 && !only.when && !bound) {
    // Nothing to choose between: only a country written before it can speak against it.
    const { thing } = only
    if (country && thing.country && thing.country !== country) return []
    return [by(context.tables, 'form.listed', `「${form}」`, { thing })]
  }
  const chosen = context.chosen.get(form)
  const { kept, countries } = possible(senses, ({ thing, when }) => {
    if (!when || bound?.thing === thing || (chosen === thing && !when.bound)) return 'sure'
    if (holds(context, reading, start, end, when)) return 'sure'
    // An abbreviation whose condition fails may still be meant, where something else says so.
    return ABBREVIATION.test(form) ? 'unsure' : null
  })
  const asks = countries.size > 1 || kept.some(({ when }) => when?.country)
  const tallies = asks ? weighCountries(context, reading, start, end, countries) : null
  // Within 「…」 a bare post is one of the speaker's country.
  const speaker =
    tallies && !country && kept[0]?.thing.kind === 'office' && reading.text[start - 1] !== 'の'
      ? speakerCountry(context, reading, start)
      : null
  if (tallies && speaker && countries.has(speaker))
    tallies.set(
      speaker,
      (tallies.get(speaker) ?? new Tally(context.tables.weights)).add('country.speaker'),
    )
  // What has no term of its own has always been there.
  const dated = senses.length > 1 && senses.some(({ thing }) => thing.valid)
  const place: Place = {
    form,
    bound,
    chosen,
    country,
    kept,
    countries,
    tallies,
    home: asks && abroad(context, reading, start) ? 'country.home-abroad' : 'country.home',
    atKantei: asks && meetsAtKantei(reading, start),
    day: dated ? dayMeant(context, reading, start) : null,
    paper: saysPaper(reading, start, end),
    body: BODY_BEHIND.test(reading.text.slice(end, end + 18)),
  }
  const known = weighedBefore(context, senses)
  const key = keyOf(senses, place)
  const choices = known.get(key) ?? weighSenses(context, place)
  known.set(key, choices)
  return choices
}

interface Possible {
  /** Meanings whose conditions hold, or may. */
  readonly kept: readonly (Sense & { readonly sure: boolean })[]
  /** Theirs, and those that they ask for. */
  readonly countries: ReadonlySet<string>
}

/** Of meanings without conditions, which are the same in every text. */
const UNCONDITIONAL = new WeakMap<readonly Sense[], Possible>()

function possible(
  senses: readonly Sense[],
  judge: (sense: Sense) => 'sure' | 'unsure' | null,
): Possible {
  const known = UNCONDITIONAL.get(senses)
  if (known) return known
  const kept = senses.flatMap((sense) => {
    const judged = judge(sense)
    return judged ? [{ ...sense, sure: judged === 'sure' }] : []
  })
  const countries = new Set(
    kept.flatMap(({ thing, when }) => [thing.country ?? [], when?.country ?? []].flat()),
  )
  if (!senses.some(({ when }) => when)) UNCONDITIONAL.set(senses, { kept, countries })
  return { kept, countries }
}

/** All that a form's meanings are weighed by at a place. */
interface Place extends Possible {
  readonly form: string
  readonly bound: Binding | undefined
  readonly chosen: Thing | undefined
  /** Written directly before the form. */
  readonly country: string | null
  readonly tallies: ReadonlyMap<string, Tally> | null
  readonly home: string
  readonly atKantei: boolean
  /** The day of which it is told; null where no meaning has a term. */
  readonly day: string | null
  /** The words around are those of a document, of a body. */
  readonly paper: boolean
  readonly body: boolean
}

type Weighed = Map<string, readonly Choice[]>
const WEIGHED = new WeakMap<Context, Map<readonly Sense[], Weighed>>()

/**
 * What the meanings were found to weigh at earlier places of the text: 大統領 has eighty, and where a
 * text says it again amid the same facts they weigh the same.
 */
function weighedBefore(context: Context, senses: readonly Sense[]): Weighed {
  const ofText = WEIGHED.get(context) ?? new Map<readonly Sense[], Weighed>()
  WEIGHED.set(context, ofText)
  const ofSenses = ofText.get(senses) ?? new Map<string, readonly Choice[]>()
  ofText.set(senses, ofSenses)
  return ofSenses
}

/** Equal where all that the meanings are weighed by is. */
function keyOf(
  senses: readonly Sense[],
  { form, bound, chosen, country, kept, tallies, ...rest }: Place,
): string {
  const { home, atKantei, day, paper, body } = rest
  let said = ''
  for (const [code, { evidence }] of tallies ?? [])
    for (const { id, weight } of evidence) said += `${code} ${id} ${weight},`
  const sure = UNCONDITIONAL.has(senses) ? '' : kept.map((one) => `${one.thing.id}${one.sure}`)
  const flags = `${atKantei} ${paper} ${body}`
  return `${form}|${bound?.thing?.id}|${chosen?.id}|${country}|${home}|${day}|${flags}|${sure}|${said}`
}

/** The meanings by what speaks for each, likeliest first, without those that too much speaks against. */
function weighSenses(context: Context, place: Place): Choice[] {
  const { form, bound, chosen, country, countries, tallies, home, day } = place
  const { weights } = context.tables
  return place.kept
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
      if (thing.kind === 'document' ? place.paper : thing.kind === 'organisation' && place.body)
        tally.add('form.kind-said')
      if (thing.country === 'JP' && thing.kind === 'organisation' && place.atKantei)
        tally.add('country.at-kantei')
      if (!sure) tally.add('document.condition-fails')
      if (chosen === thing) tally.add('introduced.earlier')
      if (sure && when?.period)
        // It holds, so the entry itself says that the form means this at that time.
        tally.add('date.period', when.period)
      else if (day !== null) weighTerm(tally, thing, day)
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

/** Whether of the countries that have a body of the name a text speaks of one alone: 商務省 … 北京. */
const isOnlyOne = (
  context: Context,
  { kind }: Thing,
  country: string,
  countries: ReadonlySet<string>,
): boolean =>
  kind === 'organisation' &&
  countries.size > 1 &&
  [...countries].every((one) => context.countries.has(one) === (one === country))

const PAPER_BEFORE = /(?:発表|公表|策定|改定|改訂|決定)(?:した|する|された)[「『]?$/u
const PAPER_BEHIND =
  /^[」』]?(?:を[^、。]{0,6}?(?:策定|改定|改訂|公表|発表|閣議決定)|に(?:明記|記|盛)|で[、は]?\S{0,12}(?:位置|明記|記し))/u
const BODY_BEHIND =
  /^[」』]?(?:の?(?:局長|局次長|次長|職員|幹部|本部|会合|初会合)|が\S{0,6}(?:発足|開催|開かれ)|を(?:発足|創設|新設)|に[^、。]{0,8}?[班室課係]を|の(?:傘下|\p{sc=Han}{1,6}(?:班|室|課)))/u

/** Whether the words around are those of a document, which is published: bodies have staff and meet. */
const saysPaper = (reading: Reading, start: number, end: number): boolean =>
  PAPER_BEHIND.test(reading.text.slice(end, end + 18)) ||
  PAPER_BEFORE.test(reading.text.slice(Math.max(0, start - 8), start))

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
