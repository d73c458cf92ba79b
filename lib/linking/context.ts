/** What the whole document tells before any single mention is decided. */

import type { ReaderEvidence } from '../annotation'
import type { Document } from '../article/document'
import type { TimeExpression } from '../time/expression'
import { type Binding, findBindings } from './bindings'
import { isEnvoy } from './bodies'
import { edgeAfter, edgeBefore } from './boundary'
import { type Fact, isCountry, letterFacts, withoutUnsure } from './countries'
import { knownNames } from './known-names'
import { type Local, Locals } from './locals'
import { type NameSpan, namesIn } from './names'
import { type Choice, choosePeople } from './people'
import { dayOf } from './period'
import { hitsUntil, lastUpTo, type Reading, readBlock } from './reading'
import type { Tables, Thing } from './tables'

export interface Person extends NameSpan {
  /** Likeliest first; empty where nothing speaks for anyone. */
  readonly choices: readonly Choice[]
}

export interface Context {
  readonly tables: Tables
  readonly readings: readonly Reading[]
  /** Day of the article. */
  readonly day: string
  readonly reader: ReaderEvidence | null
  /** Time expressions by block. */
  readonly times: ReadonlyMap<string, readonly TimeExpression[]>
  /** Persons whose full name stands in the text. */
  readonly introduced: ReadonlySet<Thing>
  /** Persons whom the text calls by a name without their surname: モジタバ師. */
  readonly byGiven: ReadonlySet<Thing>
  /** Titles that the text itself gives to persons beside their full names. */
  readonly calledAs: ReadonlyMap<Thing, ReadonlySet<string>>
  readonly locals: Locals
  /** By surname: who of that name was last called with a post. */
  readonly lastCalled: Map<string, Choice>
  readonly people: ReadonlyMap<Reading, readonly Person[]>
  /** Stretches that name or imply a country, in order. */
  readonly facts: ReadonlyMap<Reading, readonly Fact[]>
  /** Bodies of one country alone that the text names. */
  readonly bodies: ReadonlySet<Thing>
  /** How often each country is named or implied. */
  readonly countries: ReadonlyMap<string, number>
  /** What the text itself binds, by folded form. */
  readonly bindings: ReadonlyMap<string, Binding>
  /** What a form was found to mean earlier in the text: it is used in one sense throughout. */
  readonly chosen: Map<string, Thing>
  /** Whether a word stands anywhere in the document. */
  says(word: string): boolean
}

/** Reads a document as a whole. */
export function readContext(
  document: Document,
  tables: Tables,
  reader: ReaderEvidence | null,
  times: readonly TimeExpression[],
): Context {
  const readings = document.blocks.map((block, order) => readBlock(block, order, tables))
  const names = new Map(readings.map((reading) => [reading, namesIn(reading, tables)]))
  const introduced = new Set<Thing>()
  const byGiven = new Set<Thing>()
  const calledAs = new Map<Thing, Set<string>>()
  const locals = new Locals()
  for (const [reading, spans] of names)
    for (const span of spans) {
      if (span.kind === 'full')
        for (const thing of span.things)
          (isWholeName(thing, span.name) ? introduced : byGiven).add(thing)
      if (span.kind === 'full' && span.title && !span.title.honorific)
        for (const thing of span.things)
          calledAs.set(thing, (calledAs.get(thing) ?? new Set()).add(span.title.core))
      if (span.kind === 'new' && !isPart(span)) introduceSpan(locals, reading, span)
    }
  const again = knownNames(locals, tables)
  for (const [reading, spans] of names) spans.push(...again(reading, spans))
  const base = {
    tables,
    readings,
    day: document.publishedAt ? dayOf(document.publishedAt) : tables.newest,
    reader,
    times: Map.groupBy(times, ({ block }) => block),
    introduced,
    byGiven,
    calledAs,
    locals,
    lastCalled: new Map<string, Choice>(),
    says: wordsSaid(readings, tables),
  }
  const first = new Map(
    readings.map((reading) => [reading, peopleIn(base, reading, names.get(reading) ?? [])]),
  )
  // A headline says 鈴木氏 before the text says which: then what comes later decides.
  const people = new Map(
    [...first].map(([reading, list]): [Reading, Person[]] => [
      reading,
      list.map((person) =>
        isOpen(person) ? { ...person, choices: choosePeople(base, reading, person) } : person,
      ),
    ]),
  )
  const bodies = new Set<Thing>()
  const facts = withoutUnsure(
    new Map(
      readings.map((reading) => [
        reading,
        factsOf(reading, tables, people.get(reading) ?? [], bodies),
      ]),
    ),
  )
  const countries = new Map<string, number>()
  for (const list of facts.values())
    for (const { country } of list) countries.set(country, (countries.get(country) ?? 0) + 1)
  const context = {
    ...base,
    bodies,
    people,
    facts,
    countries,
    bindings: new Map<string, Binding>(),
    chosen: new Map<string, Thing>(),
  }
  return { ...context, bindings: findBindings(context) }
}

