/** Which texts of a part a query means, and where in them its terms are. */
import type { Part } from './part'
import type { Postings } from './postings'
import type { Query } from './query'

/** A term's hits in a part, by text. */
export interface TermHits extends Postings {
  /** Texts with a hit, rising. */
  docs: Uint32Array
  /** First hit of each of `docs`; one more entry at the end. */
  starts: Uint32Array
}

/** Sorts a term's hits by text: both rise, one walk is enough. */
export function termHits(part: Part, term: string): TermHits {
  const { positions, bits } = part.hits(term)
  const { bases } = part.columns
  const docs: number[] = []
  const starts: number[] = []
  let doc = 0
  for (let i = 0; i < positions.length; i++) {
    const position = positions[i] ?? 0
    if ((bases[doc + 1] ?? Number.POSITIVE_INFINITY) <= position) {
      doc = docAt(bases, position, doc)
    }
    if (docs.at(-1) === doc) continue
    docs.push(doc)
    starts.push(i)
  }
  starts.push(positions.length)
  return { positions, bits, docs: Uint32Array.from(docs), starts: Uint32Array.from(starts) }
}

function docAt(bases: Uint32Array, position: number, from: number): number {
  let [low, high] = [from, bases.length - 2]
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((bases[middle] ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return low
}

/** The texts that a query means, rising; `all` are those that count at all (for NOT). */
export function matching(
  query: Query,
  hits: ReadonlyMap<string, TermHits>,
  all: Uint32Array,
): Uint32Array {
  switch (query.type) {
    case 'term':
      return hits.get(query.text)?.docs ?? new Uint32Array(0)
    case 'not':
      return without(all, matching(query.of, hits, all))
    case 'and':
      return query.of.map((part) => matching(part, hits, all)).reduce(both)
    case 'or':
      return query.of.map((part) => matching(part, hits, all)).reduce(either)
  }
}

/** Members of both; both rise. */
export function both(a: Uint32Array, b: Uint32Array): Uint32Array {
  const out = new Uint32Array(Math.min(a.length, b.length))
  let [i, j, count] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0]
    if (x === y) out[count++] = x
    if (x <= y) i++
    if (y <= x) j++
  }
  return out.subarray(0, count)
}

function either(a: Uint32Array, b: Uint32Array): Uint32Array {
  const out = new Uint32Array(a.length + b.length)
  let [i, j, count] = [0, 0, 0]
  while (i < a.length || j < b.length) {
    const x = a[i] ?? Number.POSITIVE_INFINITY
    const y = b[j] ?? Number.POSITIVE_INFINITY
    out[count++] = Math.min(x, y)
    if (x <= y) i++
    if (y <= x) j++
  }
  return out.subarray(0, count)
}

function without(a: Uint32Array, b: Uint32Array): Uint32Array {
  let j = 0
  return a.filter((x) => {
    while (j < b.length && (b[j] ?? 0) < x) j++
    return b[j] !== x
  })
}
