/**
 * Postings: where in a segment each pair of units stands, as bytes.
 *
 * A posting is the unit position in the segment with two bits beside it: a word border before the
 * pair, and one behind it. Postings of a pair rise; each is written as the difference to the one
 * before, times four plus the bits, seven bits a byte. A shard holds the pairs that fall to it:
 * count, pairs in order, ends of their bytes, bytes.
 */

/** Word border before the pair. */
export const BEFORE = 1
/** Word border behind the pair. */
export const BEHIND = 2

/** A pair of units, or one unit that stands alone (second unit 0), as one number. */
export const pairOf = (first: number, second: number): number => ((first << 16) | second) >>> 0

/** Spreads pairs over shards; a shard of a smaller power of two is the union of shards of a larger. */
export const shardOf = (pair: number, shards: number): number =>
  (Math.imul(pair, 0x9e3779b1) >>> 16) & (shards - 1)

export interface Postings {
  positions: Uint32Array<ArrayBuffer>
  /** BEFORE and BEHIND of each position. */
  bits: Uint8Array<ArrayBuffer>
}

/** Reads the bytes of one pair. */
export function decode(bytes: Uint8Array): Postings {
  let count = 0
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] ?? 0) < 128) count++
  const positions = new Uint32Array(count)
  const bits = new Uint8Array(count)
  let [position, value, scale, at] = [0, 0, 1, 0]
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    value += (byte & 127) * scale
    if (byte >= 128) {
      scale *= 128
      continue
    }
    position += Math.floor(value / 4)
    positions[at] = position
    bits[at++] = value & 3
    value = 0
    scale = 1
  }
  return { positions, bits }
}

/** Collects a shard: pairs in rising order, positions of each in rising order. */
export class ShardWriter {
  #bytes = new Uint8Array(1024)
  #length = 0
  readonly #pairs: number[] = []
  readonly #ends: number[] = []
  #last = 0

  /** Begins the next pair. */
  begin(pair: number): void {
    this.#pairs.push(pair)
    this.#ends.push(this.#length)
    this.#last = 0
  }

  add(position: number, bits: number): void {
    if (this.#length + 6 > this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2)
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    let value = (position - this.#last) * 4 + bits
    while (value >= 128) {
      this.#bytes[this.#length++] = (value & 127) | 128
      value = Math.floor(value / 128)
    }
    this.#bytes[this.#length++] = value
    this.#last = position
    this.#ends[this.#ends.length - 1] = this.#length
  }

  finish(): Uint8Array<ArrayBuffer> {
    const count = this.#pairs.length
    const head = 4 + count * 8
    const out = new Uint8Array(head + this.#length)
    const words = new Uint32Array(out.buffer, 0, 1 + count * 2)
    words[0] = count
    words.set(this.#pairs, 1)
    words.set(this.#ends, 1 + count)
    out.set(this.#bytes.subarray(0, this.#length), head)
    return out
  }
}

/** Reads a shard that `ShardWriter` made. */
export class Shard {
  readonly #bytes: Uint8Array
  readonly pairs: Uint32Array
  /** Size in bytes. */
  readonly bytes: number
  readonly #ends: Uint32Array
  readonly #head: number

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    // A view that does not begin on a word cannot be read as words.
    this.#bytes = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
    this.bytes = bytes.length
    const { buffer, byteOffset } = this.#bytes
    const count = new Uint32Array(buffer, byteOffset, 1)[0] ?? 0
    this.pairs = new Uint32Array(buffer, byteOffset + 4, count)
    this.#ends = new Uint32Array(buffer, byteOffset + 4 + count * 4, count)
    this.#head = 4 + count * 8
  }

  /** Bytes of the pair at an index of `pairs`. */
  at(index: number): Uint8Array {
    const start = index === 0 ? 0 : (this.#ends[index - 1] ?? 0)
    return this.#bytes.subarray(this.#head + start, this.#head + (this.#ends[index] ?? start))
  }

  /** Bytes of a pair; empty where the shard does not have it. */
  find(pair: number): Uint8Array {
    let [low, high] = [0, this.pairs.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.pairs[middle] ?? 0) < pair) low = middle + 1
      else high = middle
    }
    return this.pairs[low] === pair ? this.at(low) : new Uint8Array(0)
  }
}
