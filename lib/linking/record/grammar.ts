/** How the engine reads, as data: the words that rules ask for and what each kind of evidence weighs. */

import type { StoredLexicon } from './lexicon'

/** What `assets/lexicon` and `assets/weights.yaml` say, checked and folded: compiled beside the entries. */
export interface Grammar {
  readonly lexicon: StoredLexicon
  /** By the rule's id. */
  readonly weights: Readonly<Record<string, number>>
}
