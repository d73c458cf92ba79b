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

const distinct = (texts: readonly string[]): string[] => [
  ...new Set(texts.filter((text) => text !== '')),
]

/** All texts, the note first; none is empty and none stands twice. */
export const textsOf = ({ note, otherNotes = [] }: NoteTexts): string[] =>
  distinct([note, ...otherNotes])

const asNotes = ([note = '', ...others]: readonly string[]): NoteTexts =>
  others.length > 0 ? { note, otherNotes: others } : { note }

/** The texts of two copies of a note: nothing of either is lost. */
export const unitedNotes = (here: NoteTexts, there: NoteTexts): NoteTexts =>
  asNotes(distinct([...textsOf(here), ...textsOf(there)]))

export const sameNotes = (a: NoteTexts, b: NoteTexts): boolean =>
  JSON.stringify(textsOf(a)) === JSON.stringify(textsOf(b))

/**
 * The notes after somebody went on from `seen` and has `text` now. Where `seen` still stands it is
 * replaced; where another changed it meanwhile, `text` stands beside what the other wrote.
 * @param seen what is known to have been written from here: an earlier write may still be under way
 * when a page is closed
 */
export function writtenNote(notes: NoteTexts, seen: readonly string[], text: string): NoteTexts {
  const texts = textsOf(notes)
  const found = texts.findIndex((one) => seen.includes(one))
  const at = found < 0 ? texts.length : found
  return asNotes(distinct([...texts.slice(0, at), text, ...texts.slice(at + 1)]))
}

/** The notes after the reader, having seen these texts, chose those. What came meanwhile stays. */
export const chosenNotes = (
  notes: NoteTexts,
  seen: readonly string[],
  chosen: readonly string[],
): NoteTexts =>
  asNotes(distinct([...chosen, ...textsOf(notes).filter((one) => !seen.includes(one))]))
