/** The engine: one compiled record in, annotations of documents out. */
import type { Engine } from './annotation'
import type { GlossaryData } from './glossary/data'
import { linkDocument } from './linking/link'
import { compileTables, openTables } from './linking/tables'

/** Compiles a glossary into the one binary record that {@link openEngine} reads. */
export const compileEngine = (
  data: Pick<GlossaryData, 'version' | 'entities' | 'tenures'>,
): Uint8Array => compileTables(data)

/**
 * Opens a compiled record. The engine is pure: it reads no clock and keeps nothing of a document.
 * @throws {Error} where the bytes are no record of `compileEngine`, or are cut off.
 */
export function openEngine(record: Uint8Array): Engine {
  const tables = openTables(record)
  const mentions: Engine['mentions'] = (document, reader) =>
    linkDocument(document, tables, reader ?? null)
  return {
    version: tables.version,
    mentions,
    annotate: (document, reader) => ({ ...mentions(document, reader), dates: [], events: [] }),
  }
}
