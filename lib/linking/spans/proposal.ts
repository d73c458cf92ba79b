/** A candidate for a mention: a stretch of a block, what it may mean, and the one score of both. */

import type { Choice } from '../facts/choice'
import type { Thing } from '../record/tables'
import type { Weights } from '../record/weights'

/** Where a candidate comes from. */
export type Source =
  | 'person'
  | 'government'
  | 'ordinary'
  | 'entry'
  | 'role'
  | 'letter'
  | 'longer-name'
  | 'foreign-body'
  | 'definition'
  | 'meeting'
  | 'unlisted'
  | 'town'
  | 'short-term'
  | 'short-post'

export interface Proposal {
  /** Folded offsets. */
  readonly start: number
  readonly end: number
  readonly source: Source
  readonly score: number
  /** Likeliest first; none for an ordinary word that only takes its place. */
  readonly choices: readonly Choice[]
  /** The person whom a bare role means. */
  readonly refersTo: Thing | null
}

/** Row of a source in the table. */
const ROWS: Readonly<Record<Source, string>> = {
  person: 'span.person',
  government: 'span.government',
  ordinary: 'span.ordinary',
  entry: 'span.entry',
  role: 'span.role',
  letter: 'span.letter',
  'longer-name': 'span.longer-name',
  'foreign-body': 'span.foreign-body',
  definition: 'span.definition',
  meeting: 'span.meeting',
  unlisted: 'span.unlisted',
  town: 'span.town',
  'short-term': 'span.short-term',
  'short-post': 'span.short-post',
}

/** Beyond this a meaning is sure, and more evidence decides nothing between spans. */
const SURE = 10

/** A candidate. Its score is a sum over the span and its likeliest meaning, on one scale. */
export function proposal(
  { weights }: { readonly weights: Weights },
  source: Source,
  { start, end }: { readonly start: number; readonly end: number },
  choices: readonly Choice[],
  refersTo: Thing | null = null,
): Proposal {
  const meaning = Math.max(0, Math.min(SURE, choices[0]?.weight ?? 0))
  const score =
    weights.of('span.unit') * (end - start) +
    weights.of('span.each') +
    weights.of(ROWS[source]) +
    weights.of('span.meaning') * meaning
  return { start, end, source, score, choices, refersTo }
}
