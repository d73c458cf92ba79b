/** Which country a stretch of a text is about. */

import { Tally } from '../facts/choice'
import type { Context, Fact } from '../facts/facts'
import { lastUpTo, type Reading, sentenceAt } from '../read/reading'

/** Particles behind the nearest country that say more, or less, of it than others. */
const PARTICLES: Readonly<Record<string, string>> = {
  は: 'country.topic',
  が: 'country.subject',
  の: 'country.of-something',
}
/** Behind a country whose part in the sentence is told before that of its subject. */
const ASIDE = /^(?:による|によっ|への|に対|との|をめぐ|などの|からの)/u
/** A noun phrase from a country to the particle that makes it the subject: 韓国|大統領府は. */
const SUBJECT = /^[\p{sc=Han}\p{sc=Kana}ー・の()A-Za-z0-9]{0,16}?[はが]/u
/** Behind a name that leads a country's government: ショルツ|政権は, メローニ|内閣は. */
const GOVERNMENT = /^(?:の|政権|内閣|指導部|政府|当局)/u
/** Behind a place where people of many countries met, which says nothing of whose posts are told of. */
const SCENE =
  /^で[^、。「」]{0,12}?(?:開か|行わ|開催さ)れ(?:た|ている|る)[^、。「」]{0,14}?(?:サミット|会議|会談|会合|総会|フォーラム)/u
/** Between a place and what befell it: ムンバイで起きた|同時多発テロ, インドのムンバイで起きた|…. */
const BEFELL =
  /^(?:の[\p{sc=Han}\p{sc=Kana}ー・]{2,16})?で[^、。]{0,8}?(?:起きた|起こった|発生した|あった|相次いだ)$/u
/** Behind a place where somebody of it speaks: 大統領は、キーウで|記者会見し. */
const MEETS_PRESS = /^で(?:記者)?会見/u
/** Behind a country that the sentence names only as the attacker. */
const ATTACK = /^の(?:軍事|全面)?(?:侵攻|侵略|攻撃|空爆|砲撃|占領)/u
/** So often a country behind the place counts, where others stand before it and where none does. */
const MOST_BEHIND = 2
const MOST_ALONE = 20 / 7
/** Of so few namings of countries in a text each says little. */
const FEW = 4
/** As many facts to either side are looked at. */
const NEAR = 40

/**
 * What speaks for each of `countries` at an offset, where anything does: a country named directly before (`Xの`), the
 * others of its sentence, the sentences before, the heading, the document as a whole.
 */
export function weighCountries(
  context: Context,
  reading: Reading,
  start: number,
  end: number,
  countries: ReadonlySet<string>,
): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  const add = (country: string, id: string, times = 1) => {
    if (!countries.has(country)) return
    const tally = tallies.get(country) ?? new Tally(context.tables.weights)
    tallies.set(country, tally.add(id, '', times))
  }
  const around = factsAround(context, reading, start, end)
  const { after, earlier, foreign } = around
  // Where the form can be Japan's, the place of a meeting is no evidence.
  const before = countries.has('JP') ? outOfScenes(reading, around.before) : around.before
  const host = after.find(
    ({ place, end: last }) => place && MEETS_PRESS.test(reading.text.slice(last, last + 8)),
  )
  const nearest = before.at(-1)
  if (reading.text[start - 1] === 'の') {
    const owner = before.findLast((fact) => fact.end === start - 1)
    if (owner) add(owner.country, owner.place ? 'country.owner' : 'country.owner-implied')
    else if (/(?:同国|両国)の$/u.test(reading.text.slice(Math.max(0, start - 3), start))) {
      if (foreign) add(foreign.country, 'country.same')
    }
  }
  if (nearest && BEFELL.test(reading.text.slice(nearest.end, start)))
    add(nearest.country, 'country.befell')
  // 「米国の制度を手本に」 is about something else than the United States.
  const attacks = nearest && host && ATTACK.test(reading.text.slice(nearest.end, nearest.end + 6))
  const aside = nearest && (attacks || ASIDE.test(reading.text.slice(nearest.end, nearest.end + 3)))
  const particle = nearest ? (reading.text[nearest.end] ?? '') : ''
  const words = nearest ? reading.text.slice(nearest.end, Math.min(start, nearest.end + 24)) : ''
  const governs = GOVERNMENT.test(words) && SUBJECT.test(words)
  if (nearest)
    add(
      nearest.country,
      aside
        ? 'country.aside'
        : governs
          ? 'country.governs'
          : (PARTICLES[particle] ?? 'country.nearest'),
    )
  if (aside && !attacks) {
    const subject = subjectOf(reading, before)
    if (subject) add(subject.country, 'country.subject-before-aside')
  }
  const whole = before.filter(
    (fact) => reading.text[fact.end] !== 'の' || (governs && fact === nearest),
  )
  for (const country of new Set(before.map((fact) => fact.country)))
    add(
      country,
      whole.some((fact) => fact.country === country) ? 'country.before' : 'country.before-owning',
    )
  const most = before.length > 0 ? MOST_BEHIND : MOST_ALONE
  for (const [country, facts] of Map.groupBy(after, (fact) => fact.country))
    add(country, 'country.behind', Math.min(most, facts.length))
  if (host) add(host.country, 'country.host')
  if (earlier) add(earlier.country, before.length ? 'country.earlier-too' : 'country.earlier')
  // A short text that names no other country goes on telling of the one of the sentence before.
  if (earlier && before.length + after.length === 0 && context.countries.size === 1)
    add(earlier.country, 'country.goes-on')
  const total = [...context.countries.values()].reduce((sum, count) => sum + count, 0)
  for (const [country, count] of context.countries)
    add(country, 'country.document', count / Math.max(FEW, total))
  return tallies
}

