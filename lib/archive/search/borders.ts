/** Where a word can begin or end: what makes a hit whole or the inside of a longer word. */
import { HAN, OTHER, type Script, scriptOf } from '../../text/script'

/**
 * One entry for each place between two units of a folded text, its ends included: 1 for a border.
 *
 * A border is where the script changes, as it does between words in Japanese more often than not;
 * the ends of a known name are borders and its inside has none, whatever the script does there.
 * @param names flat pairs of start and end, in order, in units of `text`.
 */
export function wordBorders(text: string, names: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const borders = new Uint8Array(text.length + 1)
  let left: Script = OTHER
  for (let i = 0; i < text.length; i++) {
    const right = scriptOf(text.charCodeAt(i))
    if (left === OTHER || right === OTHER || left !== right) borders[i] = 1
    left = right
  }
  borders[text.length] = 1
  for (let i = 0; i + 1 < names.length; i += 2) {
    const [start, end] = [names[i] ?? 0, names[i + 1] ?? 0]
    borders.fill(0, start + 1, end)
    borders[start] = 1
    if (end < borders.length) borders[end] = 1
  }
  return borders
}

/** True for one unit that can stand as a word of its own in a query: 米, 中, not の. */
export const standsAlone = (unit: string): boolean =>
  unit.length === 1 && scriptOf(unit.charCodeAt(0)) === HAN
