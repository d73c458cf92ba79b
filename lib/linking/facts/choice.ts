/** What a stretch of text can mean, how much speaks for it, and why. */

import type { Evidence } from '../mention'
import type { Thing } from '../record/tables'
import type { Local } from './locals'

/** One reading of a stretch: an entry of the glossary, or somebody whom only this text knows. */
export interface Choice {
  readonly thing: Thing | null
  readonly local: Local | null
  readonly weight: number
  readonly evidence: readonly Evidence[]
}

export const evidence = (rule: Evidence['rule'], detail: string): Evidence => ({ rule, detail })

/** Likeliest first. */
export const byWeight = (a: Choice, b: Choice): number => b.weight - a.weight
