/** Finds every form of a compiled set in a text. */
import { pairHash, tripleHash } from './pairs'
import { openSections } from './record'

export interface Matches {
  /** `start, end, number` of each match, one after another. */
  readonly triples: Int32Array
  readonly count: number
}

export interface Matcher {
  /**
   * Every occurrence of every form, by start and then by length, in a buffer that the next call uses
   * again. At each start it looks no further than the longest form that fits there, so that the
   * steps are at most the text's length times that of the longest form.
   */
  scan(text: string): Matches
}

/**
 * Opens a record of `compileMatcher`; nothing is copied or decoded.
 * @throws {Error} where the bytes are no such record.
 */
export function openMatcher(record: Uint8Array): Matcher {
  const section = openSections(record)
  const codes = view16(section('codes'))
  const bits = view32(section('bits'))
  const threes = view32(section('triples'))
  const slots = view32(section('slots'))
  const cells = view32(section('cells'))
  const tail = view16(section('tail'))
  const tailStart = view32(section('tailStart'))
  const { numbers, marks } = singleForms(view32(section('singles')))
  const bitMask = bits.length * 32 - 1
  const threeMask = threes.length * 32 - 1
  const slotMask = slots.length / 2 - 1
  let triples = new Int32Array(3 * 1024)
  let count = 0

  const found = (start: number, end: number, number: number): void => {
    if (3 * count + 3 > triples.length) triples = doubled(triples)
    triples[3 * count] = start
    triples[3 * count + 1] = end
    triples[3 * count + 2] = number
    count++
  }

  /** Whether a form may end behind a pair or go on with what stands there. */
  const mayGoOn = (text: string, at: number, pair: number): boolean => {
    const ends = tripleHash(pair, 0)
    if (((threes[(ends & threeMask) >>> 5] as number) >>> ends) & 1) return true
    if (at >= text.length) return false
    const hash = tripleHash(pair, text.charCodeAt(at))
    return (((threes[(hash & threeMask) >>> 5] as number) >>> hash) & 1) === 1
  }

  /** Base of the node behind a pair, 0 where no form starts so. */
  const baseOf = (pair: number, hash: number): number => {
    let slot = hash & slotMask
    for (;;) {
      const base = slots[2 * slot + 1] as number
      if (base === 0 || slots[2 * slot] === pair) return base
      slot = (slot + 1) & slotMask
    }
  }

  /** Reports the forms that go on at `at` from a node behind the pair at `start`. */
  const follow = (text: string, start: number, node: number): void => {
    let base = node
    let at = start + 2
    const n = text.length
    while (base > 0) {
      // The child by code 0: a form ends here.
      if (cells[2 * base] === base) found(start, at, -(cells[2 * base + 1] as number) - 1)
      const code = at < n ? (codes[text.charCodeAt(at)] as number) : 0
      const cell = 2 * (base ^ code)
      if (code === 0 || cells[cell] !== base) return
      base = cells[cell + 1] as number
      at++
    }
    // One form alone goes on from here: its rest stands in the tail.
    const number = -base - 1
    const rest = tailStart[number] as number
    const length = tail[rest] as number
    if (at + length > n) return
    for (let k = 0; k < length; k++) if (tail[rest + 1 + k] !== text.charCodeAt(at + k)) return
    found(start, at + length, number)
  }

  return {
    scan(text) {
      count = 0
      // Locals: what a closure holds would be loaded anew for every character.
      const [pairBits, pairMask, unitMarks, single] = [bits, bitMask, marks, numbers.size > 0]
      const last = text.length - 1
      let unit = last >= 0 ? text.charCodeAt(0) : 0
      for (let i = 0; i < last; i++) {
        const next = text.charCodeAt(i + 1)
        const hash = pairHash(unit, next)
        // One branch for both tests: it is hardly ever taken, so the processor guesses it right.
        const pairs = (pairBits[(hash & pairMask) >>> 5] as number) >>> hash
        const alone = single ? (unitMarks[unit >>> 5] as number) >>> unit : 0
        if ((pairs | alone) & 1) {
          if (alone & 1) found(i, i + 1, numbers.get(unit) ?? 0)
          if (pairs & 1 && mayGoOn(text, i + 2, hash)) {
            const base = baseOf((unit << 16) | next, hash)
            if (base !== 0) follow(text, i, base)
          }
        }
        unit = next
      }
      if (last >= 0 && numbers.has(unit)) found(last, last + 1, numbers.get(unit) ?? 0)
      return { triples, count }
    },
  }
}

/** Forms of one unit: their numbers, and a bit for each unit that is one. */
function singleForms(pairs: Int32Array): { numbers: Map<number, number>; marks: Int32Array } {
  const numbers = new Map<number, number>()
  const marks = new Int32Array(65536 / 32)
  for (let k = 0; k < pairs.length; k += 2) {
    const unit = pairs[k] ?? 0
    numbers.set(unit, pairs[k + 1] ?? 0)
    marks[unit >> 5] = (marks[unit >> 5] ?? 0) | (1 << (unit & 31))
  }
  return { numbers, marks }
}

const view16 = (bytes: Uint8Array) =>
  new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1)
const view32 = (bytes: Uint8Array) =>
  new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2)

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(array.length * 2)
  bigger.set(array)
  return bigger
}
