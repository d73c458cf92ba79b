/** How the engine reads, as data: the words that rules ask for and what each kind of evidence weighs. */

import type { Kind } from '../../glossary/schema'
import type { StoredLexicon } from './lexicon'

/** A row of `assets/rules/unlisted.yaml`: a stem and a last word make a name of a kind. */
export interface EndRule {
  readonly id: string
  readonly gives: Kind
  /** Class of the last word. */
  readonly end: string
  /** Letters before it. */
  readonly least: number
  readonly most: number
}

/** What `assets/lexicon`, `assets/rules` and `assets/weights.yaml` say, checked and folded: compiled beside the entries. */
export interface Grammar {
  readonly lexicon: StoredLexicon
  /** Likeliest first: of two that speak for one run the first counts. */
  readonly unlisted: readonly EndRule[]
  /** By the rule's id. */
  readonly weights: Readonly<Record<string, number>>
}
