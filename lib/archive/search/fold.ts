/**
 * Folding for search: what a reader would call the same letters become the same units.
 *
 * Unlike the engine's folding it looks at one character at a time, so that a part of a text folds to
 * a part of the folded text: only then is every substring found. NFKC, variant ideographs (髙 as
 * 高), small letters; blanks are one space, invisible characters none, line breaks and tabs a border.
 */
import { usualForm } from '../../text/variants'

export interface SearchFolded {
  text: string
  /** UTF-16 offset in the original of each folded unit; one more entry for the end. */
  from: Uint32Array<ArrayBuffer>
}

/** Between two blocks or two cells: no match runs across it. */
export const BORDER = '\n'

const BREAK = /[\n\r\t\u2028\u2029]/
const BLANK = /\s/u
const isInvisible = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  code === 0x2060 ||
  code === 0xfeff ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  (code >= 0xe0100 && code <= 0xe01ef)
/** Voicing marks and accents join the letter before them, as half-width kana are written. */
const isMark = (code: number): boolean =>
  code === 0x3099 ||
  code === 0x309a ||
  code === 0xff9e ||
  code === 0xff9f ||
  (code >= 0x300 && code <= 0x36f)

/** Folds a text. Linear in its length; takes any string. */
export function foldForSearch(original: string): SearchFolded {
  const from: number[] = []
  let text = ''
  let at = 0
  while (at < original.length) {
    const start = at
    const code = original.codePointAt(at) ?? 0
    at += code > 0xffff ? 2 : 1
    // Kana and common ideographs are themselves: most of every text.
    let unit = original.slice(start, at)
    const plain = code >= 0x3041 && code <= 0x9fff && !(code >= 0x3200 && code < 0x3400)
    if (!plain || isMark(original.charCodeAt(at))) {
      if (isInvisible(code)) continue
      while (isMark(original.charCodeAt(at))) at++
      unit = foldUnit(original.slice(start, at))
      if (unit === ' ' && text.endsWith(' ')) continue
    } else {
      unit = usualForm(code) ?? unit
    }
    for (let k = 0; k < unit.length; k++) from.push(start)
    text += unit
  }
  from.push(original.length)
  return { text, from: Uint32Array.from(from) }
}

function foldUnit(unit: string): string {
  if (BREAK.test(unit)) return BORDER
  if (BLANK.test(unit)) return ' '
  const composed = unit.normalize('NFKC').toLowerCase()
  return usualForm(composed.codePointAt(0) ?? 0) ?? composed
}
