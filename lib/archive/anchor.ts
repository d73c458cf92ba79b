/**
 * Marked passages: named by their words and what stands around them, found again in any revision.
 *
 * The shape is the W3C's text quote selector with a position as a hint. All offsets are UTF-16 units
 * into a block's text.
 */
import { blockText } from '../article/block-text'
import type { Block } from '../article/document'
import type { TextSpan } from '../events/schema'
import type { Highlight } from './schema'

export type Quote = Pick<Highlight, 'quote' | 'prefix' | 'suffix' | 'hint'>

/** Where a quote is in a revision. */
export type Anchor =
  /** Word for word, where it was or elsewhere. */
  | { state: 'found'; span: TextSpan }
  /** What stood around it is there, but the words between are others now. */
  | { state: 'changed'; span: TextSpan }
  | { state: 'lost' }

/** Units of context on each side. */
const CONTEXT = 32
/** Least context that tells one of several equal passages from the others. */
const TELLING = 4
/** A changed passage may have grown this many times over. */
const GROWTH = 3

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
  const [best, next] = places.sort((a, b) => b.context - a.context || b.near - a.near)
  // A headline may be too short for more: all that stood around it stands there, and only there.
  const whole = quote.prefix.length + quote.suffix.length
  const alone = best?.context === whole && whole > (next?.context ?? 0)
  if (best && (!next || best.context >= TELLING || best.near > 0 || alone))
    return { state: 'found', span: best.span }
  for (const { id, text } of texts) {
    const span = between(id, text, quote)
    if (span) return { state: 'changed', span }
  }
  return { state: 'lost' }
}

interface Place {
  span: TextSpan
  /** Units of context that agree on both sides. */
  context: number
  /** 1 at the very place of the hint. */
  near: number
}

function occurrences(block: string, text: string, { quote, prefix, suffix, hint }: Quote): Place[] {
  const places: Place[] = []
  if (quote === '') return places
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
    const end = start + quote.length
    const context = agreeBackwards(text, start, prefix) + agreeForwards(text, end, suffix)
    const near = block === hint.block && start === hint.start ? 1 : 0
    places.push({ span: { block, start, end }, context, near })
  }
  return places
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

/** The stretch between the nearest context on both sides, where that still stands. */
function between(block: string, text: string, { quote, prefix, suffix }: Quote): TextSpan | null {
  const left = prefix.slice(-TELLING * 2)
  const right = suffix.slice(0, TELLING * 2)
  // Context that is short is no evidence, unless it is the block's own edge.
  if (left.length + right.length < TELLING * 2) return null
  const before = left === '' ? 0 : text.indexOf(left)
  if (before < 0) return null
  const start = before + left.length
  const end = right === '' ? text.length : text.indexOf(right, start)
  if (end <= start || end - start > quote.length * GROWTH) return null
  return { block, start, end }
}
