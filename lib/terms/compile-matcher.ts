/**
 * Builds the matcher.
 *
 * Almost every place of a text starts no form, and its first two characters tell: a bitmap over
 * hashed pairs, small enough for the processor's nearest cache, refuses them with one load; a second
 * one over three characters refuses most of the rest. A pair that some form starts with is found in
 * a hash table; from there a double array over character
 * codes goes on, and what only one form has left stands in a tail.
 *
 * A cell of the double array is two numbers side by side: the base of its parent (a base belongs to
 * one node alone, so it proves the parent) and its own base, or −n − 1 where only form n goes on
 * from here. The child by a code lies at base XOR code; code 0 ends a form.
 */
import { pairHash, tripleHash } from './pairs'
import { bytesOf, packSections } from './record'

/** Bits of the bitmaps and slots of the table for each entry; all then rounded up to powers of 2. */
const BITS_PER_PAIR = 16
const BITS_PER_TRIPLE = 12
const SLOTS_PER_PAIR = 1.4

interface Build {
  readonly codes: Uint16Array
  readonly forms: readonly string[]
  /** Numbers of the forms, sorted by UTF-16 units. */
  readonly order: Int32Array
  cells: Int32Array
  /** 1 where a node has taken this base. */
  taken: Uint8Array
  /** First cell that the search for free ones begins at. */
  free: number
  used: number
  readonly tail: number[]
  readonly tailStart: Uint32Array
}

/** A node still to be placed: the sorted forms first … last (exclusive) share their first `depth` units. */
interface Pending {
  readonly first: number
  readonly last: number
  readonly depth: number
  /** Stores the node's base. */
  readonly store: (base: number) => void
}

/**
 * Compiles forms into one binary record for `openMatcher`.
 *
 * @param forms Folded, distinct, not empty; a form's number is its index here.
 */
export function compileMatcher(forms: readonly string[]): Uint8Array {
  const order = Int32Array.from(forms.keys())
  order.sort((a, b) => compareUnits(forms[a] ?? '', forms[b] ?? ''))
  const build: Build = {
    codes: codesByFrequency(forms),
    forms,
    order,
    cells: new Int32Array(2048),
    taken: new Uint8Array(1024),
    free: 1,
    used: 1,
    tail: [],
    tailStart: new Uint32Array(forms.length),
  }
  const singles: number[] = []
  const pairs = new Map<number, number>()
  for (const [first, last] of groups(build)) {
    const form = forms[order[first] ?? 0] ?? ''
    if (form.length === 1) {
      singles.push(form.charCodeAt(0), order[first] ?? 0)
      continue
    }
    const pair = (form.charCodeAt(0) << 16) | form.charCodeAt(1)
    place(build, { first, last, depth: 2, store: (base) => pairs.set(pair, base) })
  }
  const { bits, slots } = pairTables(pairs)
  const triples = tripleBits(forms)
  return packSections({
    codes: bytesOf(build.codes),
    singles: bytesOf(Int32Array.from(singles)),
    bits: bytesOf(bits),
    triples: bytesOf(triples),
    slots: bytesOf(slots),
    cells: bytesOf(build.cells.slice(0, 2 * build.used)),
    tail: bytesOf(Uint16Array.from(build.tail)),
    tailStart: bytesOf(build.tailStart),
  })
}

/** Runs of sorted forms that share their first two units; a form of one unit is a run of its own. */
function* groups({ forms, order }: Build): Generator<[number, number]> {
  let first = 0
  while (first < order.length) {
    const head = (forms[order[first] ?? 0] ?? '').slice(0, 2)
    let last = first + 1
    while (
      last < order.length &&
      head.length === 2 &&
      (forms[order[last] ?? 0] ?? '').startsWith(head)
    )
      last++
    yield [first, last]
    first = last
  }
}

/** Places a node and all below it, with a stack of its own: forms may be longer than the call stack is deep. */
function place(build: Build, root: Pending): void {
  const stack = [root]
  for (let item = stack.pop(); item; item = stack.pop()) {
    if (item.last - item.first === 1) item.store(toTail(build, item))
    else placeNode(build, item, stack)
  }
}

/** Puts the rest of the only form of a node into the tail; its mark is the node's base. */
function toTail({ forms, order, tail, tailStart }: Build, { first, depth }: Pending): number {
  const number = order[first] ?? 0
  const form = forms[number] ?? ''
  tailStart[number] = tail.length
  tail.push(form.length - depth)
  for (let k = depth; k < form.length; k++) tail.push(form.charCodeAt(k))
  return -number - 1
}

