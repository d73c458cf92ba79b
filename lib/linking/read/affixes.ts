/** What may stand directly beside a name without making it part of a longer one. */

import { HAN, KATAKANA, LATIN } from '../../text/script'
import { fromWords } from '../record/lexicon'
import { hitsFrom, hitsUntil, nounFrom, type Reading, scriptAt } from './reading'

/** So far behind a name the end of a longer one is looked for. */
const LONGEST = 12
/** One kanji before a name that is a word of its own: 対中国, 在日本, 旧ソ連, 両外相. */
const BEFORE = fromWords(({ all }) => new Set(all('before-name')))
/** One kanji behind a name that makes another word of it: 自衛隊|法, but not 防衛省|幹部. */
const MAKES_ANOTHER = fromWords(({ all }) => new Set(all('makes-another')))
/** Ends of longer names that begin with a place: 日本製鉄, 中国銀行, 台湾大学. */
const BODY_BEHIND = fromWords(({ any }) => new RegExp(`(?:${any('goes-on-place')})$`, 'u'))

/** Adverbs and words of time before a name: 当面|利下げ, 今後|米国. */
const WORD_BEFORE = fromWords(
  ({ any }) => new RegExp(`(?<!\\p{sc=Han})(?:${any('time-word')})$`, 'u'),
)
const WORD_FIRST = fromWords(({ any }) => new RegExp(`^(?:${any('time-word')})`, 'u'))
/** Katakana nouns that stand beside a place or body without making a name of it. */
const NOUN_BEHIND = fromWords(({ any }) => new RegExp(`^(?:${any('beside-name')})`, 'u'))
/** Words that begin no part of a name: 大手|銀行, 国内|大学, 関係|機関. */
export const COMMON_WORD = fromWords(({ any }) => new RegExp(`^(?:${any('describes')})`, 'u'))

/** Whether a run of letters begins with such a word. */
export const opensWithWord = (reading: Reading, run: string): boolean =>
  WORD_FIRST(reading).test(run)

/** Whether the same script goes on before a match as part of the same word. */
export function goesOnBefore(reading: Reading, start: number, length: number): boolean {
  const script = scriptAt(reading, start)
  if (start === 0 || scriptAt(reading, start - 1) !== script || script !== HAN) return false
  if (hitsUntil(reading, start).some((hit) => hit.end - hit.start > 1)) return false
  if (WORD_BEFORE(reading).test(reading.text.slice(Math.max(0, start - 4), start))) return false
  const before = reading.text[start - 1] ?? ''
  if (BEFORE(reading).has(before) && scriptAt(reading, start - 2) !== HAN) return false
  return length < 4
}

/** Whether what stands behind a match makes a longer name of it. */
export function goesOnBehind(
  reading: Reading,
  end: number,
  kind: 'place' | 'body' | null,
): boolean {
  const isPlace = kind === 'place'
  if (end >= reading.text.length) return false
  const script = scriptAt(reading, end)
  if (script !== HAN && script !== KATAKANA) return false
  const run = nounFrom(reading, end, LONGEST)
  const next = reading.text[end + run.length] ?? ''
  const known = hitsFrom(reading, end).some((hit) => hit.end - hit.start > 1)
  const last = scriptAt(reading, end - 1)
  // 報|じる is a verb of its own, 法|の a noun with its particle.
  const noun = !/^[ぁ-ん]/u.test(next) || /^[のはがをにでともやへな]/u.test(next)
  if (isPlace && /^[洋海湾島州市県川山語戦]$/u.test(run)) return true
  if (run.length === 1 && last === HAN && noun && MAKES_ANOTHER(reading).has(run)) return true
  if (
    isPlace &&
    ((BODY_BEHIND(reading).test(run) && !isCommon(reading, run)) ||
      // 八戸|学院光星: a school goes on as it likes.
      /^(?:標準時|時間|学[院園])/u.test(run))
  )
    return true
  // アメリカ陸軍|航空軍: a part of a force is a force of its own.
  if (kind === 'body' && last === HAN && run.length > 1 && run.endsWith('軍')) return true
  // 新年度予算|案: a draft budget is a word of its own.
  if (run[0] === '案' && reading.text.slice(end - 2, end) === '予算') return true
  if (isPlace && /^局(?:長|次長|参事官|審議官|課長)/u.test(run)) return true
  // NTT|データ, 日立|ハイテク: katakana that no known word is goes on the name of a body.
  if (!known && kind === 'body' && script === KATAKANA && (last === LATIN || last === HAN))
    return kana(run).length > 1 && !NOUN_BEHIND(reading).test(run)
  if (known || last !== HAN) return false
  // 日本|ハム, 沖縄|トラフ: katakana that no known word is goes on a name in kanji.
  if (script === KATAKANA)
    return (
      isPlace && !isArea(reading, end) && kana(run).length > 1 && !NOUN_BEHIND(reading).test(run)
    )
  // 法 and its like also end a name where another word follows: 自衛隊法|改正案.
  return run.length > 1 && (run[0] === '法' || run[0] === '級')
}

/** 大手|銀行 names none, but アメリカ|人 is one word. */
const isCommon = (reading: Reading, run: string): boolean =>
  COMMON_WORD(reading).test(run) && !run.endsWith('人')

/** テキサス州|ダラス: a smaller place follows a larger one. */
const isArea = (reading: Reading, end: number): boolean =>
  /[州県市都府区町村国]/u.test(reading.text[end - 1] ?? '')

const kana = (run: string): string => /^[ァ-ヺー]+/u.exec(run)?.[0] ?? ''
