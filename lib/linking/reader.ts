/** What the reader's corrections change: wrong here is gone here, wrong elsewhere weighs less. */

import type { ReaderEvidence } from '../annotation'
import { evidence } from './facts/choice'
import type { Reading } from './read/reading'
import type { Proposal } from './spans/proposal'

/** What one correction on another page takes from the weight of that form's meaning. */
const DOUBT = 1.5

/** Proposals after the reader's corrections; one whose meanings are all refused is gone. */
export function heedReader(
  proposals: readonly Proposal[],
  reading: Reading,
  reader: ReaderEvidence | null,
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
        const reasons = [...choice.evidence, evidence('reader', `ほかの記事で${times}回の訂正`)]
        return { ...choice, weight: choice.weight - times * DOUBT, evidence: reasons }
      })
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
    return choices.length > 0 ? [{ ...proposal, choices }] : []
  })
}
