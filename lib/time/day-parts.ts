/** Months, days and weeks with their edges: 3月上旬, 22日, きょう, 来週. */
import { DAYS, MONTHS, NAMED_DAYS, WEEKS } from './calendar-words'
import { NUMERAL, numberOf } from './numerals'
import { awayFrom, type Part, part } from './part'
import { type Edge, value } from './spec'
import { anyOf, matchAt, sticky } from './sticky'

// ── month

const MONTH = sticky(
  `(?<month>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?<closing>期(?![待間限日末]))?(?!間|面|例会|謝|給|刊|号|次|額|収|ごと|おき|曜)`,
)
const MONTH_WORD = sticky(`(?<word>${anyOf(Object.keys(MONTHS))})(?!曜|刊|給)`)
const MONTHS_AWAY = sticky(
  `(?:約|およそ)?(?<count>[0-9]{1,2}|[一二三四五六七八九十]{1,2})[カかヶケヵ箇ヵ]月(?<way>前|後)(?!半|倒)`,
)

/** 3月, 来月, 2カ月前; or null. */
export function monthAt(text: string, index: number): Part | null {
  const number = matchAt(MONTH, text, index)
  if (number) {
    const month = numberOf(number.groups?.month ?? '')
    if (!(month >= 1 && month <= 12)) return null
    return part(number, { month: value(month), ...(number.groups?.closing && { closing: true }) })
  }
  const word = matchAt(MONTH_WORD, text, index)
  const ref = MONTHS[word?.groups?.word ?? '']
  if (word && ref) return part(word, { month: ref })
  const away = matchAt(MONTHS_AWAY, text, index)
  if (!away) return null
  const count = numberOf(away.groups?.count ?? '')
  return part(away, { month: awayFrom(text, index, away.groups?.way === '前' ? -count : count) })
}

// ── edges of years, months and weeks

const EDGE = sticky(
  '(?:の)?(?:(?<E>上旬|初旬|前半(?!戦)|初め(?!て)|始め(?!た|る|て)|はじめ(?!て|た|る)|初頭|頭(?=に|から|の|、))|(?<M>中旬|半ば|なかば|中ごろ|中頃)|(?<L>下旬|後半(?!戦)|終わり(?=に|の|、)|末(?!期|端|裔|席|っ子)日?))',
)
const WITHIN = sticky('(?:中|内|いっぱい|じゅう)(?=[にのはもをでと、。」]|$)')

/** 上旬, 前半, 末 …; 中, 内, いっぱい add nothing to the value but belong to the span. */
export function edgeAt(text: string, index: number): Part | null {
  const match = matchAt(EDGE, text, index)
  if (match) {
    const edge = (['E', 'M', 'L'] as const).find((name) => match.groups?.[name]) as Edge
    return part(match, { edge })
  }
  const within = matchAt(WITHIN, text, index)
  return within && part(within, {})
}

// ── day

export const WEEKDAY_IN_BRACKETS = '(?:\\([月火水木金土日](?:曜日?)?(?:[・=]?[祝休])?\\))?'
const DAY = sticky(
  `(?<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})日(?!間|目|ぶり|以内|以上|余り|連続|がかり|[分々](?!の)|[前後](?![半回])|本(?:社|部|店|人|紙|会議|列島)|経|銀(?!行)|曜)${WEEKDAY_IN_BRACKETS}(?:付(?:け|の)?)?(?:現在)?`,
)
const DAY_WORD = sticky(`(?<word>${anyOf(Object.keys(DAYS))})(?!本|産|経|野|系(?!の))`)
const NAMED_DAY = sticky(anyOf(Object.keys(NAMED_DAYS)))
const DAYS_AWAY = sticky(
  `(?:約|およそ)?(?<count>[0-9]{1,3}|[一二三四五六七八九十]{1,3})日(?<way>前|後)(?!半|倒)`,
)
const WEEKS_AWAY = sticky(
  `(?:約|およそ)?(?<count>[0-9]{1,2}|[一二三四五六七八九十]{1,2})週間(?<way>前|後)(?!半|倒)`,
)
const NTH_DAY = sticky(`(?<n>${NUMERAL}|初)日目?(?<=目|初日)`)

const DAYS_LEFT = /(?:中|あと|残り|まだ|もう|わずか|最大|最長)$/

/** 22日, きょう, 翌日, 3日前, 二日目; or null. */
export function dayAt(text: string, index: number): Part | null {
  const number = matchAt(DAY, text, index)
  // 中4日, あと3日: so many days, not that day.
  if (number && DAYS_LEFT.test(text.slice(Math.max(0, index - 2), index))) return null
  if (number) {
    const day = numberOf(number.groups?.day ?? '')
    if (day >= 1 && day <= 31) return part(number, { day: value(day) })
  }
  const nth = matchAt(NTH_DAY, text, index)
  if (nth) {
    const n = nth.groups?.n === '初' ? 1 : numberOf(nth.groups?.n ?? '')
    return n >= 1 && n <= 31 ? part(nth, { nth: n }) : null
  }
  const word = matchAt(DAY_WORD, text, index)
  const known = DAYS[word?.groups?.word ?? '']
  if (word && known) return part(word, { ...known })
  const named = matchAt(NAMED_DAY, text, index)
  const fixed = NAMED_DAYS[named?.[0] ?? '']
  if (named && fixed) return part(named, { month: value(fixed.month), day: value(fixed.day) })
  for (const [pattern, key, unit] of [
    [DAYS_AWAY, 'day', 1],
    [WEEKS_AWAY, 'week', 1],
  ] as const) {
    const away = matchAt(pattern, text, index)
    if (!away) continue
    const count = numberOf(away.groups?.count ?? '') * unit
    return part(away, { [key]: awayFrom(text, index, away.groups?.way === '前' ? -count : count) })
  }
  return null
}

// ── week

const WEEK_WORD = sticky(
  `(?<word>${anyOf(Object.keys(WEEKS))})(?!刊)(?:の?(?<weekday>[月火水木金土日])曜日?|(?<end>末)|(?<start>明け|初め|はじめ|前半)|(?<late>後半))?(?:中(?=[にのはも、]))?`,
)
const WEEKDAY = sticky('(?<weekday>[月火水木金土日])曜日?(?![版劇討洋])')
const WEEKEND = sticky('(?:週末(?!期)|(?<after>週明け))')

/** 来週, 先週土曜日, 今週末, 月曜日, 週末; or null. */
export function weekAt(text: string, index: number): Part | null {
  const word = matchAt(WEEK_WORD, text, index)
  const week = WEEKS[word?.groups?.word ?? '']
  if (word && week) {
    const { weekday, end, start, late } = word.groups ?? {}
    if (weekday) return part(word, { week, weekday: '月火水木金土日'.indexOf(weekday) + 1 })
    if (end) return part(word, { week, weekend: true })
    if (start?.startsWith('明')) return part(word, { week, weekday: 1 })
    return part(word, { week, ...(start && { edge: 'E' }), ...(late && { edge: 'L' }) })
  }
  const weekday = matchAt(WEEKDAY, text, index)
  if (weekday)
    return part(weekday, { weekday: '月火水木金土日'.indexOf(weekday.groups?.weekday ?? '') + 1 })
  const weekend = matchAt(WEEKEND, text, index)
  if (!weekend) return null
  return part(weekend, weekend.groups?.after ? { weekday: 1 } : { weekend: true })
}
