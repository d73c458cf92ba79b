/** Runs inside a real browser page: fills the archive, asks it, and times both. */
import { textHash } from '../../lib/archive/hash'
import { saveArticle } from '../../lib/archive/save'
import type { Article, Revision } from '../../lib/archive/schema'
import { checkIndex } from '../../lib/archive/search/check'
import { compact } from '../../lib/archive/search/compact'
import { IndexedSearch } from '../../lib/archive/search/indexed-search'
import { addToSearch } from '../../lib/archive/search/text'
import { exportArchive } from '../../lib/archive/transfer/export'
import { importArchive } from '../../lib/archive/transfer/import'
import { type BunmyakuDatabase, openDatabase } from '../../lib/db/database'
import type { BenchArticle } from './corpus'
import { RIVALS } from './rivals'
import { articles, engine, extracted } from './served'

async function* inBatches(from: number, to: number): AsyncGenerator<BenchArticle> {
  for (let at = from; at < to; at += 500) yield* await articles(at, Math.min(to, at + 500))
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function rowsOf(one: BenchArticle): Promise<{ article: Article; revision: Revision }> {
  const { leadImage, blocks, modifiedAt, ...read } = extracted(one)
  const [id, savedAt] = [crypto.randomUUID(), new Date().toISOString()]
  const { title } = read
  const hash = await textHash({ title, blocks })
  const article: Article = {
    ...read,
    id,
    addresses: [],
    savedAt,
    revision: `${id}-1`,
    entities: [],
    note: '',
    deletedAt: null,
  }
  const lists = { blocks, mentions: [], locals: [] }
  const own = { id: `${id}-1`, article: id, hash, savedAt, modifiedAt, title, leadImage }
  return { article, revision: { ...own, ...lists } }
}

const segmentsOf = async (db: BunmyakuDatabase) =>
  (await db.searchSegments.toArray()).map(({ seqs, bytes, shards }) => ({
    texts: seqs.length,
    bytes,
    shards,
  }))

const bench = {
  /**
   * Fills the archive with articles as the engine left them that know no name: what search does
   * depends on their words alone, and ten thousand readings would take longer than all the rest.
   */
  async fill(from: number, to: number) {
    const db = openDatabase()
    let compacting = 0
    for (let at = from; at < to; at += 100) {
      const rows: { article: Article; revision: Revision }[] = []
      for await (const one of inBatches(at, Math.min(to, at + 100))) rows.push(await rowsOf(one))
      await db.transaction(
        'rw',
        db.articles,
        db.revisions,
        db.searchTexts,
        db.searchDead,
        async () => {
          await db.articles.bulkAdd(rows.map(({ article }) => article))
          await db.revisions.bulkAdd(rows.map(({ revision }) => revision))
          for (const { article, revision } of rows) await addToSearch(db, article, revision)
        },
      )
      compacting += await timed(() => compact(db))
      if (at % 1_000 === 0) console.log(`${at} articles`)
    }
    return { compacting, segments: await segmentsOf(db) }
  },

  /** Saves articles one after another, as a reader would, compacting as the background does. */
  async save(from: number, to: number) {
    const db = openDatabase()
    const reads = await engine()
    const saves: number[] = []
    for await (const article of inBatches(from, to)) {
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
      for await (const { title, paragraphs } of inBatches(0, count))
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
