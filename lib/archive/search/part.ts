/** A part of the index that can be asked for a term: a stored segment, or the texts not yet in one. */
import type { SearchSegmentRow } from '../../db/rows'
import { standsAlone } from './borders'
import { BEFORE, BEHIND, decode, type Postings, pairOf, type Shard, shardOf } from './postings'
import type { FoldedText } from './segment'

export type PartColumns = Pick<
  SearchSegmentRow,
  'articles' | 'seqs' | 'bases' | 'titleLengths' | 'days' | 'publishers' | 'publisherOf'
>

export interface Part {
  columns: PartColumns
  /** Where a term (folded, two units or one that stands alone) is, and which hits are whole words. */
  hits(term: string): Postings
}

/** A whole word: borders before its first pair and behind its last. */
export const WHOLE = BEFORE | BEHIND

const NONE: Postings = { positions: new Uint32Array(0), bits: new Uint8Array(0) }

/** Offsets of the pairs that cover a term: every second one, and the last. */
const cover = (term: string): number[] => {
  const offsets: number[] = []
  for (let at = 0; at < term.length - 1; at += 2) offsets.push(Math.min(at, term.length - 2))
  if (term.length % 2 === 1) offsets.push(term.length - 2)
  return offsets
}

const pairAt = (term: string, at: number): number =>
  pairOf(term.charCodeAt(at), term.charCodeAt(at + 1))

/** The pairs that a term needs, rarest unknown. */
export const pairsOf = (term: string): number[] =>
  term.length === 1 ? [pairOf(term.charCodeAt(0), 0)] : cover(term).map((at) => pairAt(term, at))

/** A stored segment; `shard` gives a shard that has been read already. */
export class StoredPart implements Part {
  constructor(
    readonly columns: SearchSegmentRow,
    readonly shard: (index: number) => Shard | undefined,
  ) {}

  hits(term: string): Postings {
    if (term.length === 1) return decode(this.#bytes(pairOf(term.charCodeAt(0), 0)))
    const lists = cover(term).map((at) => ({ at, bytes: this.#bytes(pairAt(term, at)) }))
    if (lists.some(({ bytes }) => bytes.length === 0)) return NONE
    if (lists.length === 1) return decode(lists[0]?.bytes ?? new Uint8Array(0))
    const last = term.length - 2
    let found: Postings | null = null
    // Fewest bytes first: what is left gets small at once.
    for (const { at, bytes } of lists.sort((a, b) => a.bytes.length - b.bytes.length)) {
      const list = decode(bytes)
      // Of the hit's two borders, the first pair knows one and the last pair the other.
      const known = (at === 0 ? BEFORE : 0) | (at === last ? BEHIND : 0)
      found = found ? meet(found, list, at, known) : shifted(list, at, known)
    }
    return found ?? NONE
  }

  #bytes(pair: number): Uint8Array {
    return this.shard(shardOf(pair, this.columns.shards))?.find(pair) ?? new Uint8Array(0)
  }
}

function shifted({ positions, bits }: Postings, by: number, known: number): Postings {
  let kept = 0
  for (let i = 0; i < positions.length; i++) {
    const position = (positions[i] ?? 0) - by
    if (position < 0) continue
    positions[kept] = position
    bits[kept++] = (bits[i] ?? 0) & known
  }
  return { positions: positions.subarray(0, kept), bits: bits.subarray(0, kept) }
}

/** Keeps of `found` what `list` has `by` units further on; adds what it knows of borders. */
function meet(found: Postings, list: Postings, by: number, known: number): Postings {
  let [kept, j] = [0, 0]
  const { positions, bits } = found
  for (let i = 0; i < positions.length; i++) {
    const wanted = (positions[i] ?? 0) + by
    while (j < list.positions.length && (list.positions[j] ?? 0) < wanted) j++
    if (list.positions[j] !== wanted) continue
    positions[kept] = wanted - by
    bits[kept++] = (bits[i] ?? 0) | ((list.bits[j] ?? 0) & known)
  }
  return { positions: positions.subarray(0, kept), bits: bits.subarray(0, kept) }
}

/** Texts that no segment holds yet: read through, they are few. */
export class TailPart implements Part {
  readonly columns: PartColumns

  constructor(readonly texts: readonly FoldedText[]) {
    const bases = new Uint32Array(texts.length + 1)
    texts.forEach(({ text }, i) => {
      bases[i + 1] = (bases[i] ?? 0) + text.length + 1
    })
    const publishers = [...new Set(texts.flatMap(({ row }) => row.publisher ?? []))]
    this.columns = {
      articles: texts.map(({ row }) => row.article),
      seqs: Uint32Array.from(texts, ({ row }) => row.seq),
      bases,
      titleLengths: Uint16Array.from(texts, ({ titleLength }) => titleLength),
      days: Int32Array.from(texts, ({ row }) => row.day),
      publishers,
      publisherOf: Uint16Array.from(texts, ({ row }) =>
        row.publisher === null ? 65_535 : publishers.indexOf(row.publisher),
      ),
    }
  }

  hits(term: string): Postings {
    const positions: number[] = []
    const bits: number[] = []
    this.texts.forEach(({ text, borders }, i) => {
      for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
        positions.push((this.columns.bases[i] ?? 0) + at)
        bits.push((borders[at] ? BEFORE : 0) | (borders[at + term.length] ? BEHIND : 0))
        // A segment keeps one place in a text of a character that stands alone; so here.
        if (standsAlone(term)) break
      }
    })
    return { positions: Uint32Array.from(positions), bits: Uint8Array.from(bits) }
  }
}
