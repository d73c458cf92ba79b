/** A block as linking reads it: folded, cut into sentences, with every form of the glossary found. */

import { blockText } from '../../article/block-text'
import type { Block } from '../../article/document'
import type { Matcher } from '../../terms/matcher'
import { type Folded, fold } from '../../text/fold'
import { HAN, KATAKANA, type Script, scriptOf } from '../../text/script'
import { type Span, sentences } from '../../text/sentences'
import type { Worded } from '../record/lexicon'

export interface Hit {
  /** Offsets into the folded text. */
  readonly start: number
  readonly end: number
  readonly form: number
}

export interface Reading extends Worded {
  readonly id: string
  readonly heading: boolean
  /** Place of the block in the document. */
  readonly order: number
  readonly original: string
  readonly folded: Folded
  /** Folded text. */
  readonly text: string
  /** Script of the original character under each folded unit: a kanji digit stays Han. */
  readonly scripts: Uint8Array
  /** In folded offsets. */
  readonly sentences: readonly Span[]
  /** By start, then by length. */
  readonly hits: readonly Hit[]
  /** Filled when first asked for. */
  byEnd: Map<number, Hit[]> | null
}

const NONE: readonly Hit[] = []
/** Hits that start at a folded offset, shortest first. */
export function hitsFrom({ hits }: Reading, start: number): readonly Hit[] {
  const last = lastUpTo(hits, start, (hit) => hit.start)
  if (hits[last]?.start !== start) return NONE
  let first = last
  while (first > 0 && hits[first - 1]?.start === start) first--
  return hits.slice(first, last + 1)
}

/** Hits that end at a folded offset, longest first. */
export function hitsUntil(reading: Reading, end: number): readonly Hit[] {
  reading.byEnd ??= Map.groupBy(reading.hits, (hit) => hit.end)
  return reading.byEnd.get(end) ?? NONE
}

/** Reads one block. Linear in its length. */
export function readBlock(
  block: Block,
  order: number,
  { matcher, lexicon }: { matcher: Matcher } & Worded,
): Reading {
  const original = blockText(block)
  const folded = fold(original, block.kind === 'table' ? 'hard' : 'soft')
  const { text, from } = folded
  const scripts = new Uint8Array(text.length)
  for (let k = 0; k < text.length; k++) {
    // A compatibility sign (㍿) has no script of its own: then the folded unit's counts.
    const script = scriptOf(original.charCodeAt(from[k] ?? 0))
    scripts[k] = script || scriptOf(text.charCodeAt(k))
  }
  const { triples, count } = matcher.scan(text)
  const hits: Hit[] = []
  for (let k = 0; k < count; k++)
    hits.push({
      start: triples[3 * k] ?? 0,
      end: triples[3 * k + 1] ?? 0,
      form: triples[3 * k + 2] ?? 0,
    })
  return {
    id: block.id,
    lexicon,
    heading: block.kind === 'heading',
    order,
    original,
    folded,
    text,
    scripts,
    sentences: sentences(text),
    hits,
    byEnd: null,
  }
}

/** Script at a folded offset; other outside the text. */
export const scriptAt = (reading: Reading, at: number): Script =>
  (reading.scripts[at] ?? 0) as Script

/** Whether a folded offset is kanji or katakana, with which names are written. */
export const isNounAt = (reading: Reading, at: number): boolean => {
  const script = scriptAt(reading, at)
  return script === HAN || script === KATAKANA
}

/** Kanji and katakana that go on from a folded offset, at most `most` units. */
export function nounFrom(reading: Reading, start: number, most: number): string {
  let end = start
  const limit = Math.min(reading.text.length, start + most)
  while (end < limit && isNounAt(reading, end)) end++
  return reading.text.slice(start, end)
}

/** How far evidence within one sentence may stand: text without stops must not cost a look at all of it. */
const REACH = 400

/** The sentence that holds a folded offset, at most 400 units to either side. */
export function sentenceAt(reading: Reading, at: number): Span {
  const { sentences: list } = reading
  const found = list[lastUpTo(list, at, ({ start }) => start)]
  const { start, end } = found ?? { start: 0, end: reading.text.length }
  return { start: Math.max(start, at - REACH), end: Math.min(end, at + REACH) }
}

/** Index of the last item of an ascending list whose key is at most `most`; 0 where none is. */
export function lastUpTo<T>(list: readonly T[], most: number, key: (item: T) => number): number {
  let low = 0
  let high = list.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const item = list[middle]
    if (item !== undefined && key(item) <= most) low = middle
    else high = middle - 1
  }
  return low
}

/** A stretch as the text writes it, in usual characters and without blanks; ・ stays where it parts katakana. */
export const writtenAt = ({ original, folded }: Reading, start: number, end: number): string =>
  original
    .slice(folded.from[start] ?? 0, folded.to[end - 1] ?? 0)
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/(?<![\p{sc=Han}\p{sc=Kana}ー])・(?=\p{sc=Kana})/gu, '')
