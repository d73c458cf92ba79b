/** Finds every form of a compiled set in a text. */
import { openSections } from './record'

export interface Matcher {
  /**
   * Every occurrence of every form, by start and then by length, as triples
   * `start, end, number` in a buffer that the next call uses again.
   * At each start it looks no further than the longest form that fits there.
   */
  scan(text: string): { readonly triples: Int32Array; readonly count: number }
}

/**
 * Opens a record of {@link compileMatcher}; nothing is copied or decoded.
 * @throws {Error} where the bytes are no such record.
 */
export function openMatcher(record: Uint8Array): Matcher {
  const section = openSections(record)
  const codes = view16(section('codes'))
  const base = view32(section('base'))
  const check = view32(section('check'))
  const tail = view16(section('tail'))
  const tailStart = view32(section('tailStart'))
  // The children of the root by code: one load decides that no form starts with a character.
  const root = base[0] ?? 0
  const first = new Int32Array(1 + maximum(codes))
  for (let code = 1; code < first.length; code++)
    if (check[root ^ code] === 0) first[code] = root ^ code
  let triples = new Int32Array(3 * 256)

  const scan: Matcher['scan'] = (text) => {
    let count = 0
    const n = text.length
    for (let i = 0; i < n; i++) {
      let node = first[codes[text.charCodeAt(i)] as number] as number
      if (node === 0) continue
      let at = i + 1
      for (;;) {
        const next = base[node] as number
        if (next < 0) {
          const number = -next - 1
          const start = tailStart[number] as number
          const length = tail[start] as number
          let k = 0
          while (k < length && tail[start + 1 + k] === text.charCodeAt(at + k)) k++
          if (k === length) {
            if (3 * count + 3 > triples.length) triples = grown(triples)
            triples[3 * count] = i
            triples[3 * count + 1] = at + length
            triples[3 * count + 2] = number
            count++
          }
          break
        }
        // A form ends here where the end code leads on.
        if (check[next] === node && next !== 0) {
          if (3 * count + 3 > triples.length) triples = grown(triples)
          triples[3 * count] = i
          triples[3 * count + 1] = at
          triples[3 * count + 2] = -(base[next] as number) - 1
          count++
        }
        if (at >= n) break
        const code = codes[text.charCodeAt(at)] as number
        if (code === 0) break
        const child = next ^ code
        if (check[child] !== node) break
        node = child
        at++
      }
    }
    return { triples, count }
  }
  return { scan }
}

const view16 = (bytes: Uint8Array) =>
  new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1)
const view32 = (bytes: Uint8Array) =>
  new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2)

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(array.length * 2)
  bigger.set(array)
  return bigger
}

function maximum(array: Uint16Array): number {
  let most = 0
  for (const value of array) if (value > most) most = value
  return most
}