function placeNode(build: Build, { first, last, depth, store }: Pending, stack: Pending[]): void {
  const { forms, order, codes } = build
  const children: { code: number; first: number; last: number }[] = []
  let k = first
  while (k < last) {
    const form = forms[order[k] ?? 0] ?? ''
    const start = k++
    if (form.length > depth) {
      const unit = form.charCodeAt(depth)
      while (k < last && (forms[order[k] ?? 0] ?? '').charCodeAt(depth) === unit) k++
      children.push({ code: codes[unit] ?? 0, first: start, last: k })
    } else children.push({ code: 0, first: start, last: k })
  }
  const base = findBase(build, children)
  store(base)
  build.taken[base] = 1
  for (const child of children) {
    const cell = base ^ child.code
    build.cells[2 * cell] = base
    if (cell >= build.used) build.used = cell + 1
    stack.push({
      first: child.first,
      last: child.last,
      depth: child.code === 0 ? depth : depth + 1,
      store: (own) => {
        build.cells[2 * cell + 1] = own
      },
    })
  }
}

function findBase(build: Build, children: readonly { code: number }[]): number {
  while (!isFree(build, build.free)) build.free++
  const lead = children[0]?.code ?? 0
  let misses = 0
  for (let cell = build.free; ; cell++) {
    if (!isFree(build, cell)) continue
    const base = cell ^ lead
    ensure(build, base)
    if (base > 0 && !build.taken[base] && children.every(({ code }) => isFree(build, base ^ code)))
      return base
    // A crowded region is given up after a while: what it costs is a few empty cells.
    if (++misses === 64 && children.length > 1) build.free = Math.max(build.free, cell - 512)
  }
}

function isFree(build: Build, cell: number): boolean {
  ensure(build, cell)
  return build.cells[2 * cell] === 0
}

function ensure(build: Build, cell: number): void {
  if (cell < build.taken.length) return
  const size = Math.max(cell + 1, build.taken.length * 2)
  const cells = new Int32Array(2 * size)
  cells.set(build.cells)
  const taken = new Uint8Array(size)
  taken.set(build.taken)
  build.cells = cells
  build.taken = taken
}

/** The bitmap of pairs and the table from pair to base: `pair, base` with linear probing, base 0 free. */
function pairTables(pairs: ReadonlyMap<number, number>): { bits: Int32Array; slots: Int32Array } {
  const bits = new Int32Array(powerOfTwo(Math.max(1024, pairs.size * BITS_PER_PAIR)) >> 5)
  const slots = new Int32Array(2 * powerOfTwo(Math.max(16, pairs.size * SLOTS_PER_PAIR)))
  const bitMask = bits.length * 32 - 1
  const slotMask = slots.length / 2 - 1
  for (const [pair, base] of pairs) {
    const hash = pairHash(pair >>> 16, pair & 0xffff)
    const bit = hash & bitMask
    bits[bit >> 5] = (bits[bit >> 5] ?? 0) | (1 << (bit & 31))
    let slot = hash & slotMask
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & slotMask
    slots[2 * slot] = pair
    slots[2 * slot + 1] = base
  }
  return { bits, slots }
}

/** The bitmap of three units; a form of two units sets the bit of its pair and 0. */
function tripleBits(forms: readonly string[]): Int32Array {
  const hashes = new Set<number>()
  for (const form of forms)
    if (form.length > 1) {
      const third = form.length > 2 ? form.charCodeAt(2) : 0
      hashes.add(tripleHash(pairHash(form.charCodeAt(0), form.charCodeAt(1)), third))
    }
  const bits = new Int32Array(powerOfTwo(Math.max(1024, hashes.size * BITS_PER_TRIPLE)) >> 5)
  const mask = bits.length * 32 - 1
  for (const hash of hashes) {
    const bit = hash & mask
    bits[bit >> 5] = (bits[bit >> 5] ?? 0) | (1 << (bit & 31))
  }
  return bits
}

const powerOfTwo = (least: number): number => 2 ** Math.ceil(Math.log2(least))

/** Frequent characters get small codes, so that the double array stays dense. 0 is the end of a form. */
function codesByFrequency(forms: readonly string[]): Uint16Array {
  const counts = new Uint32Array(65536)
  for (const form of forms)
    for (let k = 0; k < form.length; k++) {
      const unit = form.charCodeAt(k)
      counts[unit] = (counts[unit] ?? 0) + 1
    }
  const units = [...counts.keys()].filter((unit) => counts[unit])
  units.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
  const codes = new Uint16Array(65536)
  units.forEach((unit, k) => {
    codes[unit] = k + 1
  })
  return codes
}

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