/** Facts without the places that are named only as where a meeting was held: 英国で開かれたサミット. */
export function outOfScenes(reading: Reading, facts: readonly Fact[]): readonly Fact[] {
  const scenes = facts.filter(
    ({ place, end }) => place && SCENE.test(reading.text.slice(end, end + 44)),
  )
  if (scenes.length === 0) return facts
  return facts.filter(({ start, end }) => !scenes.some((at) => at.start <= start && end <= at.end))
}

/** The last of some facts that belongs to a subject. */
const subjectOf = (reading: Reading, facts: readonly Fact[]): Fact | undefined =>
  facts.findLast((fact) => SUBJECT.test(reading.text.slice(fact.end, fact.end + 18)))

/** How far back from a word in quotation marks they may have opened. */
const QUOTE = 200
/** So many sentences back one who goes on speaking may be named. */
const SPEECHES = 3

/**
 * The country of who speaks, where an offset stands within 「…」: of the subject before it, or of the
 * one who spoke in the sentence before.
 */
export function speakerCountry(context: Context, reading: Reading, at: number): string | null {
  const from = Math.max(0, at - QUOTE)
  const words = reading.text.slice(from, at)
  const open = words.lastIndexOf('「')
  if (open < 0 || words.indexOf('」', open) >= 0) return null
  const quote = from + open
  const sentence = sentenceAt(reading, quote)
  const here = factsIn(context, reading, sentence.start, quote)
  const subject = subjectOf(reading, here)
  if (subject) return subject.country
  // Who goes on speaking is not named again: また、…について「….
  let place = { reading, at: sentence.start }
  for (let k = 0; k < SPEECHES; k++) {
    const last = place.at > 0 ? place.reading : context.readings[place.reading.order - 1]
    if (!last || last.text.length === 0) return null
    const earlier = sentenceAt(last, place.at > 0 ? place.at - 1 : last.text.length - 1)
    const spoke = last.text.indexOf('「', earlier.start)
    if (spoke < 0 || spoke >= earlier.end) return null
    const found = subjectOf(last, factsIn(context, last, earlier.start, spoke))
    if (found) return found.country
    place = { reading: last, at: earlier.start }
  }
  return null
}

function factsIn(context: Context, reading: Reading, start: number, end: number): Fact[] {
  const facts = context.facts.get(reading) ?? []
  const last = lastUpTo(facts, end, (fact) => fact.start)
  return facts
    .slice(Math.max(0, last - NEAR), last + 1)
    .filter((fact) => fact.start >= start && fact.end <= end)
}

/** Facts that can matter for an offset: those of its sentence before and behind it, and earlier ones. */
export function factsAround(context: Context, reading: Reading, start: number, end: number) {
  const facts = context.facts.get(reading) ?? []
  const sentence = sentenceAt(reading, start)
  const at = lastUpTo(facts, start, (fact) => fact.start) + 1
  const left = facts.slice(Math.max(0, at - NEAR), at).filter((fact) => fact.end <= start)
  const right = facts.slice(at - 1, at + NEAR)
  return {
    before: left.filter((fact) => fact.start >= sentence.start),
    after: right.filter((fact) => fact.start >= end && fact.end <= sentence.end),
    earlier: left.findLast((fact) => fact.end <= sentence.start),
    foreign: left.findLast((fact) => fact.country !== 'JP'),
  }
}
