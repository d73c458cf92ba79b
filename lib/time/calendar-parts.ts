/** The parts of a date, each read at one place: year, month, day, week, part of the day, clock. */
import {
  DAYS,
  MONTHS,
  NAMED_DAYS,
  PARTS,
  SEASON_YEARS,
  SEASONS,
  WEEKS,
  YEARS,
} from './calendar-words'
import { ERA, westernYear } from './eras'
import { NUMERAL, numberOf } from './numerals'
import { type Edge, fromContext, fromNow, type Point, type Ref, value } from './spec'
import { anyOf, matchAt, sticky } from './sticky'
import { ZONE } from './zones'

/** What a part adds to the point, and where it ends. */
export interface Part {
  readonly end: number
  readonly point: Point
}

const part = (match: RegExpExecArray, point: Point): Part => ({
  end: match.index + match[0].length,
  point,
})

// ── year

const WESTERN = sticky(
  `(?:西暦)?(?<year>[12][0-9]{3}|[一二][〇一二三四五六七八九]{3}|千[一二三四五六七八九十百]{1,6})年(?!間|ぶり|以上|余り|[前後](?!半))(?:\\(${ERA}(?:[0-9]{1,2}|元)年?\\))?`,
)
const WESTERN_WITH_ERA = sticky(`(?<year>[12][0-9]{3})\\(${ERA}(?:[0-9]{1,2}|元)\\)年`)
const IN_ERA = sticky(
  `(?<era>${ERA})(?<year>${NUMERAL}|元)(?:\\([12][0-9]{3}\\))?年(?!間|生|代)(?:\\([12][0-9]{3}年?\\))?`,
)
const EARLY = sticky('西暦(?<year>[0-9]{1,3})年')
const SHORT = sticky(
  `['’]?(?<year>[0-9]{2})年(?!間|ぶり|以上|以内|未満|[前後](?!半)|[目生物債式型余連足程来])`,
)
const WORD_YEAR = sticky(
  `(?<word>${anyOf(Object.keys(YEARS))})(?!金(?!融|利|価)|賀|齢|代|号|俸|輪|貢)`,
)
const YEARS_AWAY = sticky(
  `(?:今から|いまから|約|およそ|ほぼ)*(?<count>${NUMERAL}|十数|数)年(?:ほど|あまり|余り|くらい|ぐらい|近く)?(?<way>前|後)(?!半|倒|線|例|払|輩|継|者|任|記|期|述|回|身|提|進)`,
)
const DECADE = sticky(
  `(?:(?<year>[12][0-9]{2}0)|(?<short>[0-9]0)|(?<era>${ERA})(?<decade>[1-9]0))年代`,
)
const CENTURY = sticky(`(?<n>${NUMERAL})世紀(?!ぶり|以上|近く|にわた|半)`)
/** Two figures are a length of time, not a year, behind these or before those. */
const LENGTH_BEFORE =
  /(?:で|ら|懲役|禁錮|禁固|任期|過去|今後|この|ここ|以来|から|創業|創立|勤続|通算|最長|最短|最大|計|約|およそ|在位|築|もう|あと|残り|執行猶予|期間は?|向こう|就任|結婚|開始|生後|期限は?)$/
const LENGTH_BEHIND =
  /^(?:に(?:1|一|わた|及|およ|満|なり|なる)|という|の(?:刑|判決|実刑|歳月|歴史|伝統|節目|記念|任期|期間|寿命|契約)|をかけ|かけ|で(?:初|一|1|返済|終)|越し|超|もの|も(?:の|前|続|か|た)|未満|分|一日)/

