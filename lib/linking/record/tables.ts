/** The compiled glossary as linking reads it: forms with their senses, entities, tenures. */

import type { AliasCondition, Kind, Tier } from '../../glossary/schema'
import { type Matcher, openMatcher } from '../../terms/matcher'
import { openSections } from '../../terms/record'
import { foldForm } from '../../text/fold'
import { bareName, type FormKind } from './forms'
import type { EndRule, Grammar } from './grammar'
import { type Lexicon, openLexicon } from './lexicon'
import { firstDay, lastDay } from './period'
import { BLOCKER, KINDS, readThing, type Stored, SURNAME } from './stored-tables'
import { openWeights, type Weights } from './weights'

export interface Thing {
  readonly index: number
  readonly id: string
  readonly headword: string
  /** Headword without a qualifier, folded. */
  readonly name: string
  readonly kind: Kind
  readonly tier: Tier
  readonly country: string | null
  /** Folded; persons only. */
  readonly family: string | null
  /** Folded titles beside the offices of the tenures. */
  readonly titles: readonly string[]
  /** First and last day of its validity. */
  readonly valid: readonly [string, string] | null
}

const COUNTRY_ID = 'place.us'.length

/** True for the entry of a country itself: `place.us`. Other places have longer ids. */
export const isCountry = ({ kind, id }: Thing): boolean =>
  kind === 'place' && id.length === COUNTRY_ID

export interface Term {
  readonly office: number
  readonly person: number
  readonly from: string
  readonly to: string
  readonly acting: boolean
}

/** Whether a term covers a day. */
export const covers = (term: Term, day: string): boolean => term.from <= day && day <= term.to

export interface Sense {
  readonly thing: Thing
  readonly kind: FormKind
  readonly when: Condition | null
}

/** A condition of the glossary, with the first and last day of its period. */
export interface Condition extends AliasCondition {
  readonly days: readonly [string, string] | null
}

/** A row with the pattern made of it. */
export interface UnlistedRule extends EndRule {
  readonly pattern: RegExp
}

export interface Tables {
  readonly version: string
  readonly lexicon: Lexicon
  readonly weights: Weights
  /** Rows by which names that no entry lists are known. */
  readonly unlisted: readonly UnlistedRule[]
  readonly matcher: Matcher
  readonly things: readonly Thing[]
  /** By the office's index, oldest first. */
  readonly byOffice: ReadonlyMap<number, readonly Term[]>
  readonly byPerson: ReadonlyMap<number, readonly Term[]>
  /** Folded forms of each office, longest first. */
  readonly officeForms: ReadonlyMap<number, readonly string[]>
  /** Newest day on which anything was checked: the date of a text that has none. */
  readonly newest: string
  sensesOf(form: number): readonly Sense[]
  /** Those of them that are persons. */
  peopleOf(form: number): readonly Sense[]
  /** Those of them that are anything else. */
  namedOf(form: number): readonly Sense[]
  /** Bits where the form itself has a separator (see `foldForm`). */
  separatorsOf(form: number): number
  /** Whether a form is a Japanese surname. */
  isSurname(form: number): boolean
  /** Whether a form is an ordinary word that only keeps others from being read into it. */
  isBlocker(form: number): boolean
  /** The entry of a country by its ISO code. */
  countryOf(code: string): Thing | undefined
  thingOf(id: string): Thing | undefined
  /** Persons by folded surname. */
  personsOf(surname: string): readonly Thing[]
  /** Number of a folded form, or -1. */
  formOf(text: string): number
  /** A word of a condition, folded; every document asks for the same ones. */
  foldedWord(word: string): string
}

/**
 * Opens a record of `compileTables`.
 * @throws {Error} where the bytes are no such record.
 */
