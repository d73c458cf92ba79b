/** Sentences as the event rules read them: squeezed, long quotations blanked, names and dates placed. */
import { blockText } from '../article/block-text'
import type { Block, Document } from '../article/document'
import type { Mention } from '../linking/mention'
import { type Span, sentences } from '../text/sentences'
import type { TimeExpression } from '../time/expression'
import { type Squeezed, squeeze } from '../time/squeeze'
import type { TextSpan } from './schema'

/** Offsets into the unit's text. */
export interface Placed<T> {
  readonly start: number
  readonly end: number
  readonly of: T
}

/** A sentence, or a sentence inside a quotation that names a date. */
export interface Unit {
  readonly block: string
  readonly heading: boolean
  readonly text: string
  readonly mentions: readonly Placed<Mention>[]
  /** Expressions that place something on the calendar: no durations, sets or vague ones. */
  readonly dates: readonly Placed<TimeExpression>[]
  /** For a sentence inside a quotation: the sentence around it, which names the speaker. */
  readonly around: Unit | null
  /** Number of the sentence in the document. */
  readonly index: number
  /** Original offsets of a stretch of `text`, at most `EVIDENCE` long around what it is about. */
  span(start: number, end: number): TextSpan
  /** A stretch of `text` as the article writes it, quotations too, without line breaks. */
  written(start: number, end: number): string
}

/** Longest evidence: a sentence or two. */
const EVIDENCE = 240
/** A quotation longer than this is speech, a shorter one may be a name. */
const NAME = 25
const BLANK = '□'
/** Text without stops is read in pieces: what one event takes from its sentence grows with its length. */
const LONGEST = 2_000

interface Quote {
  readonly start: number
  readonly end: number
}

/** All units of a document in reading order. */
export function unitsOf(
  document: Document,
  mentions: readonly Mention[],
  times: readonly TimeExpression[],
): Unit[] {
  const units: Unit[] = []
  const mentionsOf = byBlock(mentions)
  const timesOf = byBlock(times)
  for (const block of document.blocks) {
    const read = readBlock(block, mentionsOf.get(block.id) ?? [], timesOf.get(block.id) ?? [])
    for (const sentence of sentences(read.squeezed.text).flatMap((one) => piecesOf(read, one))) {
      const quotes = quotesIn(read.squeezed.text, sentence.start, sentence.end)
      const outer = unitOf(read, sentence.start, sentence.end, quotes, null, units.length)
      units.push(outer)
      for (const quote of quotes) {
        for (const inner of innerSentences(read.squeezed.text, quote)) {
          const unit = unitOf(read, inner.start, inner.end, [], outer, outer.index)
          if (unit.dates.length) units.push(unit)
        }
      }
    }
  }
  return units
}

/** A sentence whole, or cut behind its commas where it is longer than any that people write. */
function piecesOf({ squeezed: { text } }: ReadBlock, { start, end }: Span): Span[] {
  const pieces: Span[] = []
  let from = start
  while (end - from > LONGEST) {
    const comma = text.slice(from, from + LONGEST).lastIndexOf('、')
    const to = from + (comma < 0 ? LONGEST : comma + 1)
    pieces.push({ start: from, end: to })
    from = to
  }
  return [...pieces, { start: from, end }]
}

function byBlock<T extends { block: string }>(list: readonly T[]): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const item of list) {
    const known = map.get(item.block)
    if (known) known.push(item)
    else map.set(item.block, [item])
  }
  return map
}

interface ReadBlock {
  readonly id: string
  readonly heading: boolean
  readonly squeezed: Squeezed
  readonly mentions: readonly Placed<Mention>[]
  readonly dates: readonly Placed<TimeExpression>[]
}

