/**
 * Runs inside a real browser that will be killed: writes, tells the driver what was acknowledged,
 * and after the restart says what it finds.
 */

import { textHash } from '../../lib/archive/hash'
import { saveArticle } from '../../lib/archive/save'
import { checkIndex } from '../../lib/archive/search/check'
import { compact } from '../../lib/archive/search/compact'
import { IndexedSearch } from '../../lib/archive/search/indexed-search'
import { exportArchive } from '../../lib/archive/transfer/export'
import { importArchive } from '../../lib/archive/transfer/import'
import { BunmyakuDatabase, openDatabase } from '../../lib/db/database'
import { STORES_1 } from '../../lib/db/schema'
import { VERSIONS } from '../../lib/db/versions'
import { articles, engine, tell } from './driven'
import type { Acknowledged, Finding } from './findings'
import { keeping } from './keeping-page'
import { halves } from './kept'

/** What of the acknowledged is missing or another. */
async function lost(db: BunmyakuDatabase, acknowledged: readonly Acknowledged[]) {
  const found: string[] = []
  for (const { url, hash } of acknowledged) {
    const article = await db.articles.where('url').equals(url).first()
    const revision = article && (await db.revisions.get(article.revision))
    if (!revision) found.push(`${url} is not there`)
    else if ((await textHash(revision)) !== hash) found.push(`${url} is another text`)
  }
  return found
}

async function look(db: BunmyakuDatabase, acknowledged: readonly Acknowledged[]): Promise<Finding> {
  const half = await halves(db)
  const missing = await lost(db, acknowledged)
  const repaired = await checkIndex(db)
  const { total } = await new IndexedSearch(db).query({ text: '' })
  const articles = await db.articles.count()
  if (total !== articles) half.push(`search knows ${total} of ${articles} articles`)
  return { articles, lost: missing, half, repaired }
}

/** The next version as it might be: one more index, and every article rewritten. */
const NEXT = [
  ...VERSIONS,
  {
    version: (VERSIONS.at(-1)?.version ?? 0) + 1,
    stores: { articles: `${STORES_1.articles}, migrated` },
    upgrade: (transaction: { table(name: string): import('dexie').Table }) =>
      transaction
        .table('articles')
        .toCollection()
        .modify((row: { migrated?: number }) => {
          row.migrated = (row.migrated ?? 0) + 1
        }),
  },
]

const proof = {
  /** Saves one article after another until the browser is killed. */
  async save(from: number, to: number) {
    const [db, reads] = [openDatabase(), await engine()]
    for (const article of await articles(from, to)) {
      const hash = await textHash(article)
      await tell('/begin', null)
      const result = await saveArticle(db, reads, article)
      if (result.result === 'saved') await tell('/acknowledge', { url: article.url, hash })
    }
  },

  look: (acknowledged: readonly Acknowledged[]) => look(openDatabase(), acknowledged),

  /** An archive as a file, kept by the driver. */
  async makeFile(count: number) {
    const [db, reads] = [openDatabase('source'), await engine()]
    for (const article of await articles(0, count)) await saveArticle(db, reads, article)
    const file = await new Response(exportArchive(db, { app: 'proof' })).blob()
    await fetch('/file', { method: 'POST', body: file })
    await db.delete()
  },

  /** Imports that file; the driver kills somewhere in between, and calls again. */
  async import(name: string) {
    const file = await (await fetch('/file')).blob()
    const db = openDatabase(name)
    const before = await db.articles.count()
    await tell('/begin', null)
    const report = await importArchive(db, file)
    const half = await halves(db)
    const articles = await db.articles.count()
    const { total } = await new IndexedSearch(db).query({ text: '' })
    if (total !== articles) half.push(`search knows ${total} of ${articles} articles`)
    await db.delete()
    return { report, articles, half, before }
  },

  /** Saves a few articles and makes the index anew; killed somewhere in between. */
  async index(from: number, to: number) {
    const [db, reads] = [openDatabase(), await engine()]
    for (const article of await articles(from, to)) {
      const result = await saveArticle(db, reads, article)
      const hash = await textHash(article)
      if (result.result === 'saved') await tell('/acknowledge', { url: article.url, hash })
    }
    await tell('/begin', null)
    await compact(db, { whole: true })
  },

  /** Every query of some must find what reading all texts finds. */
  async search(queries: readonly string[]) {
    const db = openDatabase()
    const search = new IndexedSearch(db)
    const texts = await db.searchTexts.toArray()
    const wrong: string[] = []
    for (const query of queries) {
      const expected = texts.filter(({ title, body }) => `${title}\n${body}`.includes(query)).length
      const { total } = await search.query({ text: `"${query}"` })
      if (total !== expected) wrong.push(`${query}: ${total} instead of ${expected}`)
    }
    return { wrong, segments: await db.searchSegments.count() }
  },

  /** Copies the articles into a database of the released version, to be migrated. */
  async prepareMigration(name: string) {
    const [from, to] = [openDatabase(), openDatabase(name)]
    await to.articles.bulkAdd(await from.articles.toArray())
    const count = await to.articles.count()
    to.close()
    return count
  },

  /** Opens with the next version; killed somewhere in between, and called again. */
  async migrate(name: string) {
    const db = new BunmyakuDatabase(name, NEXT)
    await tell('/begin', null)
    await db.ready()
    const rows = (await db.articles.toArray()) as unknown as { migrated?: number }[]
    await db.delete()
    return { articles: rows.length, wrong: rows.filter(({ migrated }) => migrated !== 1).length }
  },
}

Object.assign(globalThis, { proof: { ...proof, ...keeping } })
