/** Compiling a glossary into the record that linking reads. */

import type { GlossaryData } from '../../glossary/data'
import type { AliasCondition } from '../../glossary/schema'
import { compileMatcher } from '../../terms/compile-matcher'
import { bytesOf, packSections } from '../../terms/record'
import { foldForm } from '../../text/fold'
import { bareName, formsOf, lettersOf } from './forms'
import type { Grammar } from './grammar'
import { type Lexicon, openLexicon, type StoredLexicon, type StoredWord } from './lexicon'
import { firstDay, lastDay } from './period'
import { pressForms } from './press-forms'
import { BLOCKER, KINDS, type Stored, SURNAME, storeThing } from './stored-tables'
import { termStarts } from './term-starts'

type Source = Pick<GlossaryData, 'version' | 'entities' | 'tenures'>

/** Compiles entities and tenures, and how to read them, into one record for `openTables`. */
export function compileTables(data: Source, grammar: Grammar): Uint8Array {
  const letters = lettersOf(data.entities)
  const lists = { ...grammar.lexicon, ...countryLetters(letters, grammar) }
  const { all } = openLexicon(lists)
  const commonNames = ['body', 'party', 'post', 'election'].flatMap((kind) => all(`common-${kind}`))
  const since = termStarts(data.tenures)
  const indexOf = new Map(data.entities.map((entity, index) => [entity.id, index]))
  const senses: Senses = new Map()
  const conditions: AliasCondition[] = []
  data.entities.forEach((entity, index) => {
    for (const { form, kind, when } of formsOf(entity, letters)) {
      const { text, separators } = foldForm(form)
      if (!text) continue
      const condition = when ? conditions.push(when) : 0
      const entry = senses.get(text) ?? { separators: 0, list: [] }
      entry.separators |= separators
      if (!entry.list.some(([thing]) => thing === index))
        entry.list.push([index, KINDS.indexOf(kind), condition])
      senses.set(text, entry)
    }
  })
  const surnames = new Set([
    ...all('surname'),
    ...data.entities.flatMap(({ family }) =>
      family && /^\p{sc=Han}+$/u.test(family) ? [foldForm(family).text] : [],
    ),
  ])
  addPressForms(data, openLexicon(lists), senses)
  // A word that the glossary explains, or that every country has one of, is no mere obstacle.
  const common = new Set(commonNames)
  const blockers = new Set(all('ordinary').filter((word) => !senses.has(word) && !common.has(word)))
  for (const word of [...surnames, ...blockers, ...commonNames])
    if (!senses.has(word)) senses.set(word, { separators: 0, list: [] })
  const forms = [...senses.keys()]
  const marks = Uint8Array.from(
    forms,
    (form) => (surnames.has(form) ? SURNAME : 0) | (blockers.has(form) ? BLOCKER : 0),
  )
  const counts = new Uint8Array(forms.length)
  const flat: number[] = []
  /** Few forms have any: a form's number, then its bits. */
  const separators: number[] = []
  forms.forEach((form, k) => {
    const entry = senses.get(form)
    const list = entry?.list ?? []
    if (list.length > 0xff) throw new RangeError(`more than 255 meanings of ${form}`)
    counts[k] = list.length
    for (const sense of list) flat.push(...sense)
    if (entry?.separators) separators.push(k, entry.separators)
  })
  if (flat.some((number) => number > 0xffff))
    throw new RangeError('more than 65,535 entries or conditions')
  const stored: Stored = {
    version: data.version,
    newest: [...data.entities, ...data.tenures].reduce(
      (day, { asOf }) => (asOf > day ? asOf : day),
      '',
    ),
    things: data.entities.map((entity) =>
      storeThing({
        id: entity.id,
        headword: entity.headword,
        kind: entity.kind,
        tier: entity.tier,
        country: entity.country ?? null,
        family:
          entity.kind === 'person'
            ? (formsOf(entity, letters).find((f) => f.kind === 'surname')?.form ?? null)
            : null,
        titles: entity.titles,
        valid: entity.valid ?? null,
      }),
    ),
    terms: data.tenures.flatMap((tenure, order): Stored['terms'] => {
      const office = indexOf.get(tenure.office)
      const person = indexOf.get(tenure.person)
      if (office === undefined || person === undefined) return []
      return [
        [
          office,
          person,
          since[order] ?? firstDay(tenure.from),
          tenure.to ? lastDay(tenure.to) : '9999-12-31',
          tenure.acting ? 1 : 0,
        ],
      ]
    }),
    conditions,
    officeForms: data.entities.flatMap((entity, index): [number, string[]][] =>
      entity.kind === 'office'
        ? [[index, formsOf(entity, letters).map(({ form }) => foldForm(form).text)]]
        : [],
    ),
  }
  return packSections({
    matcher: compileMatcher(forms),
    senseCounts: counts,
    senses: bytesOf(Uint16Array.from(flat)),
    separators: bytesOf(Uint32Array.from(separators)),
    marks,
    grammar: new TextEncoder().encode(JSON.stringify({ ...grammar, lexicon: lists })),
    tables: new TextEncoder().encode(JSON.stringify(stored)),
  })
}

/** Senses by folded form: entity, kind of the form, condition. */
type Senses = Map<string, { separators: number; list: [number, number, number][] }>

/** Adds what papers leave of the names of bodies, where no entry, surname or word is written so. */
function addPressForms({ entities }: Pick<Source, 'entities'>, lexicon: Lexicon, senses: Senses) {
  const owners = new Map<string, number[]>()
  entities.forEach(({ kind, headword, aliases }, index) => {
    if (kind !== 'organisation') return
    const full = aliases.flatMap((alias) => (alias.kind === 'full' ? [alias.form] : []))
    for (const name of new Set([bareName(headword), ...full]))
      for (const form of new Set(pressForms(foldForm(name).text, lexicon)))
        owners.set(form, [...new Set([...(owners.get(form) ?? []), index])])
  })
  for (const [form, [owner, ...others]] of owners)
    if (owner !== undefined && others.length === 0 && !senses.has(form))
      if (!lexicon.has('surname', form) && !lexicon.has('ordinary', form))
        senses.set(form, { separators: 0, list: [[owner, KINDS.indexOf('cut'), 0]] })
}

/** Letters of countries as classes of the lexicon: all, and those that are no everyday words. */
function countryLetters(letters: ReadonlyMap<string, string>, { lexicon }: Grammar): StoredLexicon {
  const known = openLexicon(lexicon)
  const all = [
    ...[...letters].map(([letter, country]): StoredWord => [letter, { for: country }]),
    ...(lexicon['union-letter'] ?? []),
  ]
  const clear = all.filter((word) => !known.has('risky-letter', word[0] ?? ''))
  return { 'country-letter': all, 'clear-letter': clear }
}