function readBlock(
  block: Block,
  mentions: readonly Mention[],
  times: readonly TimeExpression[],
): ReadBlock {
  const text = blockText(block)
  // Lists of events (▽1983年、…しました。) are sentences, whatever sign stands before them.
  const heading = block.kind === 'heading' && !text.trimEnd().endsWith('。')
  const squeezed = squeeze(text, heading ? 'keep' : 'drop')
  const placed = <T extends { start: number; end: number }>(list: readonly T[]): Placed<T>[] => {
    const out: Placed<T>[] = []
    let at = 0
    for (const of of [...list].sort((a, b) => a.start - b.start)) {
      while (at < squeezed.text.length && (squeezed.from[at] ?? 0) < of.start) at++
      const start = at
      let end = start
      while (end < squeezed.text.length && (squeezed.from[end] ?? 0) < of.end) end++
      if (end > start) out.push({ start, end, of })
    }
    return out
  }
  const dates = times.filter(
    ({ type, value }) => (type === 'date' || type === 'time') && value !== '1945/..',
  )
  return {
    id: block.id,
    heading,
    squeezed,
    mentions: placed(mentions),
    dates: placed(dates),
  }
}

function unitOf(
  read: ReadBlock,
  from: number,
  to: number,
  quotes: readonly Quote[],
  around: Unit | null,
  index: number,
): Unit {
  const spoken = (at: number) => quotes.some((quote) => at > quote.start && at < quote.end - 1)
  let text = ''
  let at = from
  for (const quote of quotes) {
    text +=
      read.squeezed.text.slice(at, quote.start + 1) + BLANK.repeat(quote.end - quote.start - 2)
    at = quote.end - 1
  }
  text += read.squeezed.text.slice(at, to)
  const inside = <T>(list: readonly Placed<T>[]): Placed<T>[] => {
    const out: Placed<T>[] = []
    for (let k = firstFrom(list, from); k < list.length; k++) {
      const item = list[k]
      if (!item || item.start >= to) break
      if (item.end <= to && !spoken(item.start))
        out.push({ start: item.start - from, end: item.end - from, of: item.of })
    }
    return out
  }
  const span = (start: number, end: number): TextSpan => {
    const first = read.squeezed.from[from + start] ?? 0
    const last = read.squeezed.to[from + end - 1] ?? first + 1
    return { block: read.id, start: first, end: last }
  }
  return {
    block: read.id,
    heading: read.heading,
    text,
    mentions: inside(read.mentions),
    dates: inside(read.dates),
    around,
    index,
    span,
    written: (start, end) => read.squeezed.text.slice(from + start, from + end),
  }
}

/** Index of the first that starts at `from` or behind it: a block without breaks has many sentences. */
function firstFrom<T>(list: readonly Placed<T>[], from: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.start ?? from) < from) low = middle + 1
    else high = middle
  }
  return low
}

/** The stretch of a unit that proves an event: the sentence, or its part around date and predicate. */
export function evidenceOf(unit: Unit, from: number, to: number): TextSpan {
  if (unit.text.length <= EVIDENCE) return unit.span(0, unit.text.length)
  const spare = Math.max(0, EVIDENCE - (to - from))
  const start = Math.max(0, Math.min(from, Math.floor(from - spare / 2)))
  return unit.span(start, Math.min(unit.text.length, Math.max(start + EVIDENCE, start + 1)))
}

/** Outermost quotations that are speech. */
function quotesIn(text: string, from: number, to: number): Quote[] {
  const quotes: Quote[] = []
  let depth = 0
  let start = 0
  for (let i = from; i < to; i++) {
    const c = text[i] ?? ''
    if (c === '「' || c === '『' || c === '“') {
      if (depth === 0) start = i
      depth++
    } else if ((c === '」' || c === '』' || c === '”') && depth > 0) {
      depth--
      if (depth === 0 && isSpeech(text, start, i + 1)) quotes.push({ start, end: i + 1 })
    }
  }
  return quotes
}

function isSpeech(text: string, start: number, end: number): boolean {
  const inner = text.slice(start + 1, end - 1)
  if (inner.length > NAME || inner.includes('。')) return true
  return /^(?:と|など|って)/u.test(text.slice(end, end + 2)) && /[ぁ-ん]/u.test(inner)
}

function innerSentences(text: string, quote: Quote): Quote[] {
  const out: Quote[] = []
  let start = quote.start + 1
  for (let i = start; i < quote.end - 1; i++) {
    if (text[i] !== '。') continue
    out.push({ start, end: i + 1 })
    start = i + 1
  }
  if (start < quote.end - 1) out.push({ start, end: quote.end - 1 })
  return out
}
