/** What stands left and right of a match: may a word begin and end here? */

import { DOT_GAP, LINE_GAP, NO_GAP } from '../../text/fold'
import { DIGIT, HAN, HIRAGANA, KATAKANA, LATIN } from '../../text/script'
import { type Reading, scriptAt } from './reading'

/** `free`: another script or none; `joined`: the same script goes on; `inside`: certainly within a longer word. */
export type Edge = 'free' | 'joined' | 'inside'

/** Edge before a folded offset. */
export function edgeBefore(reading: Reading, at: number): Edge {
  if (at === 0) return 'free'
  return edge(reading, at)
}

/** Edge behind a folded offset (exclusive end). */
export function edgeAfter(reading: Reading, at: number): Edge {
  if (at >= reading.text.length) return 'free'
  return edge(reading, at)
}

function edge(reading: Reading, at: number): Edge {
  const left = scriptAt(reading, at - 1)
  const right = scriptAt(reading, at)
  const gap = reading.folded.gap[at] ?? NO_GAP
  const latin = (script: number) => script === LATIN || script === DIGIT
  if (latin(left) && latin(right)) return 'inside'
  if (left !== right) return 'free'
  if (left === KATAKANA)
    return gap === NO_GAP || gap === LINE_GAP ? 'inside' : gap === DOT_GAP ? 'joined' : 'free'
  return left === HAN || left === HIRAGANA ? 'joined' : 'free'
}
