/**
 * Which entity every stretch of a document means: read → facts → spans → best path → once more with
 * what was decided.
 */

import type { ReaderEvidence } from '../annotation'
import type { Document } from '../article/document'
import { bestCover } from '../terms/cover'
import type { TimeExpression } from '../time/expression'
import { type Covers, decide, type Linked } from './decide'
import type { Context } from './facts/facts'
import { readFacts } from './facts/read-facts'
import { heedReader } from './reader'
import type { Tables } from './record/tables'
import { again } from './spans/again'
import { findBindings } from './spans/bindings'
import type { Proposal } from './spans/proposal'
import { propose } from './spans/propose'

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
): Linked {
  const facts = readFacts(document, tables, reader, times)
  const context: Context = { ...facts, bindings: findBindings(facts), chosen: new Map() }
  const spans: (readonly Proposal[])[] = context.readings.map((reading) =>
    heedReader(propose(context, reading), reading, reader),
  )
  const first: Covers = context.readings.map((reading, k) => ({
    reading,
    cover: bestCover(spans[k] ?? []),
  }))
  // What the first pass found stands for its short forms (首脳会談, 長官) elsewhere in the text.
  const short = again(context, first)
  const covers = first.map(({ reading, cover }, k) => {
    const more = heedReader(short(reading), reading, reader)
    return { reading, cover: more.length > 0 ? bestCover([...(spans[k] ?? []), ...more]) : cover }
  })
  return decide(facts, covers)
}
