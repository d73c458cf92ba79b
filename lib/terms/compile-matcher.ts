/** Builds the matcher: a double array over character codes, the unbranched ends of forms in a tail. */
import { bytesOf, packSections } from './record'

/** Forms sorted by UTF-16 units; the number of a form is its place in `forms` as given. */
interface Build {
  readonly codes: Uint16Array
  readonly forms: readonly string[]
  readonly order: Int32Array
  base: Int32Array
  check: Int32Array
  /** First free cell that the next search begins at. */
  free: number
  used: number
  readonly tail: number[]
  readonly tailStart: Uint32Array
}

/**
 * Compiles forms into one binary record for {@link openMatcher}.
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
    base: new Int32Array(1024),
    check: new Int32Array(1024).fill(-1),
    free: 1,
    used: 1,
    tail: [],
    tailStart: new Uint32Array(forms.length + 1),
  }
  // Depth-first with a stack of its own: forms may be longer than the call stack is deep.
  const stack: [node: number, first: number, last: number, depth: number][] = []
  if (forms.length) stack.push([0, 0, forms.length, 0])
  build.check[0] = 0
  for (let item = stack.pop(); item; item = stack.pop()) place(build, stack, ...item)
  return packSections({
    codes: bytesOf(build.codes),
    base: bytesOf(build.base.slice(0, build.used)),
    check: bytesOf(build.check.slice(0, build.used)),
    tail: bytesOf(Uint16Array.from(build.tail)),
    tailStart: bytesOf(closeTail(build)),
  })
}

/** Puts the children of one node, which the sorted forms first … last (exclusive) share. */
function place(
  build: Build,
  stack: [number, number, number, number][],
  node: number,
  first: number,
  last: number,
  depth: number,
): void {
  const { forms, order, codes } = build
  const children: { code: number; first: number; last: number }[] = []
  let k = first
  while (k < last) {
    const form = forms[order[k] ?? 0] ?? ''
    if (form.length === depth) {
      children.push({ code: 0, first: k, last: k + 1 })
      k++
      continue
    }
    const unit = form.charCodeAt(depth)
    const start = k
    while (k < last && (forms[order[k] ?? 0] ?? '').charCodeAt(depth) === unit) k++
    children.push({ code: codes[unit] ?? 0, first: start, last: k })
  }
  const base = findBase(build, children)
  build.base[node] = base
  for (const child of children) {
    const cell = base ^ child.code
    build.check[cell] = node
    if (cell >= build.used) build.used = cell + 1
  }
  for (const child of children) {
    const cell = base ^ child.code
    if (child.last - child.first > 1) {
      stack.push([cell, child.first, child.last, depth + 1])
      continue
    }
    // One form alone is left: its remaining units go to the tail, the cell names the form.
    const number = order[child.first] ?? 0
    const form = forms[number] ?? ''
    build.base[cell] = -number - 1
    build.tailStart[number] = build.tail.length
    const rest = child.code === 0 ? depth : depth + 1
    build.tail.push(form.length - rest)
    for (let j = rest; j < form.length; j++) build.tail.push(form.charCodeAt(j))
  }
}

function findBase(build: Build, children: readonly { code: number }[]): number {
  while (build.free < build.check.length && build.check[build.free] !== -1) build.free++
  const lead = children[0]?.code ?? 0
  let misses = 0
  for (let cell = build.free; ; cell++) {
    ensure(build, cell)
    if (build.check[cell] !== -1) continue
    const base = cell ^ lead
    if (base > 0 && children.every(({ code }) => isFree(build, base ^ code))) {
      return base
    }
    // A crowded region is given up after a while: what it costs is a few empty cells.
    if (++misses === 64 && children.length > 1) build.free = Math.max(build.free, cell - 512)
  }
}

function isFree(build: Build, cell: number): boolean {
  ensure(build, cell)
  return build.check[cell] === -1
}

function ensure(build: Build, cell: number): void {
  if (cell < build.check.length) return
  const size = Math.max(cell + 1, build.check.length * 2)
  const base = new Int32Array(size)
  base.set(build.base)
  const check = new Int32Array(size).fill(-1)
  check.set(build.check)
  build.base = base
  build.check = check
}

const closeTail = (build: Build): Uint32Array => {
  build.tailStart[build.forms.length] = build.tail.length
  return build.tailStart
}

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
