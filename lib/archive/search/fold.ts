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
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff\ufe00-\ufe0f]|\udb40[\udd00-\uddef]/
/** Voicing marks and accents join the letter before them, as half-width kana are written. */
const MARK = /[\u3099\u309a\uff9e\uff9f\u0300-\u036f]/

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
    if (!plain || MARK.test(original[at] ?? '')) {
      if (INVISIBLE.test(unit)) continue
      while (MARK.test(original[at] ?? '')) at++
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
