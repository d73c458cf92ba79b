/** 現在, 近年, 今後: times without a date. */
import type { Parsed } from './spec'
import { matchAt, sticky } from './sticky'

/** What may stand behind 今 and いま where they mean the present; before a kanji 今 begins a word. */
const FREE = '(?=[はがもをにのでとや、。」』\\s]|こそ|この|その|なお|から|まで|より|だ|現在|$)'

const VAGUE: readonly (readonly [RegExp, string])[] = [
  [
    sticky(
      '(?:近い将来|将来的|将来(?!像|性|世代|展望)|今後|これから|この(?:後|あと)(?!者)|近日中|近いうち|いずれ(?=[は、]))',
    ),
    'FUTURE_REF',
  ],
  [sticky('将来的に'), 'FUTURE_REF'],
  [
    sticky(
      '(?:現時点|現段階|現在|現代|現状(?=、|では|のところ)|現今|目下(?!の者)|今や|いまや|今の(?:段階|ところ|時点)|いまの(?:段階|ところ|時点))',
    ),
    'PRESENT_REF',
  ],
  [sticky(`今${FREE}`), 'PRESENT_REF'],
  [sticky('いま(?=[、も]|なお|こそ)'), 'PRESENT_REF'],
  [
    sticky(
      '(?:最近|近年|近ごろ|近頃|昨今|これまで|かつて|過去(?!最|問|帳|形|ログ)|以前(?!に?比)|先(?:ごろ|頃|日|ほど|程)|さきほど|さきごろ|このほど|この間|(?:かなり|ずっと|少し)前)',
    ),
    'PAST_REF',
  ],
]

const HIRAGANA = /[ぁ-ん]/
/** 旧い書き方 apart, a hiragana word begins behind a particle, a mark or a kanji, never inside a word. */
const NO_START: Record<string, RegExp> = {
  い: /[ぁ-んァ-ヶー]/,
  こ: /[たっ]/,
  か: /[ぁ-ん]/,
}

/** A vague expression at `index` of the squeezed text, or null. */
export function vagueAt(text: string, index: number): Parsed | null {
  const first = text[index] ?? ''
  const before = text[index - 1] ?? ''
  if (HIRAGANA.test(first) && NO_START[first]?.test(before) && !/[はがもにを]/.test(before))
    return null
  // 日以前, 年以前: a bound of the date before, no time of its own.
  if (first === '以' && /[年月日時期分]|[0-9]/.test(before)) return null
  // 2月現在, 優先日: part of another word.
  if (first === '先' && /[優率祖連]/.test(before)) return null
  if (first === '今' && /[昨古当現]/.test(before)) return null
  for (const [pattern, value] of VAGUE) {
    const match = matchAt(pattern, text, index)
    if (match) {
      let end = index + match[0].length
      if (match[0] === '将来的' && text[end] === 'に') end++
      return { start: index, end, spec: { kind: 'vague', value } }
    }
  }
  return null
}
