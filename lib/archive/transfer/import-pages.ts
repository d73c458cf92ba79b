/**
 * Pages that other programs kept: each becomes an article, unless the archive has it. A bookmark
 * without its text becomes an article that says it is not whole; opening and saving it completes it.
 */
import * as v from 'valibot'
import type { Engine } from '../../annotation'
import { believed } from '../../article/believed'
import { ExtractedArticle } from '../../article/extracted'
import { canonicalAddress } from '../../article/identity'
import type { BunmyakuDatabase } from '../../db/database'
import { StorageError } from '../../db/failure'
import { findSaved, namesArticle } from '../identity'
import { saveExtracted } from '../save'
import { savedState } from '../saved-state'
import { compact } from '../search/compact'
import { markNoted } from '../write-note'
import { emptyReport, type ImportReport, type Refusal, refuseLine } from './report'

/** A page as another program kept it. */
export interface KeptPage {
  url: string
  title: string
  savedAt: Date | null
  tags?: string[]
  note?: string
  /** What stands for the text where only a passage was kept. */
  excerpt?: string
  /** The article, where the text was kept too. */
  article?: ExtractedArticle
}

/** One after another; a `string` is why there is none at this place. */
export type KeptPages = AsyncIterable<KeptPage | Pick<Refusal, 'problem' | 'detail'>>

export interface ImportPagesOptions {
  signal?: AbortSignal
  onProgress?: (report: ImportReport) => void
  /** For pages that do not say when they were saved. */
  now?: Date
}

/**
 * Imports pages one by one: each is whole or absent, so that stopping anywhere and starting again
 * is safe; what is there already is counted as the same and not touched.
 * @throws StorageError where the disk is full; the signal's reason where it is aborted.
 */
export async function importPages(
  db: BunmyakuDatabase,
  engine: Engine,
  pages: KeptPages,
  { signal, onProgress, now = new Date() }: ImportPagesOptions = {},
): Promise<ImportReport> {
  const report = emptyReport()
  let line = 0
  for await (const page of pages) {
    signal?.throwIfAborted()
    line++
    if ('problem' in page) refuseLine(report, { line, ...page })
    else await importPage(db, engine, page, now, line, report)
    if (line % 20 === 0) onProgress?.(report)
    if (line % 200 === 0) await compact(db)
  }
  await compact(db, { whole: report.new > 50 })
  onProgress?.(report)
  return report
}

async function importPage(
  db: BunmyakuDatabase,
  engine: Engine,
  page: KeptPage,
  now: Date,
  line: number,
  report: ImportReport,
): Promise<void> {
  const parsed = v.safeParse(ExtractedArticle, page.article ?? bookmark(page))
  if (!parsed.success) {
    const [issue] = parsed.issues
    const detail = `${v.getDotPath(issue) ?? ''}: ${issue.message}`
    return refuseLine(report, { line, problem: 'wrong-type', detail })
  }
  const article = believed(parsed.output)
  if (!/^https?:/.test(article.url) || !namesArticle(article.url))
    return refuseLine(report, { line, problem: 'no-address', detail: article.url.slice(0, 200) })
  const there = await findSaved(db, article)
  // A further page of an article outside the bin is joined with it; a bookmark is none.
  const further = page.article !== undefined && there?.deletedAt === null
  if (there && !(further && (await isNextPage(db, article)))) {
    report.same++
    return
  }
  const saved = await saveExtracted(db, engine, article, page.savedAt ?? now)
  if (saved.result === 'full') throw new StorageError('full', 'while importing')
  if (saved.result === 'joined') {
    report.different++
    return
  }
  if (saved.result !== 'saved')
    return refuseLine(report, { line, problem: 'wrong-type', detail: saved.result })
  if (page.note) await addNote(db, saved.article, page.note)
  report.new++
}

const isNextPage = async (db: BunmyakuDatabase, article: ExtractedArticle): Promise<boolean> =>
  (await savedState(db, article)).state === 'next-page'

function bookmark({ url, title, tags = [], excerpt = '' }: KeptPage): ExtractedArticle {
  return {
    url: canonicalAddress(url) ?? url,
    addresses: [url],
    title: title.trim() || url,
    publisher: null,
    byline: null,
    section: null,
    keywords: tags,
    publishedAt: null,
    modifiedAt: null,
    truncated: true,
    leadImage: null,
    blocks: excerpt
      .split(/\n+/)
      .filter((text) => text.trim() !== '')
      .map((text, i) => ({ kind: 'paragraph', id: `b${i}`, runs: [{ text: text.trim() }] })),
  }
}

const addNote = (db: BunmyakuDatabase, id: string, note: string): Promise<void> =>
  db.transaction('rw', db.articles, db.highlights, async () => {
    await db.articles.update(id, { note })
    await markNoted(db, id)
  })
