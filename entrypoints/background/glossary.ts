/** The engine and the seeded glossary, each made ready once a worker's life. */
import * as v from 'valibot'
import browser from 'webextension-polyfill'
import type { Reads } from '../../lib/annotation'
import { openDatabase } from '../../lib/db/database'
import { openEngine } from '../../lib/engine'
import { EngineQueue } from '../../lib/engine-port/queue'
import { shortHere } from '../../lib/engine-port/short-here'
import type { GlossaryData } from '../../lib/glossary/data'
import { type PackedGlossary, unpackGlossary } from '../../lib/glossary/packed'
import { Publication } from '../../lib/glossary/schema'
import { isSeeded, seedGlossary } from '../../lib/glossary/seed'
import { startEngine } from './engine-lines'
import { once } from './once'

export const db = openDatabase()

/** Key of the publications in `meta`. */
const PUBLICATIONS = 'publications'

async function bundled(name: string): Promise<Response> {
  const response = await fetch(browser.runtime.getURL(`data/${name}`))
  if (!response.ok) throw new Error(`bundled file missing: ${name}`)
  return response
}

let queue: EngineQueue | null = null

/** What is still being read for a tab is not wanted any more. */
export const forgetTab = (tab: number): void => queue?.drop(tab)

/**
 * The engine, out of the record that comes with the extension: it needs no database, so that the
 * first page has its marks while the glossary is still being written, and a page is marked even
 * where storage is refused. Long texts go to a thread of their own (docs/decisions/own-thread.md).
 */
export const engine: () => Promise<Reads> = once(async () => {
  const record = new Uint8Array(await (await bundled('engine.bin')).arrayBuffer())
  const here = openEngine(record)
  return shortHere(here, () => {
    queue ??= new EngineQueue(here.version, startEngine)
    return queue
  })
})

/** The bundled glossary as it was shipped; read whole, so only when it is needed. */
async function seedData(): Promise<GlossaryData> {
  const packed = (await (await bundled('seed.bin')).blob()).stream()
  const text = new Response(packed.pipeThrough(new DecompressionStream('gzip')))
  return unpackGlossary((await text.json()) as PackedGlossary)
}

/** Resolves when the glossary of this very version stands in the database, whole. */
export const seeded: () => Promise<void> = once(async () => {
  const { version } = await engine()
  if (await isSeeded(db, version)) return
  const data = await seedData()
  // Before the version row, which says that everything is there.
  await db.meta.put({ key: PUBLICATIONS, value: data.publications })
  await seedGlossary(db, data)
})

/** The publications that sources name, by id. */
export const publications: () => Promise<Map<string, Publication>> = once(async () => {
  await seeded()
  const rows = v.parse(v.array(Publication), (await db.meta.get(PUBLICATIONS))?.value)
  return new Map(rows.map((row) => [row.id, row]))
})
