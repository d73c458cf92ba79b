/** Writing the reader's notes, of an article or beside a marked passage: no text is ever overwritten. */
import type { BunmyakuDatabase } from '../db/database'
import type { ArticleRow, HighlightRow } from '../db/rows'
import { chosenNotes, type NoteTexts, textsOf, writtenNote } from './note-texts'
import { LONGEST_NOTE, type NoteOf } from './schema'

/** There is no such article or marked passage, or not any more. */
export class NoteGone extends Error {
  override name = 'NoteGone'
}

export class NoteTooLong extends RangeError {
  override name = 'NoteTooLong'
}

type Row = ArticleRow | HighlightRow

const tableOf = (db: BunmyakuDatabase, { of }: NoteOf) =>
  of === 'article' ? db.articles : db.highlights

/** Keeps the index of noted articles true; inside the caller's transaction. */
export async function markNoted(db: BunmyakuDatabase, id: string): Promise<void> {
  const article = await db.articles.get(id)
  if (!article) return
  const { noted: _, ...plain } = article
  const marks = await db.highlights.where('article').equals(id).count()
  await db.articles.put(plain.note !== '' || marks > 0 ? { ...plain, noted: 1 } : plain)
}

/** The texts of a note; null where what it belongs to is gone. */
export async function readNote(db: BunmyakuDatabase, which: NoteOf): Promise<NoteTexts | null> {
  const row: Row | undefined = await tableOf(db, which).get(which.id)
  return row ? textsAlone(row) : null
}

const textsAlone = ({ note, otherNotes }: NoteTexts): NoteTexts =>
  otherNotes ? { note, otherNotes } : { note }

/**
 * Keeps `text`, which goes on from one of `seen`; where none of these stands any more, another wrote
 * meanwhile, and both are kept. An empty text takes away what was seen.
 * @returns the texts as they now stand
 * @throws NoteGone, NoteTooLong; StorageError's cause where nothing can be written
 */
export const writeNote = (
  db: BunmyakuDatabase,
  which: NoteOf,
  seen: readonly string[],
  text: string,
): Promise<NoteTexts> => {
  if (text.length > LONGEST_NOTE) throw new NoteTooLong('the note is too long')
  return change(db, which, (notes) => writtenNote(notes, seen, text))
}

/**
 * Keeps `chosen` in place of `seen`, the texts that stood side by side.
 * @throws as `writeNote`
 */
export const chooseNotes = (
  db: BunmyakuDatabase,
  which: NoteOf,
  seen: readonly string[],
  chosen: readonly string[],
): Promise<NoteTexts> => {
  if (chosen.some((text) => text.length > LONGEST_NOTE))
    throw new NoteTooLong('the note is too long')
  return change(db, which, (notes) => chosenNotes(notes, seen, chosen))
}

/** Sets the note of an article in place of all that stands there; an empty one takes it away. */
export async function setNote(db: BunmyakuDatabase, id: string, note: string): Promise<void> {
  const which = { of: 'article' as const, id }
  const there = await readNote(db, which)
  await chooseNotes(db, which, there ? textsOf(there) : [], [note])
}

const change = (
  db: BunmyakuDatabase,
  which: NoteOf,
  next: (notes: NoteTexts) => NoteTexts,
): Promise<NoteTexts> =>
  db.transaction('rw', db.articles, db.highlights, async () => {
    const row = await tableOf(db, which).get(which.id)
    if (!row) throw new NoteGone(which.id)
    const notes = next(row)
    const { note: _note, otherNotes: _others, ...plain } = row
    if (which.of === 'highlight') {
      await db.highlights.put({ ...(plain as HighlightRow), ...notes })
      return notes
    }
    await db.articles.put({ ...(plain as ArticleRow), ...notes })
    await markNoted(db, which.id)
    return notes
  })
