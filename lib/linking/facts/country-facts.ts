/** Stretches of a text that name or imply a country: names, bodies, people, letters in compounds. */

import { isEnvoy } from '../read/bodies'
import { edgeAfter, edgeBefore } from '../read/boundary'
import { hitsUntil, lastUpTo, type Reading } from '../read/reading'
import { letterCountry } from '../record/country-letters'
import { fromWords } from '../record/lexicon'
import { isCountry, type Tables, type Thing } from '../record/tables'
import type { Fact, Person } from './facts'

/** Letters that stand for their country also beside these. */
const LETTER_CONTEXT = fromWords(
  ({ any }) =>
    new RegExp(
      `(?:[訪対在駐反親離来日中韓](${any('clear-letter')}))|(?:(${any('clear-letter')})(?:[日中韓露]|国|軍|側|政府|議会|政権|大統領))`,
      'gu',
    ),
)

/** No name with its title is longer. */
const LONGEST_NAME = 40

/** Facts of one block, in order; bodies of one country alone are added to `bodies`. */
export function factsOf(
  reading: Reading,
  tables: Tables,
  people: readonly Person[],
  bodies: Set<Thing>,
): Fact[] {
  const facts: Fact[] = letterFacts(reading)
  for (const hit of reading.hits) {
    if (hit.end - hit.start < 2) continue
    const named = tables.namedOf(hit.form)
    // タイ is a country, whoever else is called so.
    const senses = named[0] && isCountry(named[0].thing) ? named : tables.sensesOf(hit.form)
    const [sense] = senses
    const country = sense?.thing.country
    if (!country || senses.some(({ thing }) => thing.country !== country)) continue
    if (sense.thing.kind === 'person') continue
    if (sense.thing.kind === 'office' && isEnvoy(reading.text.slice(hit.start, hit.end))) continue
    if (edgeBefore(reading, hit.start) === 'inside' || edgeAfter(reading, hit.end) === 'inside')
      continue
    if (sense.thing.kind === 'organisation' && senses.length === 1 && !sense.when)
      bodies.add(sense.thing)
    // イスラエルの|国会 is no body of Japan's.
    const owner =
      sense.thing.kind === 'organisation' ? ownerBefore(reading, tables, hit.start) : null
    if (owner && owner !== country) continue
    const fact = { start: hit.start, end: hit.end, country, place: sense.thing.kind === 'place' }
    // A period says which of a country's things is meant, never whether it is that country's.
    if (sense.when && (!sense.when.days || sense.when.country))
      facts.push({ ...fact, form: hit.form })
    else facts.push(fact)
  }
  const called: Fact[] = []
  for (const { start, end, choices } of people) {
    const country = choices[0]?.thing?.country
    if (country) called.push({ start, end, country, place: false })
  }
  // A title says nothing beside its name: the only 副大統領 of the glossary may be another country's.
  return [...facts.filter((fact) => !isTitleOf(fact, called)), ...called].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )
}

/** The country that の makes the owner of what stands at an offset. */
function ownerBefore(reading: Reading, tables: Tables, at: number): string | null {
  if (reading.text[at - 1] !== 'の') return null
  for (const { start, end, form } of hitsUntil(reading, at - 1)) {
    if (end - start < 2) continue
    const thing = tables.sensesOf(form).find((sense) => isCountry(sense.thing))?.thing
    if (thing) return thing.country
  }
  return null
}

/** Whether a fact lies within the name and title of somebody of another country. People are in reading order. */
function isTitleOf(fact: Fact, people: readonly Fact[]): boolean {
  for (let k = lastUpTo(people, fact.start, ({ start }) => start); k >= 0; k--) {
    const person = people[k]
    if (!person || person.start < fact.start - LONGEST_NAME) return false
    if (fact.end <= person.end) return fact.country !== person.country && !fact.place
  }
  return false
}

/**
 * Facts without the conditional ones that nothing bears out: they count where the text is for the
 * most part about their country, or where it names none and two different ones agree.
 */
export function withoutUnsure<K>(facts: ReadonlyMap<K, Fact[]>): Map<K, Fact[]> {
  const sure = new Map<string, number>()
  const unsure = new Map<string, Set<number>>()
  for (const list of facts.values())
    for (const { country, form } of list)
      if (form === undefined) sure.set(country, (sure.get(country) ?? 0) + 1)
      else unsure.set(country, (unsure.get(country) ?? new Set()).add(form))
  const most = Math.max(0, ...sure.values())
  const counts = ({ country, form }: Fact) =>
    form === undefined ||
    (most > 0 ? sure.get(country) === most : (unsure.get(country)?.size ?? 0) > 1)
  return new Map([...facts].map(([key, list]) => [key, whole(list.filter(counts))]))
}

/** Facts of one block without those that are part of a longer one of another country: 連邦|最高裁判所. */
function whole(facts: readonly Fact[]): Fact[] {
  let longest: Fact | null = null
  return [...facts]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((fact) => {
      if (longest && fact.end <= longest.end) return fact.country === longest.country
      longest = fact
      return true
    })
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Facts from letters in compounds. */
function letterFacts(reading: Reading): Fact[] {
  const facts: Fact[] = []
  for (const match of reading.text.matchAll(LETTER_CONTEXT(reading))) {
    const country = letterCountry(reading, match[1] ?? match[2] ?? '')
    const start = match.index + (match[1] ? 1 : 0)
    // 駐米大使 says whose guest somebody is, not whose envoy.
    const guest = reading.text[match.index] === '駐' && reading.text.startsWith('大使', start + 1)
    if (country && !guest) facts.push({ start, end: start + 1, country, place: false })
  }
  return facts
}
