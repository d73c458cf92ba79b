/**
 * A block's text as the time grammar reads it: full-width signs narrow, squared characters (㋂, ㏢)
 * spelt out, and the white space dropped that a page or a PDF puts inside 「3月 22、23 日」.
 *
 * Not `lib/text/fold`: that one turns kanji digits into digits, and then 一時 would be one o'clock.
 */

export interface Squeezed {
  readonly text: string
  /** UTF-16 offset in the original of each unit's first unit. */
  readonly from: Int32Array
  /** UTF-16 offset in the original behind each unit's last unit. */
  readonly to: Int32Array
}

const isWhite = (c: number): boolean =>
  c <= 0x20 ||
  c === 0x3000 ||
  c === 0xa0 ||
  (c >= 0x2000 && c <= 0x200d) ||
  c === 0x2028 ||
  c === 0x2029 ||
  c === 0x202f ||
  c === 0x205f ||
  c === 0x2060 ||
  c === 0x1680 ||
  c === 0xfeff ||
  c === 0x85
const isLatinOrDigit = (c: number): boolean =>
  (c >= 0x30 && c <= 0x39) || (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a)
const isSquared = (c: number): boolean =>
  (c >= 0x32c0 && c <= 0x32cb) ||
  c === 0x32ff ||
  (c >= 0x3358 && c <= 0x3370) ||
  (c >= 0x337b && c <= 0x337e) ||
  (c >= 0x33e0 && c <= 0x33fe)
/** What a squared character can spell out to at most: 25日, 昭和, 24点. */
const LONGEST = 4

function narrow(c: number): number {
  if (c < 0x2010) return c
  if (c >= 0xff01 && c <= 0xff5e) return c - 0xfee0
  if (c === 0x301c || c === 0x223c) return 0x7e
  return c === 0x2212 || c <= 0x2013 ? 0x2d : c
}

/** 1 for the units that stay as they are: nearly all of a text, so that one look must do. */
const PLAIN = Uint8Array.from({ length: 65536 }, (_, c) =>
  isWhite(c) || isSquared(c) || narrow(c) !== c ? 0 : 1,
)

/**
 * Squeezes a text. Linear in its length; takes any string.
 *
 * @param spaces `keep` leaves one space for each gap: in headlines it stands for a comma.
 */
export function squeeze(original: string, spaces: 'drop' | 'keep' = 'drop'): Squeezed {
  const size = sizeOf(original)
  if (size === 0) return asItIs(original)
  const from = new Int32Array(size)
  const to = new Int32Array(size)
  let text = ''
  let n = 0
  // Stretches that stay as they are go over whole.
  let kept = 0
  let last = 0
  let blank = -1
  for (let i = 0; i < original.length; i++) {
    const c = original.charCodeAt(i)
    if (blank < 0 && PLAIN[c] === 1) {
      from[n] = i
      to[n] = i + 1
      n++
      last = c
      continue
    }
    if (isWhite(c)) {
      if (blank < 0) {
        blank = i
        text += original.slice(kept, i)
      }
      kept = i + 1
      continue
    }
    const unit = narrow(c)
    if (blank >= 0) {
      // Between two figures or Latin words a space is a border: 「第2 3月」, 「2026/02/09 17:17」.
      if (n > 0 && (spaces === 'keep' || (isLatinOrDigit(last) && isLatinOrDigit(unit)))) {
        text += ' '
        from[n] = blank
        to[n] = i
        n++
      }
      blank = -1
      kept = i
    }
    if (isSquared(c) || unit !== c) {
      const spelt =
        unit !== c ? String.fromCharCode(unit) : original.slice(i, i + 1).normalize('NFKC')
      text += original.slice(kept, i) + spelt
      kept = i + 1
      for (let k = 0; k < spelt.length; k++) {
        from[n] = i
        to[n] = i + 1
        n++
      }
    } else {
      from[n] = i
      to[n] = i + 1
      n++
    }
    last = unit
  }
  if (blank < 0) text += original.slice(kept)
  return { text, from: from.subarray(0, n), to: to.subarray(0, n) }
}

/** Units that the squeezed text has at most; 0 where it stays as it is, as nearly every paragraph does. */
function sizeOf(original: string): number {
  let changed = 0
  let squared = 0
  for (let i = 0; i < original.length; i++) {
    const c = original.charCodeAt(i)
    if (PLAIN[c] === 1) continue
    changed++
    if (isSquared(c)) squared++
  }
  return changed === 0 ? 0 : original.length + squared * (LONGEST - 1)
}

/** 0, 1, 2, …: the offsets of every text that stays as it is. */
let counting = new Int32Array(0)

function asItIs(text: string): Squeezed {
  const n = text.length
  if (counting.length <= n) counting = Int32Array.from({ length: 2 * n + 2 }, (_, k) => k)
  return { text, from: counting.subarray(0, n), to: counting.subarray(1, n + 1) }
}
