/** Which entity every stretch of a document means. */
import type { Document } from '../article/document'
import { bestCover } from '../terms/cover'
import { type Context, readContext } from './context'
import type { LocalEntity, Mention } from './mention'
import { holderAt } from './offices'
import { type Proposal, propose } from './propose'
import type { Reading } from './reading'
import type { Tables } from './tables'

/** Two candidates closer than this were not told apart by the evidence. */
const MARGIN = 0.5

/** All mentions of a document, in reading order. */
export function linkDocument(
  document: Document,
  tables: Tables,
): { mentions: Mention[]; locals: LocalEntity[] } {
  const context = readContext(document, tables)
  const mentions = context.readings.flatMap((reading) =>
    bestCover(propose(context, reading)).flatMap((proposal) =>
      mentionOf(context, reading, proposal),
    ),
  )
  return { mentions, locals: [] }
}

function mentionOf(context: Context, reading: Reading, proposal: Proposal): Mention[] {
  const [best, second] = proposal.choices
  const start = reading.folded.from[proposal.start]
  const end = reading.folded.to[proposal.end - 1]
  if (!best || start === undefined || end === undefined) return []
  const { thing } = best
  const holder = thing.kind === 'office' ? holderAt(context, thing, context.day) : null
  const person = holder ? context.tables.things[holder.person] : undefined
  return [
    {
      block: reading.id,
      start,
      end,
      surface: reading.original.slice(start, end),
      entity: thing.id,
      headword: thing.headword,
      kind: thing.kind,
      tier: thing.tier,
      refersTo: person?.id ?? null,
      undecided: second !== undefined && best.weight - second.weight < MARGIN,
      candidates: proposal.choices.map((choice) => ({
        entity: choice.thing.id,
        weight: Math.max(0, Math.min(1, choice.weight / 10)),
        evidence: choice.evidence,
      })),
      why: best.evidence,
    },
  ]
}
