/** What the whole document tells before any single mention is decided. */
import type { Document } from '../article/document'
import { edgeAfter, edgeBefore } from './boundary'
import { dayOf } from './period'
import { type Reading, readBlock } from './reading'
import type { Tables, Thing } from './tables'

export interface Context {
  readonly tables: Tables
  readonly readings: readonly Reading[]
  /** Day of the article. */
  readonly day: string
  /** Persons whose full name stands in the text, with how often. */
  readonly introduced: ReadonlyMap<Thing, number>
  /** How often each country is named, by itself or through its places, bodies and people. */
  readonly countries: ReadonlyMap<string, number>
  /** Text of all blocks, folded: for conditions that ask for a word anywhere. */
  readonly text: string
}

/** Reads a document as a whole. */
export function readContext(document: Document, tables: Tables): Context {
  const readings = document.blocks.map((block, order) => readBlock(block, order, tables.matcher))
  const introduced = new Map<Thing, number>()
  const countries = new Map<string, number>()
  for (const reading of readings) {
    for (const hit of reading.hits) {
      if (hit.end - hit.start < 2) continue
      if (edgeBefore(reading, hit.start) === 'inside' || edgeAfter(reading, hit.end) === 'inside')
        continue
      const senses = tables.sensesOf(hit.form)
      const [sense] = senses
      if (!sense || senses.length > 1) continue
      const { thing, kind } = sense
      if (thing.kind === 'person' && kind !== 'surname' && kind !== 'role')
        introduced.set(thing, (introduced.get(thing) ?? 0) + 1)
      if (thing.country) countries.set(thing.country, (countries.get(thing.country) ?? 0) + 1)
    }
  }
  return {
    tables,
    readings,
    day: document.publishedAt ? dayOf(document.publishedAt) : tables.newest,
    introduced,
    countries,
    text: readings.map(({ text }) => text).join('\n'),
  }
}
