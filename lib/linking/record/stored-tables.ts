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
/** Bits of the word lists that are compiled beside the entries. */
export const SURNAME = 1
export const BLOCKER = 2

/** The part of the record that is JSON. */
export interface Stored {
  version: string
  newest: string
  things: [string, string, Kind, Tier, string | null, string | null, string[], string | null][]
  terms: [number, number, string, string, 0 | 1][]
  conditions: AliasCondition[]
  officeForms: [number, string[]][]
}
