/** A note that is typed while everything else goes on, as the library's field does it. */
import { NoteKeeper } from '../../lib/archive/note-keeper'
import { textsOf } from '../../lib/archive/note-texts'
import { chooseNotes, readNote, writeNote } from '../../lib/archive/write-note'
import type { BunmyakuDatabase } from '../../lib/db/database'

/** Milliseconds between two strokes. */
const STROKE = 25

/**
 * Types stroke after stroke, going on from what is there, until the page is gone.
 * @param tell hears of each text that was written
 */
export async function typeForEver(
  db: BunmyakuDatabase,
  article: string,
  tell: (text: string) => Promise<unknown>,
): Promise<never> {
  const which = { of: 'article' as const, id: article }
  const keeper = new NoteKeeper(
    {
      read: () => readNote(db, which),
      async write(seen, text) {
        const notes = await writeNote(db, which, seen, text)
        void tell(text)
        return notes
      },
      choose: (seen, chosen) => chooseNotes(db, which, seen, chosen),
    },
    (await readNote(db, which)) ?? { note: '' },
    () => undefined,
  )
  for (let stroke = 0; ; stroke++) {
    keeper.type(`${keeper.state.draft}${stroke % 10}`)
    if (stroke % 7 === 0) void keeper.flush()
    await new Promise((resolve) => setTimeout(resolve, STROKE))
  }
}

/** What of the note was kept and is not there, in words; later strokes may have followed. */
export async function lostNote(
  db: BunmyakuDatabase,
  article: string,
  text: string | null,
): Promise<string[]> {
  const notes = await readNote(db, { of: 'article', id: article })
  const there = notes ? textsOf(notes) : []
  if (text === null || there.some((one) => one.startsWith(text))) return []
  const stands = JSON.stringify(there).slice(0, 80)
  return [`a note of ${text.length} letters that was kept is ${stands}`]
}
