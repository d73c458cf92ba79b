/** What the whole document tells before any single mention is decided. */

import type { ReaderEvidence } from '../../annotation'
import type { Document } from '../../article/document'
import type { TimeExpression } from '../../time/expression'
import { type Reading, readBlock } from '../read/reading'
import { dayOf } from '../record/period'
import type { Tables, Thing } from '../record/tables'
import type { Choice } from './choice'
import { factsOf, withoutUnsure } from './country-facts'
import type { Facts, NameSpan, PeopleContext, Person } from './facts'
import { knownNames } from './known-names'
import { draft, type Local, Locals } from './locals'
import { namesIn } from './names'
import { choosePeople } from './people'
import { townsIn } from './towns'

/** Reads a document as a whole. */
export function readFacts(
  document: Document,
  tables: Tables,
  reader: ReaderEvidence | null,
  times: readonly TimeExpression[],
): Facts {
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
  const towns = new Map(readings.map((reading) => [reading, townsIn(reading, tables)]))
  const { lastCalled: _, ...said } = base
  return Object.freeze({
    ...said,
    bodies,
    people,
    facts,
    countries,
    towns,
    townNames: new Set([...towns.values()].flat().map(({ name }) => name)),
  })
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
    draft(
      {
        headword,
        kind: 'person',
        name: span.name,
        short: span.family ? [span.family] : shorts(span.name),
      },
      span.title && !span.title.honorific ? span.title.text : null,
    ),
  )
}

/** Where the surname is not known, what it can be. */
function shorts(name: string): string[] {
  if (name.length === 3) return [name.slice(0, 2), name.slice(0, 1)]
  return name.length === 4 ? [name.slice(0, 2)] : [name.slice(0, 2), name.slice(0, 3)]
}
