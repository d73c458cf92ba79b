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

const WHITE = /[\s\u200b-\u200d\u2060\ufeff]/
const LATIN_OR_DIGIT = /[0-9A-Za-z]/

const isSquared = (c: number): boolean =>
  (c >= 0x32c0 && c <= 0x32cb) ||
  c === 0x32ff ||
  (c >= 0x3358 && c <= 0x3370) ||
  (c >= 0x337b && c <= 0x337e) ||
  (c >= 0x33e0 && c <= 0x33fe)

function narrow(c: number): string {
  if (c >= 0xff01 && c <= 0xff5e) return String.fromCharCode(c - 0xfee0)
  if (c === 0x301c || c === 0x223c) return '~'
  if (c === 0x2212 || (c >= 0x2010 && c <= 0x2013)) return '-'
  if (isSquared(c)) return String.fromCharCode(c).normalize('NFKC')
  return String.fromCharCode(c)
}

/** Squeezes a text. Linear in its length; takes any string. */
export function squeeze(original: string): Squeezed {
  const units: string[] = []
  const from: number[] = []
  const to: number[] = []
  let blank = -1
  for (let i = 0; i < original.length; i++) {
    const unit = original[i] ?? ''
    if (WHITE.test(unit)) {
      if (blank < 0) blank = i
      continue
    }
    const text = narrow(original.charCodeAt(i))
    // Between two figures or Latin words a space is a border: 「第2 3月」, 「2026/02/09 17:17」.
    if (blank >= 0 && LATIN_OR_DIGIT.test(units.at(-1) ?? '') && LATIN_OR_DIGIT.test(text)) {
      units.push(' ')
      from.push(blank)
      to.push(i)
    }
    blank = -1
    for (const part of text) {
      units.push(part)
      from.push(i)
      to.push(i + 1)
    }
  }
  return { text: units.join(''), from: Int32Array.from(from), to: Int32Array.from(to) }
}
