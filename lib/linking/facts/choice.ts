/** What a stretch of text can mean, how much speaks for it, and why. */

import type { Evidence } from '../mention'
import type { Thing } from '../record/tables'
import type { Weights } from '../record/weights'
import type { Local } from './locals'

/** One reading of a stretch: an entry of the glossary, or somebody whom only this text knows. */
export interface Choice {
  readonly thing: Thing | null
  readonly local: Local | null
  readonly weight: number
  readonly evidence: readonly Evidence[]
}

/** An entry of the glossary, or somebody or something that only this text knows. */
export type Meaning = { readonly thing: Thing } | { readonly local: Local }

const FAMILIES = new Map<string, Evidence['rule']>()
/** `country.owner` speaks of the country: the first word of an id is what the reader is told. */
function familyOf(id: string): Evidence['rule'] {
  const known = FAMILIES.get(id)
  if (known) return known
  const family = id.slice(0, id.indexOf('.')) as Evidence['rule']
  FAMILIES.set(id, family)
  return family
}

/** A sum of what speaks for and against one meaning, each part with the id of its rule. */
export class Tally {
  sum = 0
  readonly evidence: Evidence[] = []

  constructor(readonly weights: Weights) {}

  /**
   * Adds what a rule of `assets/weights.yaml` weighs.
   *
   * @param detail The words that spoke, for people to read.
   * @param times How often, or how strongly.
   * @throws {Error} where the table has no such rule.
   */
  add(id: string, detail = '', times = 1): this {
    const weight = this.weights.of(id) * times
    this.sum += weight
    this.evidence.push({ rule: familyOf(id), detail, id, weight })
    return this
  }

  /** Says something without a weight of its own. */
  say(id: string, detail: string): this {
    this.evidence.push({ rule: familyOf(id), detail, id, weight: 0 })
    return this
  }

  /** Takes over what another sum has. */
  take({ sum, evidence }: Tally): this {
    this.sum += sum
    this.evidence.push(...evidence)
    return this
  }

  of(meaning: Meaning): Choice {
    const { sum, evidence } = this
    return { thing: null, local: null, ...meaning, weight: sum, evidence }
  }
}

/** A meaning for which one rule alone speaks. */
export const by = (
  { weights }: { readonly weights: Weights },
  id: string,
  detail: string,
  meaning: Meaning,
): Choice => new Tally(weights).add(id, detail).of(meaning)

/** Likeliest first. */
export const byWeight = (a: Choice, b: Choice): number => b.weight - a.weight

/** What a choice means. */
export const meaningOf = ({ thing, local }: Choice): Meaning => {
  if (thing) return { thing }
  if (local) return { local }
  throw new Error('a choice means something')
}
