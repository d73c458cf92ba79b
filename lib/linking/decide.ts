/** Mentions out of the best path of each block; names known to this text alone are made only of what won. */

import type { Choice } from './facts/choice'
import type { Facts } from './facts/facts'
import { Locals, localEntity } from './facts/locals'
import type { LocalEntity, Mention } from './mention'
import type { Reading } from './read/reading'
import type { Proposal } from './spans/proposal'

export interface Linked {
  mentions: Mention[]
  locals: LocalEntity[]
}

/** The best path of every block, in reading order. */
export type Covers = readonly {
  readonly reading: Reading
  readonly cover: readonly Proposal[]
}[]

/** Two candidates closer than this were not told apart by the evidence. */
const MARGIN = 0.4

/** What the paths say, in the offsets of the blocks as they are written. */
export function decide(facts: Pick<Facts, 'locals'>, covers: Covers): Linked {
  const won = new Locals()
  const mentions = covers.flatMap(({ reading, cover }) =>
    cover.flatMap((proposal) => mentionOf(facts, won, reading, proposal) ?? []),
  )
  return { mentions, locals: won.all.map(localEntity) }
}

function mentionOf(
  facts: Pick<Facts, 'locals'>,
  won: Locals,
  reading: Reading,
  proposal: Proposal,
): Mention | null {
  const [best, second] = proposal.choices
  const start = reading.folded.from[proposal.start]
  const end = reading.folded.to[proposal.end - 1]
  if (!best || start === undefined || end === undefined) return null
  const { thing } = best
  const local = best.local && won.introduce(facts.locals.find(best.local.name) ?? best.local)
  const named = thing ?? local
  if (!named) return null
  return {
    block: reading.id,
    start,
    end,
    surface: reading.original.slice(start, end),
    entity: thing?.id ?? null,
    headword: named.headword,
    kind: named.kind,
    tier: thing?.tier ?? 'key',
    country: named.country ?? null,
    refersTo: proposal.refersTo?.id ?? null,
    undecided: second !== undefined && best.weight - second.weight < MARGIN,
    candidates: proposal.choices.flatMap((choice) => candidateOf(choice, best.weight)),
    // Copies: mentions of one form share their evidence, and what is stored and sent must not.
    why: best.evidence.filter(({ detail }) => detail !== '').map((one) => ({ ...one })),
  }
}

const candidateOf = ({ thing, weight, evidence }: Choice, best: number) =>
  thing
    ? [
        {
          entity: thing.id,
          weight: Math.max(0, Math.min(1, weight / Math.max(best, 1))),
          evidence: evidence.map((one) => ({ ...one })),
        },
      ]
    : []