export function openTables(record: Uint8Array): Tables {
  const section = openSections(record)
  const stored = JSON.parse(new TextDecoder().decode(section('tables'))) as Stored
  const starts = startsOf(section('senseCounts'))
  const senses = section('senses')
  const flat = new Uint16Array(senses.buffer, senses.byteOffset, senses.byteLength >> 1)
  const separators = pairsOf(section('separators'))
  const marks = section('marks')
  const grammar = JSON.parse(new TextDecoder().decode(section('grammar'))) as Grammar
  const matcher = openMatcher(section('matcher'))
  const things = stored.things.map(readThing).map(
    ({ family, titles, valid, ...row }, index): Thing => ({
      ...row,
      index,
      name: foldForm(bareName(row.headword)).text,
      family: family ? foldForm(family).text : null,
      titles: titles.map((title) => foldForm(title).text),
      valid: valid ? [firstDay(valid), lastDay(valid)] : null,
    }),
  )
  const countries = new Map(
    things
      .filter(({ id }) => /^place\.[a-z]{2}$/.test(id))
      .map((thing): [string, Thing] => [thing.country ?? '', thing]),
  )
  const byId = new Map(things.map((thing) => [thing.id, thing]))
  const bySurname = Map.groupBy(
    things.filter((thing) => thing.family),
    (thing) => thing.family,
  )
  const terms = stored.terms.map(
    ([office, person, from, to, acting]): Term => ({
      office,
      person,
      from,
      to,
      acting: acting === 1,
    }),
  )
  terms.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const conditions = stored.conditions.map(
    (when): Condition => ({
      ...when,
      days: when.period ? [firstDay(when.period), lastDay(when.period)] : null,
    }),
  )
  const words = new Map<string, string>()
  const cache: (readonly Sense[] | undefined)[] = []
  const people: (readonly Sense[] | undefined)[] = []
  const named: (readonly Sense[] | undefined)[] = []
  const officeForms = new Map(
    stored.officeForms.map(([office, list]): [number, string[]] => [office, list]),
  )
  const opened = openLexicon(grammar.lexicon)
  const unlisted = grammar.unlisted.map(
    (rule): UnlistedRule => ({
      ...rule,
      pattern: new RegExp(`^.{${rule.least},${rule.most}}(?:${opened.any(rule.end)})`, 'u'),
    }),
  )
  const tables: Tables = {
    version: stored.version,
    lexicon: opened,
    weights: openWeights(grammar.weights),
    unlisted,
    newest: stored.newest,
    matcher,
    things,
    byOffice: Map.groupBy(terms, ({ office }) => office),
    byPerson: Map.groupBy(terms, ({ person }) => person),
    officeForms,
    sensesOf(form) {
      cache[form] ??= decodeSenses(form)
      return cache[form]
    },
    peopleOf(form) {
      people[form] ??= tables.sensesOf(form).filter(({ thing }) => thing.kind === 'person')
      return people[form]
    },
    namedOf(form) {
      named[form] ??= tables.sensesOf(form).filter(({ thing }) => thing.kind !== 'person')
      return named[form]
    },
    separatorsOf: (form) => separators.get(form) ?? 0,
    isSurname: (form) => ((marks[form] ?? 0) & SURNAME) !== 0,
    isBlocker: (form) => ((marks[form] ?? 0) & BLOCKER) !== 0,
    countryOf: (code) => countries.get(code),
    thingOf: (id) => byId.get(id),
    personsOf: (surname) => bySurname.get(surname) ?? [],
    foldedWord(word) {
      const folded = words.get(word) ?? foldForm(word).text
      words.set(word, folded)
      return folded
    },
    formOf(text) {
      const { triples, count } = matcher.scan(text)
      for (let k = 0; k < count; k++)
        if (triples[3 * k] === 0 && triples[3 * k + 1] === text.length)
          return triples[3 * k + 2] ?? -1
      return -1
    },
  }
  function decodeSenses(form: number): Sense[] {
    const list: Sense[] = []
    for (let k = starts[form] ?? 0; k < (starts[form + 1] ?? 0); k += 3) {
      const thing = things[flat[k] ?? 0]
      const kind = KINDS[flat[k + 1] ?? 0]
      const condition = flat[k + 2] ?? 0
      if (thing && kind) list.push({ thing, kind, when: conditions[condition - 1] ?? null })
    }
    return list
  }
  return tables
}

/** Where each form's senses begin in the flat list of threes. */
function startsOf(counts: Uint8Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1)
  for (let form = 0; form < counts.length; form++)
    starts[form + 1] = (starts[form] ?? 0) + 3 * (counts[form] ?? 0)
  return starts
}

/** Numbers that stand in pairs: a key, then its value. */
function pairsOf(bytes: Uint8Array): Map<number, number> {
  const numbers = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2)
  const pairs = new Map<number, number>()
  for (let k = 0; k + 1 < numbers.length; k += 2) pairs.set(numbers[k] ?? 0, numbers[k + 1] ?? 0)
  return pairs
}
