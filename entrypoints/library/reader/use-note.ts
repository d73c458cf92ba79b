/** A note's field: kept as it is typed, told of other windows, and never emptied by what goes wrong. */
import { liveQuery } from 'dexie'
import { useEffect, useRef, useState } from 'preact/hooks'
import { NoteKeeper, type NoteState } from '../../../lib/archive/note-keeper'
import type { NoteTexts } from '../../../lib/archive/note-texts'
import type { NoteOf } from '../../../lib/archive/schema'
import { chooseNotes, readNote, writeNote } from '../../../lib/archive/write-note'
import { t } from '../../../lib/i18n'
import { send } from '../../../lib/send'
import { db } from '../database'
import { tell } from '../toast'

/** What could not be written when its field went, until the same note is opened again. */
const unkept = new Map<string, string>()

export interface NoteField extends NoteState {
  type(text: string): void
  flush(): void
  /** Keeps these in place of what stands side by side; can be undone. */
  choose(texts: readonly string[]): void
}

export function useNote({ of, id }: NoteOf, notes: NoteTexts): NoteField {
  const keeper = useRef<NoteKeeper | null>(null)
  const [state, setState] = useState<NoteState>(() => ({
    draft: notes.note,
    kept: true,
    others: notes.otherNotes ?? [],
    problem: null,
  }))
  useEffect(() => {
    const which = { of, id }
    const key = `${of} ${id}`
    const mine = new NoteKeeper(
      {
        read: () => readNote(db, which),
        write: (seen, text) => writeNote(db, which, seen, text),
        choose: (seen, chosen) => chooseNotes(db, which, seen, chosen),
      },
      notes,
      setState,
    )
    keeper.current = mine
    const left = unkept.get(key)
    unkept.delete(key)
    if (left !== undefined) mine.type(left)
    const live = liveQuery(() => readNote(db, which)).subscribe({
      next: () => void mine.hear(),
      error: () => undefined,
    })
    const hide = () => void mine.flush()
    const leave = () => {
      const { open } = mine
      // A page that goes does not see its own write through: the background does.
      if (open) send('keep-note', { note: which, ...open }).catch(() => undefined)
    }
    const warn = (event: BeforeUnloadEvent) => {
      if (mine.state.problem && mine.open) event.preventDefault()
    }
    document.addEventListener('visibilitychange', hide)
    addEventListener('pagehide', leave)
    addEventListener('beforeunload', warn)
    return () => {
      live.unsubscribe()
      document.removeEventListener('visibilitychange', hide)
      removeEventListener('pagehide', leave)
      removeEventListener('beforeunload', warn)
      void mine.end().then((text) => {
        if (text === null) return
        unkept.set(key, text)
        tell(t('noteLeftUnkept'))
      })
    }
    // What it began with is the keeper's own from then on.
  }, [of, id])

  return {
    ...state,
    type: (text) => keeper.current?.type(text),
    flush: () => void keeper.current?.flush(),
    choose: (texts) => {
      const { current } = keeper
      void current?.choose(texts).then((before) => {
        if (!current.state.problem) tell(t('noteChosen'), () => void current.undo(texts, before))
      })
    },
  }
}
