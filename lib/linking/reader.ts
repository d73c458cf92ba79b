/** What the reader's corrections change: wrong here is gone here, wrong elsewhere weighs less. */

import type { ReaderEvidence } from '../annotation'
import { Tally } from './facts/choice'
import type { Reading } from './read/reading'
import type { Weights } from './record/weights'
import type { Proposal } from './spans/proposal'

/** Proposals after the reader's corrections; one whose meanings are all refused is gone. */
export function heedReader(
  proposals: readonly Proposal[],
  reading: Reading,
  reader: ReaderEvidence | null,
  { weights }: { readonly weights: Weights },
): Proposal[] {
  if (!reader) return [...proposals]
  const { wrongHere, wrongElsewhere } = reader
  const hidden = new Set(reader.hidden)
  return proposals.flatMap((proposal) => {
    if (proposal.choices.length === 0) return [proposal]
    const from = reading.folded.from[proposal.start]
    const to = reading.folded.to[proposal.end - 1]
    const surface = reading.original.slice(from, to)
    if (hidden.has(surface)) return []
    const choices = proposal.choices
      .filter(({ thing, local }) => {
        const id = thing?.id ?? null
        if (hidden.has(id ?? local?.headword ?? '')) return false
        return !wrongHere.some((wrong) => wrong.form === surface && wrong.entity === id)
      })
      .map((choice) => {
        const times = wrongElsewhere.filter(
          (wrong) => wrong.form === surface && wrong.entity === (choice.thing?.id ?? null),
        ).length
        if (times === 0) return choice
        const says = `ほかの記事で${times}回の訂正`
        const { sum, evidence } = new Tally(weights).add('reader.wrong-elsewhere', says, times)
        return {
          ...choice,
          weight: choice.weight + sum,
          evidence: [...choice.evidence, ...evidence],
        }
      })
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
    return choices.length > 0 ? [{ ...proposal, choices }] : []
  })
}