/** The year at `index`, 2026年 and 令和8年 to 昨年, 24年 and 3年前; or null. */
export function yearAt(text: string, index: number): Part | null {
  const early = matchAt(EARLY, text, index)
  if (early) return part(early, { year: value(Number(early.groups?.year)) })
  const western = matchAt(WESTERN_WITH_ERA, text, index) ?? matchAt(WESTERN, text, index)
  if (western) return part(western, { year: value(numberOf(western.groups?.year ?? '')) })
  const era = matchAt(IN_ERA, text, index)
  if (era) {
    const year = westernYear(era.groups?.era ?? '', numberOf(era.groups?.year ?? ''))
    return year === null ? null : part(era, { year: value(year) })
  }
  const word = matchAt(WORD_YEAR, text, index)
  if (word) {
    const year = YEARS[word.groups?.word ?? '']
    return year ? part(word, { year }) : null
  }
  const away = matchAt(YEARS_AWAY, text, index)
  if (away) {
    const count = numberOf(away.groups?.count ?? '')
    if (Number.isNaN(count)) return null
    return part(away, { year: awayFrom(text, index, away.groups?.way === '前' ? -count : count) })
  }
  const short = matchAt(SHORT, text, index)
  if (short && !isLength(text, index, short.index + short[0].length))
    return part(short, { year: { at: 'short', n: Number(short.groups?.year) } })
  return null
}

/** Length of an era's year at `index` that never was: 令和99年, 令和0年. 0 where there is none. */
export function impossibleYearAt(text: string, index: number): number {
  const era = matchAt(IN_ERA, text, index)
  const { era: name = '', year = '' } = era?.groups ?? {}
  return era && westernYear(name, numberOf(year)) === null ? era[0].length : 0
}

/** `true` where 20年 at `index` is twenty years and not 2020. */
function isLength(text: string, index: number, end: number): boolean {
  if (/^(?:[0-9]{1,2}月|度|[春夏秋冬末初半上下前後])/.test(text.slice(end, end + 3))) return false
  return (
    LENGTH_BEFORE.test(text.slice(Math.max(0, index - 6), index)) ||
    LENGTH_BEHIND.test(text.slice(end, end + 4))
  )
}

