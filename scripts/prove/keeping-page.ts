/**
 * The page's part in killing what keeps: merges of a file into an archive, the bin and what comes
 * out of it or goes for good, and notes that are typed all the while.
 */
import { deleteArticles, purgeBin, restoreArticles } from '../../lib/archive/delete'
import { addHighlight } from '../../lib/archive/notes'
import { saveArticle } from '../../lib/archive/save'
import { IndexedSearch } from '../../lib/archive/search/indexed-search'
import { exportArchive } from '../../lib/archive/transfer/export'
import { importArchive } from '../../lib/archive/transfer/import'
import { setNote } from '../../lib/archive/write-note'
import type { ExtractedArticle } from '../../lib/article/extracted'
import { type BunmyakuDatabase, openDatabase } from '../../lib/db/database'
import { articles, engine, tell } from './driven'
import { halves, kept } from './kept'
import { lostNote, typeForEver } from './typing'

/** Articles in the file that is merged, and of the archive it is merged into. */
const FILE = 60
const OWN = 30
/** What the bin is tried with. */
const BINNED = 8
/** Addresses of what comes and goes while the bin is tried, and of the note that is typed. */
const PASSING = /\/(passing|typed)/

const day = (at: number): Date => new Date(1_760_000_000_000 + at * 60_000)

/** The article with another first sentence: a text of its own. */
const rewritten = (article: ExtractedArticle, words: string): ExtractedArticle => ({
  ...article,
  blocks: [{ kind: 'paragraph', id: 'first', runs: [{ text: words }] }, ...article.blocks],
})

/** Saves an article at a moment and gives its id. */
async function save(
  db: BunmyakuDatabase,
  reads: Awaited<ReturnType<typeof engine>>,
  article: ExtractedArticle,
  at: number,
): Promise<string> {
  const result = await saveArticle(db, reads, article, day(at))
  if (!('article' in result)) throw new Error(`${article.url}: ${result.result}`)
  return result.article
}

/** An archive with texts, notes and marked passages; the same articles say other things in another. */
async function fill(db: BunmyakuDatabase, from: number, to: number, who: string): Promise<void> {
  const reads = await engine()
  for (const [i, article] of (await articles(from, to)).entries()) {
    const id = await save(db, reads, article, i)
    if (i % 3 === 0) await save(db, reads, rewritten(article, `${who}が読んだ続報。`), 1_000 + i)
    if (i % 2 === 0) await setNote(db, id, `${who}の覚え${i}`)
    const latest = (await db.articles.get(id))?.revision ?? ''
    const block = (await db.revisions.get(latest))?.blocks[0]
    if (i % 4 === 0 && block)
      await addHighlight(
        db,
        { article: id, span: { block: block.id, start: 0, end: 3 }, note: `${who}の印` },
        day(2_000 + i),
      )
  }
}

/** The article whose note is typed; it is in no file and in no bin. */
async function typedArticle(db: BunmyakuDatabase): Promise<string> {
  const [article] = await articles(500_000, 500_001)
  if (!article) throw new Error('no article')
  const url = 'https://proof.example/typed'
  return save(db, await engine(), { ...article, url, addresses: [url] }, 0)
}

const startTyping = async (db: BunmyakuDatabase): Promise<void> => {
  const id = await typedArticle(db)
  void typeForEver(db, id, (text) => tell('/typed', text))
}

/** What stands half, what of the note is lost, and whether search knows what is there. */
async function wrong(db: BunmyakuDatabase, typed: string | null): Promise<string[]> {
  const found = await halves(db)
  found.push(...(await lostNote(db, await typedArticle(db), typed)))
  const shown = await db.articles.filter(({ deletedAt }) => deletedAt === null).count()
  const { total } = await new IndexedSearch(db).query({ text: '' })
  if (total !== shown) found.push(`search knows ${total} of ${shown} articles`)
  return found
}

export const keeping = {
  /** The file of another reader of the same news, kept by the driver. */
  async makeMergeFile() {
    const db = openDatabase('other-reader')
    await fill(db, 700_000, 700_000 + FILE, '別の人')
    const file = await new Response(exportArchive(db, { app: 'proof' })).blob()
    await fetch('/file', { method: 'POST', body: file })
    await db.delete()
  },

  /** An archive that has half of the file's articles, with texts and notes of its own. */
  async prepareMerge(name: string) {
    const db = openDatabase(name)
    await fill(db, 700_000, 700_000 + OWN, '私')
    await typedArticle(db)
    db.close()
  },

  /** Merges the file, a note being typed; killed somewhere in between, and called again. */
  async merge(name: string, typed: string | null, alone: boolean) {
    const file = await (await fetch('/file')).blob()
    const db = openDatabase(name)
    const found = await wrong(db, typed)
    if (!alone) await startTyping(db)
    await tell('/begin', null)
    const { refused } = await importArchive(db, file)
    if (!alone) return { found, kept: [], refused }
    found.push(...(await wrong(db, typed)))
    const result = { found, kept: await kept(db, PASSING), refused }
    await db.delete()
    return result
  },

  /** Articles to be put into the bin and taken out again: what they are before. */
  async prepareBin(name: string) {
    const db = openDatabase(name)
    await fill(db, 710_000, 710_000 + BINNED, '私')
    await typedArticle(db)
    return kept(db, PASSING)
  },

  /** Into the bin, out of it, and for good, over and over, a note being typed, until it is killed. */
  async bin(name: string) {
    const [db, reads] = [openDatabase(name), await engine()]
    await startTyping(db)
    const own = await db.articles.filter(({ url }) => !PASSING.test(url)).primaryKeys()
    const [pattern] = await articles(720_000, 720_001)
    await tell('/begin', null)
    for (let round = 0; pattern; round++) {
      await deleteArticles(db, own)
      await restoreArticles(db, own)
      const url = `https://proof.example/passing-${round}`
      const id = await save(db, reads, { ...pattern, url, addresses: [url] }, round)
      await setNote(db, id, '消える覚え')
      await deleteArticles(db, [id], new Date(0))
      await purgeBin(db)
    }
  },

  /** What the killed bin left: everything that was not deleted for good can come back. */
  async lookBin(name: string, typed: string | null) {
    const db = openDatabase(name)
    const found = await wrong(db, typed)
    await restoreArticles(db, await db.articles.toCollection().primaryKeys())
    found.push(...(await wrong(db, typed)))
    const passing = await db.articles.filter(({ url }) => /\/passing/.test(url)).primaryKeys()
    await deleteArticles(db, passing, new Date(0))
    await purgeBin(db)
    found.push(...(await wrong(db, typed)))
    return { found, kept: await kept(db, PASSING) }
  },
}
