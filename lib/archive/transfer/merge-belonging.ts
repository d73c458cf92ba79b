/** Merges what belongs to an article, once that is here; inside the caller's transaction. */
import * as v from 'valibot'
import type { BunmyakuDatabase } from '../../db/database'
import type { HighlightRow, RevisionRow } from '../../db/rows'
import { sameNotes, unitedNotes } from '../note-texts'
import { markNoted } from '../write-note'

/** Where the article of a file went. */
export const Place = v.object({
  /** Its id in the file, and here. */
  from: v.string(),
  to: v.string(),
  /** It came with this file: all that belongs to it is new too. */
  isNew: v.boolean(),
  /** What the report says of it so far. */
  told: v.picklist(['new', 'same', 'different']),
})
export type Place = v.InferOutput<typeof Place>

/** Adds an earlier text of the article, where none says the same; true where it was added. */
export async function mergeRevision(
  db: BunmyakuDatabase,
  { to, isNew }: Place,
  revision: RevisionRow,
): Promise<boolean> {
  const there = await db.revisions.get(revision.id)
  if (there?.article === to) return false
  const known = await db.revisions.where('[article+hash]').equals([to, revision.hash]).count()
  // A text that came, went and came again is two revisions of its article.
  if (known > 0 && !isNew) return false
  const id = there ? crypto.randomUUID() : revision.id
  await db.revisions.add({ ...revision, id, article: to })
  return true
}

/**
 * Adds a marked passage. Where the same one is marked here, the notes beside both are kept; true
 * where anything was added.
 */
export async function mergeHighlight(
  db: BunmyakuDatabase,
  { to, isNew }: Place,
  highlight: HighlightRow,
): Promise<boolean> {
  const marks = isNew ? [] : await db.highlights.where('article').equals(to).toArray()
  const like = marks.find(
    ({ prefix, quote, suffix }) =>
      prefix === highlight.prefix && quote === highlight.quote && suffix === highlight.suffix,
  )
  if (like) {
    const notes = unitedNotes(like, highlight)
    if (sameNotes(like, notes)) return false
    const { otherNotes: _, ...plain } = like
    await db.highlights.put({ ...plain, ...notes })
    return true
  }
  const id = (await db.highlights.get(highlight.id)) ? crypto.randomUUID() : highlight.id
  await db.highlights.add({ ...highlight, id, article: to })
  await markNoted(db, to)
  return true
}
