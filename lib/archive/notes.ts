/** Marked passages, with notes beside them. */
import type { Block } from '../article/document'
import { toDocument } from '../article/extracted'
import type { BunmyakuDatabase } from '../db/database'
import type { HighlightRow } from '../db/rows'
import type { TextSpan } from '../events/schema'
import { type Anchor, describeQuote, findQuote } from './anchor'
import type { Revision } from './schema'
import { markNoted } from './write-note'

/** There is no such article, or not any more. */
class NoSuchArticle extends Error {
  override name = 'NoSuchArticle'
}

/** What can be marked: the headline as the engine reads it, then the body. */
const withHeadline = ({ title, blocks }: Pick<Revision, 'title' | 'blocks'>): Block[] =>
  toDocument({ url: '', publisher: null, publishedAt: null, title, blocks }).blocks

const noteTables = (db: BunmyakuDatabase) => [db.articles, db.highlights]

interface MarkedPassage {
  article: string
  span: TextSpan
  /** The text that the reader sees, which another tab may have made an earlier one; else the latest. */
  read?: Pick<Revision, 'title' | 'blocks'>
  note?: string
}

/**
 * Marks a passage of a revision; one that is marked already keeps its mark.
 * @throws NoSuchArticle, RangeError where the passage is not in it.
 */
export async function addHighlight(
  db: BunmyakuDatabase,
  marked: MarkedPassage,
  now: Date = new Date(),
): Promise<HighlightRow> {
  return db.transaction('rw', [...noteTables(db), db.revisions], async () => {
    const article = await db.articles.get(marked.article)
    const revision = article && (await db.revisions.get(article.revision))
    if (!revision) throw new NoSuchArticle(marked.article)
    const quote = describeQuote(withHeadline(marked.read ?? revision), marked.span)
    const rows = await db.highlights.where('article').equals(marked.article).toArray()
    const there = rows.find(
      ({ hint, ...row }) =>
        row.quote === quote.quote &&
        row.prefix === quote.prefix &&
        row.suffix === quote.suffix &&
        hint.block === quote.hint.block &&
        hint.start === quote.hint.start,
    )
    if (there) return there
    const row: HighlightRow = {
      id: crypto.randomUUID(),
      article: marked.article,
      ...quote,
      note: marked.note ?? '',
      createdAt: now.toISOString(),
    }
    await db.highlights.add(row)
    await markNoted(db, marked.article)
    return row
  })
}

/** Takes a mark away; the row comes back, for undo with `restoreHighlight`. */
export const removeHighlight = (
  db: BunmyakuDatabase,
  id: string,
): Promise<HighlightRow | undefined> =>
  db.transaction('rw', noteTables(db), async () => {
    const row = await db.highlights.get(id)
    await db.highlights.delete(id)
    if (row) await markNoted(db, row.article)
    return row
  })

export const restoreHighlight = (db: BunmyakuDatabase, row: HighlightRow): Promise<void> =>
  db.transaction('rw', noteTables(db), async () => {
    await db.highlights.put(row)
    await markNoted(db, row.article)
  })

/** A marked passage and where it is in the revision that is being read. */
export interface AnchoredHighlight {
  highlight: HighlightRow
  anchor: Anchor
}

/** The article's marked passages as they stand in a revision, in the order they were made. */
export async function anchoredHighlights(
  db: BunmyakuDatabase,
  revision: Pick<Revision, 'article' | 'title' | 'blocks'>,
): Promise<AnchoredHighlight[]> {
  const rows = await db.highlights.where('article').equals(revision.article).toArray()
  const blocks = withHeadline(revision)
  return rows
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
    .map((highlight) => ({ highlight, anchor: findQuote(blocks, highlight) }))
}