/** The names of a block with whom they mean. One part of a foreign name is somebody new only where it means nobody known. */
function peopleIn(context: PeopleContext, reading: Reading, spans: NameSpan[]): Person[] {
  const people: Person[] = []
  const known = new Set<number>()
  spans.sort((a, b) => a.start - b.start || Number(isPart(a)) - Number(isPart(b)) || a.end - b.end)
  for (const span of spans) {
    if (isPart(span) && known.has(span.start)) continue
    // Somebody new, unless the text has introduced one who is called so.
    if (isPart(span) && span.kind === 'new' && context.locals.peopleCalled(span.name).length === 0)
      introduceSpan(context.locals, reading, span)
    const choices = choosePeople(context, reading, span)
    if (choices[0]) known.add(span.start)
    people.push({ ...span, choices })
  }
  return people
}

/** A surname without a post that meant nobody, or more than one. */
const isOpen = ({ kind, title, choices }: Person): boolean =>
  kind === 'surname' &&
  (title === null || title.honorific) &&
  (choices.length === 0 || (choices[0]?.weight ?? 0) - (choices[1]?.weight ?? 0) < 2)

/** A foreign name of one part. */
const isPart = ({ kind, name, family }: NameSpan): boolean =>
  kind === 'part' || (kind === 'new' && name === family)

/** Whether a name says the surname too: only that introduces a person for it. */
const isWholeName = ({ name, family }: Thing, said: string): boolean =>
  said === name || family === null || said.includes(family)

/** Looks each word up once: conditions ask for the same ones again and again. */
function wordsSaid(readings: readonly Reading[], tables: Tables): (word: string) => boolean {
  const known = new Map<string, boolean>()
  // No word has a line break, so that none is found across two blocks.
  const whole = readings.map(({ text }) => text).join('\n')
  return (word) => {
    const said = known.get(word) ?? whole.includes(tables.foldedWord(word))
    known.set(word, said)
    return said
  }
}

/** What deciding about people may use. */
export type PeopleContext = Pick<
  Context,
  | 'tables'
  | 'readings'
  | 'day'
  | 'reader'
  | 'introduced'
  | 'byGiven'
  | 'calledAs'
  | 'locals'
  | 'lastCalled'
>

function introduceSpan(locals: Locals, reading: Reading, span: NameSpan): Local {
  const from = reading.folded.from[span.start] ?? 0
  const to = reading.folded.to[span.nameEnd - 1] ?? from
  const headword = reading.original
    .slice(from, to)
    .normalize('NFKC')
    .replace(/[=＝]/gu, '・')
    .replace(/(?<=[\p{sc=Kana}ー])\s+(?=\p{sc=Kana})/gu, '・')
    .replace(/\s+/gu, '')
  return locals.introduce(
    {
      headword,
      kind: 'person',
      name: span.name,
      short: span.family ? [span.family] : shorts(span.name),
    },
    span.title && !span.title.honorific ? span.title.text : null,
  )
}

/** Where the surname is not known, what it can be. */
function shorts(name: string): string[] {
  if (name.length === 3) return [name.slice(0, 2), name.slice(0, 1)]
  return name.length === 4 ? [name.slice(0, 2)] : [name.slice(0, 2), name.slice(0, 3)]
}

/** No name with its title is longer. */
const LONGEST_NAME = 40

function factsOf(
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
