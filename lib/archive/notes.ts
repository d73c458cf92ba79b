/** The reader's own words: a note for an article, marked passages with notes beside them. */
import type { Block } from '../article/document'
import { toDocument } from '../article/extracted'
import type { BunmyakuDatabase } from '../db/database'
import type { HighlightRow } from '../db/rows'
import type { TextSpan } from '../events/schema'
import { type Anchor, describeQuote, findQuote } from './anchor'
import type { Revision } from './schema'

/** Longest note in UTF-16 units; what is over is refused, not cut. */
const LONGEST_NOTE = 100_000

/** There is no such article, or not any more. */
class NoSuchArticle extends Error {
  override name = 'NoSuchArticle'
}

/** What can be marked: the headline as the engine reads it, then the body. */
const withHeadline = ({ title, blocks }: Pick<Revision, 'title' | 'blocks'>): Block[] =>
  toDocument({ url: '', publisher: null, publishedAt: null, title, blocks }).blocks

const noteTables = (db: BunmyakuDatabase) => [db.articles, db.highlights]

/** Keeps the index of noted articles true; inside the caller's transaction. */
export async function markNoted(db: BunmyakuDatabase, id: string): Promise<void> {
  const article = await db.articles.get(id)
  if (!article) return
  const { noted: _, ...plain } = article
  const marks = await db.highlights.where('article').equals(id).count()
  await db.articles.put(plain.note !== '' || marks > 0 ? { ...plain, noted: 1 } : plain)
}

/**
 * Sets the note of an article; an empty one takes it away.
 * @throws NoSuchArticle, RangeError for a note that is too long.
 */
export async function setNote(db: BunmyakuDatabase, id: string, note: string): Promise<void> {
  if (note.length > LONGEST_NOTE) throw new RangeError('the note is too long')
  await db.transaction('rw', noteTables(db), async () => {
    if ((await db.articles.update(id, { note })) === 0 && !(await db.articles.get(id)))
      throw new NoSuchArticle(id)
    await markNoted(db, id)
  })
}

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

/** Sets the note beside a marked passage. */
export const setHighlightNote = async (
  db: BunmyakuDatabase,
  id: string,
  note: string,
): Promise<void> => {
  if (note.length > LONGEST_NOTE) throw new RangeError('the note is too long')
  await db.highlights.update(id, { note })
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
