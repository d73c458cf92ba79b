/** How compiled tables are stored: what compiling writes and opening reads. */

import type { AliasCondition, Kind, Tier } from '../../glossary/schema'
import type { FormKind } from './forms'

/** Kinds of forms by the number that a stored sense has for them. */
export const KINDS: readonly FormKind[] = [
  'headword',
  'full',
  'abbreviation',
  'surname',
  'role',
  'variant',
  'old',
  'cut',
]
/** Kinds of things by the number that a stored row has for them. */
const THINGS: readonly Kind[] = [
  'person',
  'organisation',
  'office',
  'document',
  'concept',
  'framework',
  'event',
  'place',
  'object',
]
/** Bits of the word lists that are compiled beside the entries. */
export const SURNAME = 1
export const BLOCKER = 2

/** What is stored of an entity. */
export interface ThingRow {
  readonly id: string
  readonly headword: string
  readonly kind: Kind
  readonly tier: Tier
  readonly country: string | null
  /** A person's surname. */
  readonly family: string | null
  readonly titles: readonly string[]
  readonly valid: string | null
}

/**
 * A row: id, headword, number of the kind, country, surname, 1 where it is basic, titles, validity.
 * 0 stands for nothing, and nothing at the end is left out: of thousands most have neither titles
 * nor validity.
 */
export type StoredThing = readonly [
  id: string,
  headword: string,
  kind: number,
  ...rest: (string | number | readonly string[])[],
]

export function storeThing(thing: ThingRow): StoredThing {
  const { id, headword, kind, tier, country, family, titles, valid } = thing
  const basic = tier === 'basic' ? 1 : 0
  const rest = [country ?? 0, family ?? 0, basic, titles.length > 0 ? titles : 0, valid ?? 0]
  while (rest.at(-1) === 0) rest.pop()
  return [id, headword, THINGS.indexOf(kind), ...rest]
}

/** What {@link storeThing} stored. */
export function readThing([id, headword, kind, ...rest]: StoredThing): ThingRow {
  const [country, family, basic, titles, valid] = rest
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  return {
    id,
    headword,
    kind: THINGS[kind] ?? 'concept',
    tier: basic === 1 ? 'basic' : 'key',
    country: text(country),
    family: text(family),
    titles: Array.isArray(titles) ? titles : [],
    valid: text(valid),
  }
}

/** The part of the record that is JSON. */
export interface Stored {
  version: string
  newest: string
  things: StoredThing[]
  terms: [number, number, string, string, 0 | 1][]
  conditions: AliasCondition[]
  officeForms: [number, string[]][]
}
