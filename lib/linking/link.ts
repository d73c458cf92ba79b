/** Which entity every stretch of a document means. */
import type { ReaderEvidence } from '../annotation'
import type { Document } from '../article/document'
import { bestCover } from '../terms/cover'
import type { TimeExpression } from '../time/expression'
import { longerNames, proposeShort } from './anaphora'
import { readContext } from './context'
import { localEntity } from './locals'
import type { LocalEntity, Mention } from './mention'
import type { Choice } from './people'
import type { Proposal } from './proposal'
import { propose } from './propose'
import { heedReader } from './reader'
import type { Reading } from './reading'
import { type DecidedPost, proposeShortPosts } from './short-posts'
import type { Tables } from './tables'

/** Two candidates closer than this were not told apart by the evidence. */
const MARGIN = 0.4

/**
 * All mentions of a document, in reading order, and what the text itself introduces.
 *
 * @param times Time expressions of the document, which mentions keep clear of.
 */
export function linkDocument(
  document: Document,
  tables: Tables,
  reader: ReaderEvidence | null = null,
  times: readonly TimeExpression[] = [],
): { mentions: Mention[]; locals: LocalEntity[] } {
  const context = readContext(document, tables, reader, times)
  const proposals = new Map(
    context.readings.map((reading) => [
      reading,
      heedReader(propose(context, reading), reading, reader),
    ]),
  )
  const covers = new Map([...proposals].map(([reading, list]) => [reading, bestCover(list)]))
  const decided: DecidedPost[] = []
  for (const [reading, cover] of covers)
    for (const { start, end, choices, refersTo } of cover)
      if (choices[0]) decided.push({ reading, start, end, choice: choices[0], refersTo })
  const longer = longerNames(tables, decided)
  const mentions: Mention[] = []
  const used = new Set<string>()
  for (const [reading, list] of proposals) {
    const short = heedReader(
      [...proposeShort(context, reading, longer), ...proposeShortPosts(context, reading, decided)],
      reading,
      reader,
    )
    const cover = short.length > 0 ? bestCover([...list, ...short]) : (covers.get(reading) ?? [])
    for (const proposal of cover) {
      const mention = mentionOf(reading, proposal)
      if (!mention) continue
      mentions.push(mention)
      const local = proposal.choices[0]?.local
      if (local) used.add(local.name)
    }
  }
  const locals = context.locals.all.filter((local) => used.has(local.name)).map(localEntity)
  return { mentions, locals }
}

function mentionOf(reading: Reading, proposal: Proposal): Mention | null {
  const [best, second] = proposal.choices
  const start = reading.folded.from[proposal.start]
  const end = reading.folded.to[proposal.end - 1]
  if (!best || start === undefined || end === undefined) return null
  const { thing, local } = best
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
    refersTo: proposal.refersTo?.id ?? null,
    undecided: second !== undefined && best.weight - second.weight < MARGIN,
    candidates: proposal.choices.flatMap((choice) => candidateOf(choice, best.weight)),
    why: [...best.evidence],
  }
}

const candidateOf = ({ thing, weight, evidence }: Choice, best: number) =>
  thing
    ? [
        {
          entity: thing.id,
          weight: Math.max(0, Math.min(1, weight / Math.max(best, 1))),
          evidence: [...evidence],
        },
      ]
    : []
