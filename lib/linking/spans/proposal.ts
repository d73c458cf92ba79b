/** A candidate for a mention: a stretch of a block and what it may mean. */

import type { Choice } from '../facts/choice'
import type { Thing } from '../record/tables'

export interface Proposal {
  /** Folded offsets. */
  readonly start: number
  readonly end: number
  readonly score: number
  /** Likeliest first; none for an ordinary word that only takes its place. */
  readonly choices: readonly Choice[]
  /** The person whom a bare role means. */
  readonly refersTo: Thing | null
}

/** What every mention costs, so that one long candidate beats two short ones in its place. */
const COST = 4
const PER_UNIT = 10
/** A candidate; `extra` breaks ties. */
export const proposal = (
  start: number,
  end: number,
  choices: readonly Choice[],
  extra = 0,
  refersTo: Thing | null = null,
): Proposal => ({ start, end, score: PER_UNIT * (end - start) - COST + extra, choices, refersTo })
