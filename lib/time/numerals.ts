/** Japanese numerals: 22, 二十二, 二〇二六, 元. */

const DIGITS = '〇一二三四五六七八九'
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** Source of a pattern for one numeral: at most four figures, or at most seven kanji. */
export const NUMERAL = '(?:[0-9]{1,4}|[〇零一二三四五六七八九十百千]{1,7})'

/** The number that a numeral writes, or NaN. 元 is 1, as in 令和元年. */
export function numberOf(numeral: string): number {
  if (/^[0-9]+$/.test(numeral)) return Number(numeral)
  if (numeral === '元') return 1
  const kanji = numeral.replaceAll('零', '〇')
  return /[十百千]/.test(kanji) ? multiplicative(kanji) : positional(kanji)
}

function positional(kanji: string): number {
  let value = 0
  for (const sign of kanji) {
    const digit = DIGITS.indexOf(sign)
    if (digit < 0) return Number.NaN
    value = value * 10 + digit
  }
  return kanji ? value : Number.NaN
}

function multiplicative(kanji: string): number {
  let value = 0
  let digit = 0
  let unitBefore = Number.POSITIVE_INFINITY
  for (const sign of kanji) {
    const unit = UNITS[sign]
    if (unit === undefined) {
      if (digit) return Number.NaN
      digit = DIGITS.indexOf(sign)
      if (digit < 1) return Number.NaN
    } else {
      if (unit >= unitBefore) return Number.NaN
      value += (digit || 1) * unit
      digit = 0
      unitBefore = unit
    }
  }
  return value + digit
}
