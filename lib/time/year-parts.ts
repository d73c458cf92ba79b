/** Years and what is longer or narrows them: 2026年, 令和8年, 1990年代, 年度, 今春. */
import { SEASON_YEARS, SEASONS, YEARS } from './calendar-words'
import { ERA, OLD_ERA_NAMES, oldEraYear, westernYear } from './eras'
import { NUMERAL, numberOf } from './numerals'
import { awayFrom, type Part, part } from './part'
import { value } from './spec'
import { anyOf, matchAt, sticky } from './sticky'

const WESTERN = sticky(
  `(?:西暦)?(?<year>[12][0-9]{3}|[一二][〇一二三四五六七八九]{3}|千[一二三四五六七八九十百]{1,6})年(?!間|ぶり|以上|余り|[前後](?!半))(?:\\(${ERA}(?:[0-9]{1,2}|元)年?\\))?`,
)
const WESTERN_WITH_ERA = sticky(`(?<year>[12][0-9]{3})\\(${ERA}(?:[0-9]{1,2}|元)\\)年`)
const IN_ERA = sticky(
  `(?<era>${ERA})(?<year>${NUMERAL}|元)(?:\\([12][0-9]{3}\\))?年(?!間|生|代)(?:\\([12][0-9]{3}年?\\))?`,
)
/** 安政二年十月二日: days of the moon's calendar, which are none of ours. */
const IN_OLD_ERA = sticky(
  `(?<![一-龥々ァ-ヶー])(?<era>${anyOf(OLD_ERA_NAMES)})(?<year>${NUMERAL}|元)年(?!間|生|代|ぶり)(?:(?<leap>閏)?(?<month>${NUMERAL})月(?:(?:${NUMERAL})日)?)?`,
)
/** From here on a month of the moon may lie in the next year of our calendar. */
const LATE_MONTH = 11
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

/** A year of an era before Meiji, with the month and day behind it, which say no more than the year; or null. */
export function oldYearAt(text: string, index: number): Part | null {
  const match = matchAt(IN_OLD_ERA, text, index)
  const year = match && oldYearOf(match)
  return match && year ? part(match, { year: value(year) }) : null
}

function oldYearOf(match: RegExpExecArray): number | null {
  const { era = '', year = '', month } = match.groups ?? {}
  if (month && numberOf(month) >= LATE_MONTH) return null
  return oldEraYear(era, numberOf(year))
}

/** Length of an era's year at `index` that never was or is not certain: 令和99年, 文化30年. 0 where there is none. */
export function impossibleYearAt(text: string, index: number): number {
  const old = matchAt(IN_OLD_ERA, text, index)
  if (old) return oldYearOf(old) === null ? old[0].length : 0
  const era = matchAt(IN_ERA, text, index)
  const { era: name = '', year = '' } = era?.groups ?? {}
  return era && westernYear(name, numberOf(year)) === null ? era[0].length : 0
}

/** Nouns and adverbs behind which two figures are a year all the same: 前回24年の大統領選. */
const YEAR_BEHIND =
  /(?:[前今次]回|直近|最近|当時|当初|現在|以降|以後|以前|一方|西暦|同様|最終|最新|当年|[翌同昨])$/
/** 国交正常化60年, 被爆80年, リニューアル10年: behind the noun of what began, a length. */
const NOUN = /[一-龥々ァ-ヶー]$/

/** `true` where 20年 at `index` is twenty years and not 2020. */
function isLength(text: string, index: number, end: number): boolean {
  if (/^(?:[0-9]{1,2}月|度|[春夏秋冬末初半上下前後])/.test(text.slice(end, end + 3))) return false
  const before = text.slice(Math.max(0, index - 6), index)
  return (
    LENGTH_BEFORE.test(before) ||
    (NOUN.test(before) && !YEAR_BEHIND.test(before)) ||
    LENGTH_BEHIND.test(text.slice(end, end + 4))
  )
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
