/**
 * Keeps a note while it is typed: soon after each stroke, at once when asked, and knows what other
 * windows wrote. What can't be written stays in the field, and why is said.
 */
import { toStorageError } from '../db/failure'
import { type NoteTexts, textsOf } from './note-texts'
import { NoteGone, NoteTooLong } from './write-note'

/** Milliseconds between a stroke and its being written. */
const SOON = 400

/** Why a note is not kept. */
export type NoteProblem = 'full' | 'long' | 'gone' | 'failed'

export interface NoteState {
  /** What stands in the field. */
  draft: string
  /** All of it is kept. */
  kept: boolean
  /** Texts of other windows, to choose from. */
  others: string[]
  problem: NoteProblem | null
}

/** What is written, wherever it is kept; see `write-note.ts`. */
export interface NoteStore {
  /** null where what it belongs to is gone. */
  read(): Promise<NoteTexts | null>
  write(seen: readonly string[], text: string): Promise<NoteTexts>
  choose(seen: readonly string[], chosen: readonly string[]): Promise<NoteTexts>
}

export class NoteKeeper {
  #draft: string
  /** The text that stands for this field in the store. */
  #seen: string
  #texts: string[]
  #problem: NoteProblem | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  /** What is being written just now. */
  #writing: { text: string; done: Promise<void> } | null = null
  /** Rises with every write. */
  #turn = 0
  /** Ended: nothing is told any more, what is open is still written. */
  #over = false

  constructor(
    readonly store: NoteStore,
    notes: NoteTexts,
    readonly onChange: (state: NoteState) => void,
  ) {
    this.#texts = textsOf(notes)
    this.#seen = this.#draft = notes.note
  }

  get state(): NoteState {
    const others = this.#texts.filter((text) => text !== this.#seen && text !== this.#draft)
    return {
      draft: this.#draft,
      kept: this.#draft === this.#seen && this.#writing === null,
      others,
      problem: this.#problem,
    }
  }

  /** What a page that is being closed leaves to be written; null where there is nothing. */
  get open(): { seen: string[]; text: string } | null {
    if (this.#draft === this.#seen) return null
    const seen = this.#writing ? [this.#writing.text, this.#seen] : [this.#seen]
    return { seen, text: this.#draft }
  }

  /** The reader typed. */
  type(text: string): void {
    this.#draft = text
    this.#timer ??= setTimeout(() => void this.flush(), SOON)
    this.#tell()
  }

  /** Writes now what is not written yet. Never fails: `state` says what went wrong. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    await this.#writing?.done
    const text = this.#draft
    if (text === this.#seen) return
    const done = this.#write(text)
    this.#writing = { text, done }
    await done
    this.#writing = null
    this.#tell()
  }

  /** Something was written somewhere. Read here, and again where we wrote meanwhile: news may be old. */
  async hear(): Promise<void> {
    for (;;) {
      await this.#writing?.done
      const turn = this.#turn
      const notes = await this.store.read().catch(() => undefined)
      if (notes === undefined) return
      if (turn !== this.#turn) continue
      if (notes) this.#take(notes)
      else this.#problem = 'gone'
      this.#tell()
      return
    }
  }

  #take(notes: NoteTexts): void {
    this.#texts = textsOf(notes)
    const gone = this.#seen !== '' ? !this.#texts.includes(this.#seen) : this.#texts.length > 0
    // Somebody went on from what stands in the field, and here nobody did.
    if (this.#draft === this.#seen && gone) this.#seen = this.#draft = notes.note
    if (this.#problem === 'gone') this.#problem = null
  }

  /** The reader chose among the texts that stand side by side; gives them back for undo. */
  async choose(chosen: readonly string[]): Promise<string[]> {
    await this.flush()
    const before = this.#texts
    await this.#replace(before, chosen)
    return before
  }

  /** Takes a choice back. */
  async undo(chosen: readonly string[], before: readonly string[]): Promise<void> {
    await this.#replace(chosen, before)
  }

  /** The field goes: what is typed is written, nothing more is told. Gives what could not be. */
  async end(): Promise<string | null> {
    this.#over = true
    await this.flush()
    return this.#draft === this.#seen ? null : this.#draft
  }

  async #write(text: string): Promise<void> {
    this.#turn++
    try {
      this.#texts = textsOf(await this.store.write([this.#seen], text))
      this.#seen = text
      this.#problem = null
    } catch (error) {
      this.#problem = problemOf(error)
    }
  }

  async #replace(seen: readonly string[], chosen: readonly string[]): Promise<void> {
    this.#turn++
    try {
      const notes = await this.store.choose(seen, chosen)
      this.#texts = textsOf(notes)
      this.#seen = this.#draft = notes.note
      this.#problem = null
    } catch (error) {
      this.#problem = problemOf(error)
    }
    this.#tell()
  }

  #tell(): void {
    if (!this.#over) this.onChange(this.state)
  }
}

function problemOf(error: unknown): NoteProblem {
  if (error instanceof NoteGone) return 'gone'
  if (error instanceof NoteTooLong) return 'long'
  return toStorageError(error).problem === 'full' ? 'full' : 'failed'
}
