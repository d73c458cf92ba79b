/** The engine: one compiled record in, annotations of documents out. */
import type { Engine } from './annotation'
import { findEvents } from './events/find'
import type { GlossaryData } from './glossary/data'
import { linkDocument } from './linking/link'
import type { Mention } from './linking/mention'
import { lastUpTo } from './linking/read/reading'
import { compileTables } from './linking/record/compile-tables'
import type { Grammar } from './linking/record/grammar'
import { openTables } from './linking/record/tables'
import type { TimeExpression } from './time/expression'
import { findTimes } from './time/find'

/** Compiles a glossary, and how to read with it, into the one binary record that {@link openEngine} reads. */
export const compileEngine = (
  data: Pick<GlossaryData, 'version' | 'entities' | 'tenures'>,
  grammar: Grammar,
): Uint8Array => compileTables(data, grammar)

/**
 * Opens a compiled record. The engine is pure: it reads no clock and keeps nothing of a document.
 * @throws {Error} where the bytes are no record of `compileEngine`, or are cut off.
 */
export function openEngine(record: Uint8Array): Engine {
  const tables = openTables(record)
  return {
    version: tables.version,
    mentions: (document, reader) =>
      linkDocument(document, tables, reader ?? null, findTimes(document)),
    annotate(document, reader) {
      const times = findTimes(document)
      const { mentions, locals } = linkDocument(document, tables, reader ?? null, times)
      const dates = clearOf(times, mentions)
      return { mentions, locals, dates, events: findEvents(document, mentions, dates) }
    },
  }
}

/** Times without those that are numbers within a name. Mentions are in order and never overlap. */
function clearOf(times: readonly TimeExpression[], mentions: readonly Mention[]): TimeExpression[] {
  const byBlock = Map.groupBy(mentions, ({ block }) => block)
  return times.filter((time) => {
    const here = byBlock.get(time.block) ?? []
    const last = here[lastUpTo(here, time.end - 1, ({ start }) => start)]
    return !last || last.start >= time.end || last.end <= time.start
  })
}
