/** Segments: many texts laid end to end, with the postings of every pair of units in them. */
import type { SearchSegmentRow, SearchTextRow } from '../../db/rows'
import { standsAlone, wordBorders } from './borders'
import { BORDER, foldForSearch } from './fold'
import { BEFORE, BEHIND, pairOf, ShardWriter, shardOf } from './postings'

/** A text ready to be searched or indexed. */
export interface FoldedText {
  row: SearchTextRow & { seq: number }
  /** Title, a border, body. */
  text: string
  /** Offsets of `text` in `title + '\n' + body`. */
  from: Uint32Array<ArrayBuffer>
  titleLength: number
  borders: Uint8Array<ArrayBuffer>
}

export function foldText(row: SearchTextRow & { seq: number }): FoldedText {
  const whole = foldForSearch(`${row.title}${BORDER}${row.body}`)
  const text = whole.text.slice(0, LONGEST_TEXT)
  const from = whole.from.subarray(0, text.length + 1)
  const titleLength = text.indexOf(BORDER)
  return { row, text, from, titleLength, borders: wordBorders(text, foldedNames(row.names, from)) }
}

/** Names' offsets in the original as offsets in the folded text; both rise, one walk is enough. */
function foldedNames(names: readonly number[], from: Uint32Array): number[] {
  let at = 0
  return names.map((offset) => {
    while (at < from.length - 1 && (from[at] ?? 0) < offset) at++
    while (at > 0 && (from[at - 1] ?? 0) >= offset) at--
    return at
  })
}

/**
 * Units that one new segment may hold. A posting is sorted as pair × 2^21 + position, and that has
 * to be a whole number below 2^53.
 */
export const MOST_UNITS = 1 << 21

/** Folding can make eighteen units of one; a text that fits no segment would stay in the tail for ever. */
const LONGEST_TEXT = MOST_UNITS / 4

export type NewSegment = Omit<SearchSegmentRow, 'id'> & {
  postings: Uint8Array<ArrayBuffer>[]
}

/**
 * Bytes of postings that a shard holds at most on average: one read for each pair of a query.
 * Chromium puts values over 64 KiB into files of their own, which are far slower to read.
 */
const SHARD_BYTES = 16 * 1024

/** How many shards for so many bytes: a power of two. */
export const shardsFor = (bytes: number): number =>
  2 ** Math.min(14, Math.max(3, Math.ceil(Math.log2(bytes / SHARD_BYTES))))

/**
 * Builds a segment of texts.
 * @throws RangeError where they hold more than `MOST_UNITS`.
 */
export function buildSegment(texts: readonly FoldedText[]): NewSegment {
  const columns = columnsOf(texts)
  const units = columns.bases[texts.length] ?? 0
  if (units > MOST_UNITS) throw new RangeError(`a segment of ${units} units is too long`)
  // About 2.7 bytes a posting were measured on news.
  const shards = shardsFor(units * 2.7)
  const postings = writeShards(sortedPostings(texts, columns.bases), texts, columns.bases, shards)
  const bytes = postings.reduce((sum, shard) => sum + shard.length, 0)
  return { ...columns, bytes, shards, postings }
}

type Columns = Omit<SearchSegmentRow, 'id' | 'bytes' | 'shards'>

/** What a segment says of its texts, apart from their words. */
function columnsOf(texts: readonly FoldedText[]): Columns {
  const bases = new Uint32Array(texts.length + 1)
  texts.forEach(({ text }, i) => {
    // One unit between two texts, so that no pair spans them.
    bases[i + 1] = (bases[i] ?? 0) + text.length + 1
  })
  const publishers = [...new Set(texts.flatMap(({ row }) => row.publisher ?? []))].slice(0, 65_535)
  const indexOf = new Map(publishers.map((name, i) => [name, i]))
  return {
    articles: texts.map(({ row }) => row.article),
    seqs: Uint32Array.from(texts, ({ row }) => row.seq),
    bases,
    titleLengths: Uint16Array.from(texts, ({ titleLength }) => titleLength),
    days: Int32Array.from(texts, ({ row }) => row.day),
    publishers,
    publisherOf: Uint16Array.from(texts, ({ row }) => indexOf.get(row.publisher ?? '') ?? 65_535),
  }
}

function sortedPostings(texts: readonly FoldedText[], bases: Uint32Array): Float64Array {
  const keys = new Float64Array(2 * (bases[texts.length] ?? 0))
  let count = 0
  texts.forEach(({ text }, i) => {
    const base = bases[i] ?? 0
    const alone = new Set<string>()
    for (let at = 0; at < text.length; at++) {
      const [unit = '', next = BORDER] = [text[at], text[at + 1]]
      if (standsAlone(unit) && !alone.has(unit)) {
        alone.add(unit)
        keys[count++] = pairOf(text.charCodeAt(at), 0) * MOST_UNITS + base + at
      }
      if (unit === BORDER || next === BORDER) continue
      keys[count++] = pairOf(text.charCodeAt(at), text.charCodeAt(at + 1)) * MOST_UNITS + base + at
    }
  })
  return keys.subarray(0, count).sort()
}

function writeShards(
  keys: Float64Array,
  texts: readonly FoldedText[],
  bases: Uint32Array,
  shards: number,
): Uint8Array<ArrayBuffer>[] {
  const borders = new Uint8Array((bases[texts.length] ?? 0) + 1)
  texts.forEach((text, i) => {
    borders.set(text.borders, bases[i])
  })
  const writers = Array.from({ length: shards }, () => new ShardWriter())
  let [last, writer] = [-1, writers[0]]
  for (const key of keys) {
    const pair = Math.floor(key / MOST_UNITS)
    const position = key - pair * MOST_UNITS
    if (pair !== last) {
      writer = writers[shardOf(pair, shards)]
      writer?.begin(pair)
      last = pair
    }
    const behind = position + ((pair & 0xffff) === 0 ? 1 : 2)
    writer?.add(position, (borders[position] ? BEFORE : 0) | (borders[behind] ? BEHIND : 0))
  }
  return writers.map((shard) => shard.finish())
}
