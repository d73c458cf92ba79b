/**
 * Marked passages: named by their words and what stands around them, found again in any revision.
 *
 * The shape is the W3C's text quote selector with a position as a hint. All offsets are UTF-16 units
 * into a block's text. Words alone prove nothing: the same ones stand in sentences about others.
 */
import { blockText } from '../article/block-text'
import type { Block } from '../article/document'
import { TITLE_BLOCK } from '../article/title-block'
import type { TextSpan } from '../events/schema'
import type { Highlight } from './schema'

export type Quote = Pick<Highlight, 'quote' | 'prefix' | 'suffix' | 'hint'>

/** Where a quote is in a revision. */
export type Anchor =
  /** Word for word, in what it stood in, where it was or elsewhere. */
  | { state: 'found'; span: TextSpan }
  /** Where it stood, but it or what stands around it is another now. */
  | { state: 'changed'; span: TextSpan }
  | { state: 'lost' }

/** Units of context on each side. */
const CONTEXT = 32
/** Least units of agreeing context that are evidence, where the place is another. */
const TELLING = 8
/** A changed passage may have grown this many times over. */
const GROWTH = 3
/** Behind one of these a sentence begins. */
const ENDS = /[。．！？!?\n]["'」』）)】〉》”’]*$/u

/**
 * Names a passage of a block.
 * @throws RangeError where the span is empty or not within the block.
 */
export function describeQuote(blocks: readonly Block[], span: TextSpan): Quote {
  const block = blocks.find(({ id }) => id === span.block)
  const text = block ? blockText(block) : ''
  const { start, end } = span
  if (!(start >= 0 && start < end && end <= text.length)) throw new RangeError('no such passage')
  return {
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    hint: { block: span.block, start, end },
  }
}

/** Finds a quote in a revision's blocks. Linear in their text. */
export function findQuote(blocks: readonly Block[], quote: Quote): Anchor {
  const texts = blocks.map((block) => ({ id: block.id, text: blockText(block) }))
  const places = texts.flatMap(({ id, text }) => occurrences(id, text, quote))
  const best = onlyBest(places.filter(({ agrees }) => agrees))
  if (best && (best.isThere || best.context >= TELLING || best.isWhole))
    return { state: 'found', span: best.span }
  const near = onlyBest(places.filter(({ context }) => context >= TELLING))
  const span = near?.span ?? texts.map(({ id, text }) => between(id, text, quote)).find(Boolean)
  return span ? { state: 'changed', span } : { state: 'lost' }
}

interface Place {
  span: TextSpan
  /** All that stood around it in its sentence stands there, and what stood before that. */
  agrees: boolean
  /** Units of context that agree on both sides. */
  context: number
  /** Its very place. */
  isThere: boolean
  /** All that is known of it stands there, and is of some length or the headline. */
  isWhole: boolean
}

/** The place that more speaks for than for any other; where two are alike, the one at the hint. */
function onlyBest(places: readonly Place[]): Place | undefined {
  const weight = ({ context, isThere }: Place) => context * 2 + (isThere ? 1 : 0)
  const [best, next] = places.toSorted((a, b) => weight(b) - weight(a))
  return best && (!next || weight(best) > weight(next)) ? best : undefined
}

function occurrences(block: string, text: string, quote: Quote): Place[] {
  const { quote: words, prefix, suffix, hint } = quote
  const places: Place[] = []
  if (words === '') return places
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length
    const left = agreeBackwards(text, start, prefix)
    const right = agreeForwards(text, end, suffix)
    const all = prefix.length + words.length + suffix.length
    const isHeadline = block === TITLE_BLOCK && hint.block === TITLE_BLOCK
    const before = agreesBefore(text, start, prefix, left)
    places.push({
      span: { block, start, end },
      // An article has one headline, which grows in front.
      agrees:
        (before || (left === prefix.length && isHeadline)) &&
        agreesAfter(text, end, words, suffix, right),
      context: left + right,
      isThere: block === hint.block && start === hint.start,
      isWhole: left + words.length + right === all && (all >= TELLING || isHeadline),
    })
  }
  return places
}

/** All of the prefix; where that began its block, a sentence or a block begins there now. */
function agreesBefore(text: string, start: number, prefix: string, left: number): boolean {
  if (left < prefix.length) return false
  const before = text.slice(Math.max(0, start - left - 8), start - left)
  return prefix.length === CONTEXT || before === '' || ENDS.test(before)
}

/** The suffix up to the end of the passage's own sentence, or of its block. */
function agreesAfter(
  text: string,
  end: number,
  words: string,
  suffix: string,
  right: number,
): boolean {
  const own = ENDS.test(words) ? 0 : sentenceEnd(suffix)
  if (right < own) return false
  if (own < suffix.length || suffix.length === CONTEXT) return true
  // It was the last of its block: another sentence may follow now, but not more of this one.
  const after = end + right
  return after === text.length || ENDS.test(text.slice(Math.max(0, after - 8), after))
}

/** Units up to and with what ends the first sentence of a text; all of it where none ends. */
function sentenceEnd(text: string): number {
  const match = /[。．！？!?\n]["'」』）)】〉》”’]*/u.exec(text)
  return match ? match.index + match[0].length : text.length
}

function agreeBackwards(text: string, at: number, prefix: string): number {
  let count = 0
  while (count < prefix.length && count < at && text[at - 1 - count] === prefix.at(-1 - count))
    count++
  return count
}

function agreeForwards(text: string, at: number, suffix: string): number {
  let count = 0
  while (count < suffix.length && at + count < text.length && text[at + count] === suffix[count])
    count++
  return count
}

/** The stretch between the nearest context on both sides, where that still stands, once. */
function between(block: string, text: string, { quote, prefix, suffix }: Quote): TextSpan | null {
  const left = prefix.slice(-TELLING)
  const right = suffix.slice(0, TELLING)
  // Context that is short is no evidence, unless the other side has more.
  if (left.length + right.length < TELLING) return null
  const before = left === '' ? 0 : text.indexOf(left)
  if (before < 0 || (left !== '' && text.indexOf(left, before + 1) >= 0)) return null
  const start = before + left.length
  const end = right === '' ? text.length : text.indexOf(right, start)
  if (end <= start || end - start > quote.length * GROWTH) return null
  return { block, start, end }
}
