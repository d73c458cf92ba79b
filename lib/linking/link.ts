/**
 * Which entity every stretch of a document means: read → facts → spans → best path → once more with
 * what was decided.
 */

import type { ReaderEvidence } from '../annotation'
import type { Document } from '../article/document'
import { bestCover } from '../terms/cover'
import type { TimeExpression } from '../time/expression'
import { type Covers, decide, type Linked } from './decide'
import type { Context, Facts } from './facts/facts'
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
  const { facts, covers } = readPaths(document, tables, reader, times)
  return decide(facts, covers)
}

/** As {@link linkDocument}, before mentions are made: every span with its score, and the best path. */
export function readPaths(
  document: Document,
  tables: Tables,
  reader: ReaderEvidence | null,
  times: readonly TimeExpression[],
): { facts: Facts; covers: Covers; spans: readonly (readonly Proposal[])[] } {
  const facts = readFacts(document, tables, reader, times)
  const context: Context = { ...facts, bindings: findBindings(facts), chosen: new Map() }
  const spans: (readonly Proposal[])[] = context.readings.map((reading) =>
    heedReader(propose(context, reading), reading, reader, tables),
  )
  const first: Covers = context.readings.map((reading, k) => ({
    reading,
    cover: bestCover(spans[k] ?? []),
  }))
  // What the first pass found stands for its short forms (首脳会談, 長官) elsewhere in the text.
  const short = again(context, first)
  const covers = first.map(({ reading, cover }, k) => {
    const more = heedReader(short(reading), reading, reader, tables)
    if (more.length === 0) return { reading, cover }
    spans[k] = [...(spans[k] ?? []), ...more]
    return { reading, cover: bestCover(spans[k]) }
  })
  return { facts, covers, spans }
}
