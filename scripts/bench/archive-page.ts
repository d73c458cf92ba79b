/** Runs inside a real browser page: fills the archive, asks it, and times both. */
import type { Engine } from '../../lib/annotation'
import { saveArticle } from '../../lib/archive/save'
import { checkIndex } from '../../lib/archive/search/check'
import { compact } from '../../lib/archive/search/compact'
import { IndexedSearch } from '../../lib/archive/search/indexed-search'
import { exportArchive } from '../../lib/archive/transfer/export'
import { importArchive } from '../../lib/archive/transfer/import'
import type { ExtractedArticle } from '../../lib/article/extracted'
import { type BunmyakuDatabase, openDatabase } from '../../lib/db/database'
import { openEngine } from '../../lib/engine'
import type { BenchArticle } from './corpus'
import { RIVALS } from './rivals'

const fetched = async <T>(path: string): Promise<T> => (await fetch(path)).json() as Promise<T>

const engine = async () =>
  openEngine(new Uint8Array(await (await fetch('/engine.bin')).arrayBuffer()))

const extracted = ({ paragraphs, ...article }: BenchArticle): ExtractedArticle => ({
  ...article,
  addresses: [article.url],
  byline: null,
  section: null,
  keywords: [],
  modifiedAt: null,
  truncated: false,
  leadImage: null,
  blocks: paragraphs.map((text, i) => ({ kind: 'paragraph', id: `p${i}`, runs: [{ text }] })),
})

async function* articles(from: number, to: number): AsyncGenerator<BenchArticle> {
  for (let at = from; at < to; at += 500)
    yield* await fetched<BenchArticle[]>(`/articles?from=${at}&to=${Math.min(to, at + 500)}`)
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const segmentsOf = async (db: BunmyakuDatabase) =>
  (await db.searchSegments.toArray()).map(({ seqs, bytes, shards }) => ({
    texts: seqs.length,
    bytes,
    shards,
  }))

const bench = {
  /** Fills the archive: the same code, several saves under way at once, `told` of them with events. */
  async fill(from: number, to: number, told: number) {
    const db = openDatabase()
    const whole = await engine()
    const silent: Engine = {
      ...whole,
      annotate: (document, reader) => ({ ...whole.annotate(document, reader), events: [] }),
    }
    let [compacting, saved] = [0, 0]
    let waiting: Promise<unknown>[] = []
    for await (const article of articles(from, to)) {
      waiting.push(saveArticle(db, saved++ < told ? whole : silent, extracted(article)))
      if (waiting.length < 32) continue
      await Promise.all(waiting)
      waiting = []
      compacting += await timed(() => compact(db))
      console.log(`${await db.articles.count()} articles, ${await db.events.count()} events`)
    }
    await Promise.all(waiting)
    return { compacting, segments: await segmentsOf(db) }
  },

  /** Saves articles one after another, as a reader would, compacting as the background does. */
  async save(from: number, to: number) {
    const db = openDatabase()
    const reads = await engine()
    const saves: number[] = []
    for await (const article of articles(from, to)) {
      saves.push(await timed(() => saveArticle(db, reads, extracted(article))))
      await compact(db)
    }
    return { saves, count: await db.articles.count() }
  },

  /** From nothing open to the first answer. */
  first: (query: string) => timed(() => new IndexedSearch(openDatabase()).query({ text: query })),

  async queries(list: readonly string[]) {
    const search = new IndexedSearch(openDatabase())
    const times: number[] = []
    const totals: number[] = []
    for (const text of list)
      times.push(
        await timed(async () => totals.push((await search.query({ text, limit: 20 })).total)),
      )
    return { times, totals }
  },

  check: () => timed(() => checkIndex(openDatabase())),

  /** Exports to a file of this origin, so that the page never holds it. */
  async exportAll() {
    const root = await navigator.storage.getDirectory()
    const file = await root.getFileHandle('bench.ndjson.gz', { create: true })
    const writable = await file.createWritable()
    const time = await timed(() => exportArchive(openDatabase(), { app: 'bench' }).pipeTo(writable))
    return { time, bytes: (await file.getFile()).size }
  },

  /** Imports that file into an empty database. */
  async importAll() {
    const root = await navigator.storage.getDirectory()
    const file = await (await root.getFileHandle('bench.ndjson.gz')).getFile()
    const db = openDatabase('bench-import')
    let report: unknown
    const time = await timed(async () => {
      report = await importArchive(db, file)
    })
    await db.delete()
    return { time, report }
  },

  /** The same texts and queries for another library, in this page's memory. */
  async rival(name: string, count: number, list: readonly string[]) {
    const rival = RIVALS[name]
    if (!rival) throw new Error(`no rival ${name}`)
    const index = await rival()
    const indexing = await timed(async () => {
      let id = 0
      for await (const { title, paragraphs } of articles(0, count))
        await index.add(id++, `${title}\n${paragraphs.join('\n')}`)
    })
    const times: number[] = []
    const found: number[][] = []
    for (const query of list)
      times.push(await timed(async () => found.push(await index.find(query))))
    Object.assign(globalThis, { kept: index })
    return { indexing, times, found }
  },
}

Object.assign(globalThis, { bench })
