/**
 * The texts of one note: the note, and what was written elsewhere at the same time until the reader
 * has chosen. A text is known by its words: who writes says which one it goes on from, so that two
 * windows can neither overwrite each other nor lose a word.
 */

/** Part of an article's row and of a marked passage's. */
export interface NoteTexts {
  note: string
  /** Absent where there are none; never empty, and none of them is. */
  otherNotes?: string[] | undefined
}

/** All texts, the note first; none is empty and none stands twice. */
const textsOf = ({ note, otherNotes = [] }: NoteTexts): string[] => [
  ...new Set([note, ...otherNotes].filter((text) => text !== '')),
]

const asNotes = ([note = '', ...others]: readonly string[]): NoteTexts =>
  others.length > 0 ? { note, otherNotes: others } : { note }

/** The texts of two copies of a note: nothing of either is lost. */
export const unitedNotes = (here: NoteTexts, there: NoteTexts): NoteTexts =>
  asNotes([...new Set([...textsOf(here), ...textsOf(there)])])

export const sameNotes = (a: NoteTexts, b: NoteTexts): boolean =>
  JSON.stringify(textsOf(a)) === JSON.stringify(textsOf(b))

/**
 * The notes after somebody went on from `seen` and has `text` now. Where `seen` still stands it is
 * replaced; where another changed it meanwhile, `text` stands beside what the other wrote.
 */
export function writtenNote(notes: NoteTexts, seen: string, text: string): NoteTexts {
  const texts = textsOf(notes)
  const at = seen === '' ? (texts.length === 0 ? 0 : -1) : texts.indexOf(seen)
  const next = at < 0 ? [...texts, text] : texts.with(at, text)
  return asNotes([...new Set(next.filter((one) => one !== ''))])
}

/** The notes after the reader chose one text, having seen these. What came meanwhile stays. */
export const chosenNote = (notes: NoteTexts, seen: readonly string[], chosen: string): NoteTexts =>
  asNotes(
    [...new Set([chosen, ...textsOf(notes).filter((text) => !seen.includes(text))])].filter(
      (text) => text !== '',
    ),
  )