/** 選挙の3日前 counts from the election, 3日前に from today. */
function awayFrom(text: string, index: number, offset: number): Ref {
  const before = text.slice(Math.max(0, index - 2), index)
  const anchored = /[一-龥ァ-ヶー々](?:の|から)?$|(?:その|この|から)$/.test(before)
  const cut =
    /[、。,.「『(]$|^$/.test(before) ||
    /(?:今|いま)から$/.test(text.slice(Math.max(0, index - 4), index))
  return anchored && !cut ? fromContext(offset) : fromNow(offset)
}

/** 1990年代, 90年代, 昭和40年代, 21世紀; or null. */
export function longPeriodAt(text: string, index: number): Part | null {
  const decade = matchAt(DECADE, text, index)
  if (decade) {
    const { year, short, era, decade: tens } = decade.groups ?? {}
    if (year) return part(decade, { year: value(Number(year)), decade: true })
    if (short) return part(decade, { year: { at: 'short', n: Number(short) }, decade: true })
    const first = westernYear(era ?? '', Number(tens))
    return first === null ? null : part(decade, { year: value(first), decade: true })
  }
  const century = matchAt(CENTURY, text, index)
  const n = numberOf(century?.groups?.n ?? '')
  return century && n >= 1 && n <= 30 ? part(century, { year: value(n), century: true }) : null
}

// ── what narrows a year: fiscal, season, quarter, half

const FISCAL = sticky('度(?!合|胆|数|重|外|量|目)')
const SEASON = sticky(
  'の?(?<season>[春夏秋冬])(?!闘|節|分|場所|季|期|学|休|物|巻|画|至|眠|服|山|祭|まつり)',
)
const QUARTER = sticky('の?第(?<n>[1-4一二三四])四半期')
const HALF = sticky('の?(?:(?<first>上半期|上期)|(?<second>下半期|下期))')
const SEASON_WORD = sticky(
  `(?<year>${anyOf(Object.keys(SEASON_YEARS))})(?<season>[春夏秋冬])(?!闘|節|分|季|期|場所|至|眠)`,
)

export const fiscalAt = (text: string, index: number): Part | null => {
  const match = matchAt(FISCAL, text, index)
  return match && part(match, { fiscal: true })
}

export function yearDivisionAt(text: string, index: number): Part | null {
  const season = matchAt(SEASON, text, index)
  if (season) return part(season, { season: SEASONS[season.groups?.season ?? ''] ?? 21 })
  const quarter = matchAt(QUARTER, text, index)
  if (quarter) return part(quarter, { quarter: numberOf(quarter.groups?.n ?? '') })
  const half = matchAt(HALF, text, index)
  return half && part(half, { half: half.groups?.first ? 1 : 2 })
}

/** 今春, 昨秋; or null. */
export function seasonWordAt(text: string, index: number): Part | null {
  const match = matchAt(SEASON_WORD, text, index)
  const year = SEASON_YEARS[match?.groups?.year ?? '']
  const season = SEASONS[match?.groups?.season ?? '']
  return match && year && season ? part(match, { year, season }) : null
}

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

// ── part of the day and clock

const PART = sticky(
  `(?:の)?(?<part>${anyOf(Object.keys(PARTS))})(?!鮮|刊|食|日(?!本)|間|勤|廷|礼|市|張|景|空|行)(?:ごろ|頃)?`,
)
const AFTER_CLOCK =
  '(?:ちょうど|きっかり)?(?:前後|前(?![半後回])|すぎ|過ぎ|ごろ|頃|ころ)?(?:\\((?:' +
  ZONE +
  '[、,])?(?<zone>' +
  ZONE +
  ')\\))?(?:前(?![半後回])|すぎ|過ぎ|ごろ|頃|ころ)?'
const NOT_CLOCK =
  '(?!間|代|点|期|給|効|差|速|価|刻|計|短|限|評|折|局|系|々|事|世|宜|化|制|季|空|には厳)'
const CLOCK = sticky(
  `(?<hour>[0-9]{1,2})時${NOT_CLOCK}(?:(?<half>半)|(?<minute>[0-9]{1,2})分(?!の|間|ほど遅)(?:(?<second>[0-9]{1,2})秒)?)?${AFTER_CLOCK}`,
)
const KANJI_CLOCK = sticky(
  `(?<hour>[一二三四五六七八九十〇零]{1,3})時${NOT_CLOCK}(?:(?<half>半)|(?<minute>[一二三四五六七八九十〇]{1,3})分)?${AFTER_CLOCK}`,
)
const COLON_CLOCK = sticky(
  `(?<hour>[0-9]{1,2}):(?<minute>[0-5][0-9])(?::(?<second>[0-5][0-9]))?(?![0-9:])(?: ?UTC(?<utc>))?${AFTER_CLOCK}`,
)

export function partOfDayAt(text: string, index: number): Part | null {
  const match = matchAt(PART, text, index)
  const known = PARTS[match?.groups?.part ?? '']
  return match && known ? part(match, { part: known }) : null
}

/**
 * 14時45分, 8時半, 22:00すぎ, with the zone in brackets behind it.
 *
 * @param kanji whether 十時 may be a clock time here: only beside a date or a part of the day.
 */
export function clockAt(text: string, index: number, kanji: boolean): Part | null {
  const match =
    matchAt(CLOCK, text, index) ??
    matchAt(COLON_CLOCK, text, index) ??
    (kanji ? matchAt(KANJI_CLOCK, text, index) : null)
  if (!match) return null
  const { hour = '', half, minute, second, zone, utc } = match.groups ?? {}
  const clock = {
    hour: numberOf(hour),
    minute: half ? 30 : minute ? numberOf(minute) : 0,
    second: second ? Number(second) : null,
  }
  if (!(clock.hour <= 30 && clock.minute < 60 && (clock.second ?? 0) < 60)) return null
  const named = zone ?? (utc === undefined ? undefined : 'UTC')
  return part(match, { clock, ...(named && { zone: named }) })
}
