/** A whole date or time read at one place: 昨年12月, 来月19日, 21日午後3時(日本時間). */
import { clockAt, partOfDayAt } from './clock-parts'
import { dayAt, edgeAt, monthAt, WEEKDAY_IN_BRACKETS, weekAt } from './day-parts'
import { ERA, westernYear } from './eras'
import type { Part } from './part'
import { type Point, value } from './spec'
import { matchAt, sticky } from './sticky'
import {
  fiscalAt,
  longPeriodAt,
  oldYearAt,
  seasonWordAt,
  yearAt,
  yearDivisionAt,
} from './year-parts'
import { ZONE } from './zones'

/** 2026-02-20, 2026・2・20, 10/28/2025, R8.3.19, 令和3/7/18, 2021/7. */
const NUMERIC = sticky(
  `(?:(?<y>[12][0-9]{3})(?<s>[-/.・,])(?<m>[01]?[0-9])\\k<s>(?<d>[0-3]?[0-9])|(?<us1>[0-3]?[0-9])/(?<us2>[0-3]?[0-9])/(?<us3>[12][0-9]{3})|(?<era>${ERA})(?<ey>[0-9]{1,2})(?<es>[-/.・,])(?<em>[01]?[0-9])\\k<es>(?<ed>[0-3]?[0-9]))(?![0-9])${WEEKDAY_IN_BRACKETS}`,
)
const YEAR_MONTH = sticky('(?<y>[12][0-9]{3})/(?<m>[01]?[0-9])(?![0-9/])')
const ISO_TIME = sticky('T(?=[0-9]{2}:)')
/** 3/19 is a day where a day's words follow, otherwise it may be a fraction. */
const SLASH_DAY = sticky(
  '(?<m>[01]?[0-9])/(?<d>[0-3]?[0-9])(?![0-9/])(?=\\([月火水木金土日]|に(?!分|は)|から|まで|[~-][0-9]|の[0-9朝昼夜午]| [0-9]{1,2}:|[発開公放]|(?<=^[0-9/]{3,5})$)(?:\\([月火水木金土日][^)]?\\))?',
)
const ENGLISH = sticky(
  '(?<y>[12][0-9]{3}) ?(?<m>January|February|March|April|May|June|July|August|September|October|November|December) ?(?<d>[0-9]{1,2}?)(?= ?[0-9]{2}:[0-9]{2}:|[^0-9]|$)',
)
const ENGLISH_MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'
const YEAR_EDGE = sticky(
  '(?:(?<turn>年末年始)|(?<L>年末|年の瀬)|(?<E>年明け|年始|年初|年頭)|(?<in>年内)|(?<fiscal>年度)(?:(?<fL>末)|(?<fE>初め|始め|当初|明け)|(?<fin>内|中|後半|前半)))',
)
const MONTH_EDGE = sticky('(?:(?<L>月末)|(?<E>月初め?|月初)|(?<M>月半ば)|月内)')
const SAME = sticky('同(?=[0-9]{1,2}[日月])')
const TODAY = sticky('[本昨明](?=[0-9]{1,2}日)')
const NO = sticky('の')
const ZONE_BEFORE = new RegExp(`(?<zone>${ZONE})の?$`, 'u')

interface Found {
  readonly end: number
  readonly point: Point
}

const hasDate = (point: Point): boolean =>
  Boolean(point.day || point.weekday || point.weekend || point.nth || point.month || point.week)

/** The date or time at `index` of the squeezed text, or null. */
export function pointAt(text: string, index: number): Found | null {
  const found = numericAt(text, index) ?? wordedAt(text, index)
  if (!found?.point.clock || found.point.zone) return found
  const zone = zoneBefore(text, index)
  return zone ? { ...found, point: { ...found.point, zone } } : found
}

function numericAt(text: string, index: number): Found | null {
  const match =
    matchAt(NUMERIC, text, index) ??
    matchAt(YEAR_MONTH, text, index) ??
    matchAt(SLASH_DAY, text, index) ??
    matchAt(ENGLISH, text, index)
  if (!match) return null
  const g = match.groups ?? {}
  const point: Point = {}
  if (g.us3) {
    // 10/28/2025 is American, 28/10/2025 can only be European.
    const [month, day] = Number(g.us1) > 12 ? [g.us2, g.us1] : [g.us1, g.us2]
    Object.assign(point, {
      year: value(Number(g.us3)),
      month: value(Number(month)),
      day: value(Number(day)),
    })
  } else if (g.era) {
    const year = westernYear(g.era, Number(g.ey))
    if (year === null) return null
    Object.assign(point, {
      year: value(year),
      month: value(Number(g.em)),
      day: value(Number(g.ed)),
    })
  } else {
    const month = /^[0-9]/.test(g.m ?? '')
      ? Number(g.m)
      : ENGLISH_MONTHS.indexOf((g.m ?? '').slice(0, 3)) / 3 + 1
    if (g.y) point.year = value(Number(g.y))
    point.month = value(month)
    if (g.d) point.day = value(Number(g.d))
  }
  return withTime(text, match.index + match[0].length, point)
}

function wordedAt(text: string, index: number): Found | null {
  const edge = yearEdgeAt(text, index)
  if (edge) return edge
  let end = index
  let point: Point = {}
  const take = (part: Part | null): boolean => {
    if (!part) return false
    end = part.end
    point = { ...point, ...part.point }
    return true
  }
  /** Tries what may follow, with or without の between. */
  const takeAfter = (read: (text: string, at: number) => Part | null): boolean => {
    if (take(read(text, end))) return true
    const no = matchAt(NO, text, end)
    return no !== null && end > index && take(read(text, end + 1))
  }
  if (take(longPeriodAt(text, index))) {
    takeAfter(edgeAt)
    return { end, point }
  }
  if (take(seasonWordAt(text, index)) || take(oldYearAt(text, index))) return { end, point }
  // 本20日, 昨19日: the day is named twice.
  const today = matchAt(TODAY, text, index)
  const dated = today && dayAt(text, index + 1)
  if (dated?.point.day?.at === 'value')
    return withTime(text, dated.end, { ...dated.point, month: { at: 'now', offset: 0 } })
  let same = false
  if (matchAt(SAME, text, index)) {
    same = true
    end = index + 1
  }
  if (!same && take(yearAt(text, index))) {
    if (take(fiscalAt(text, end))) {
      if (!takeAfter(yearDivisionAt)) takeAfter(edgeAt)
      return { end, point }
    }
    if (take(yearDivisionAt(text, end))) return { end, point }
    const beforeMonth = end
    if (!takeAfter(monthNumberAt)) {
      if (take(edgeAt(text, end))) return { end, point }
      // 昨年の大みそか
      const named = takeAfter((t, at) =>
        /^[元大]/.test(t.slice(at, at + 1)) ? dayAt(t, at) : null,
      )
      return named ? withTime(text, end, point) : { end: beforeMonth, point }
    }
  } else if (!take(monthAt(text, end)) && monthEdge(text, end, take)) {
    return { end, point }
  }
  if (point.month) {
    if (same) point = { ...point, year: { at: 'context', offset: 0 } }
    if (takeAfter(dayNumberAt)) return withTime(text, end, point)
    takeAfter(edgeAt)
    return end > index + (same ? 1 : 0) ? { end, point } : null
  }
  if (take(dayAt(text, end))) {
    if (same) point = { ...point, month: { at: 'context', offset: 0 } }
    return withTime(text, end, point)
  }
  if (same) return null
  if (take(weekAt(text, index))) return withTime(text, end, point)
  const alone = withTime(text, index, point)
  return alone.end > index ? alone : null
}

/** Behind a year only numbered months: 今年の来月 is two expressions. */
const monthNumberAt = (text: string, at: number): Part | null =>
  /[0-9一二三四五六七八九十]/.test(text[at] ?? '') ? monthAt(text, at) : null
const dayNumberAt = (text: string, at: number): Part | null => {
  const found = /[0-9一二三四五六七八九十]/.test(text[at] ?? '') ? dayAt(text, at) : null
  return found?.point.day?.at === 'value' ? found : null
}

function yearEdgeAt(text: string, index: number): Found | null {
  const match = matchAt(YEAR_EDGE, text, index)
  if (
    !match ||
    /[0-9〇一二三四五六七八九十半数同昨今来前翌本例毎去元新少青豊]/.test(text[index - 1] ?? '')
  )
    return null
  const g = match.groups ?? {}
  const end = index + match[0].length
  if (g.fiscal) {
    const year = { at: 'now', offset: 0 } as const
    return {
      end,
      point: { year, fiscal: true, ...(g.fL && { edge: 'L' }), ...(g.fE && { edge: 'E' }) },
    }
  }
  if (g.in) return { end, point: { year: { at: 'now', offset: 0 } } }
  if (g.E) return { end, point: { year: { at: 'nearest', month: 1 }, edge: 'E' } }
  return { end, point: { year: { at: 'nearest', month: 12 }, edge: 'L' } }
}

function monthEdge(text: string, index: number, take: (part: Part | null) => boolean): boolean {
  const match = matchAt(MONTH_EDGE, text, index)
  if (!match || /[0-9〇一二三四五六七八九十今来先前翌同本毎カかヶケ箇]/.test(text[index - 1] ?? ''))
    return false
  const edge = match.groups?.E ? 'E' : match.groups?.M ? 'M' : match.groups?.L ? 'L' : undefined
  return take({
    end: index + match[0].length,
    point: { month: { at: 'now', offset: 0 }, ...(edge && { edge }) },
  })
}

/** Adds part of the day, clock and zone to a date, or reads them alone. */
function withTime(text: string, from: number, date: Point): Found {
  let end = from
  let point = date
  const bare = !hasDate(date)
  const iso = matchAt(ISO_TIME, text, end)
  if (iso) end++
  const gap = text[end] === ' ' ? 1 : 0
  const part = partOfDayAt(text, end)
  if (part && !(bare && !standsAlone(text, end, part.end))) {
    end = part.end
    point = { ...point, ...part.point }
  }
  const clock = clockAt(text, end + (end === from ? gap : 0), !bare || Boolean(point.part))
  if (clock && !(bare && !point.part && /[0-9.:第]/.test(text[from - 1] ?? ''))) {
    end = clock.end
    point = { ...point, ...clock.point }
  } else if (iso && end === from + 1) end = from
  return { end, point }
}

/** 朝 or 夜 without a day: only where it is a word of its own. */
function standsAlone(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end)
  if (/[0-9]/.test(text[end] ?? '') || /^(?:午前|午後)/.test(word)) return !/^の/.test(word)
  if (word.startsWith('の')) return false
  const before = text[start - 1] ?? ''
  const behind = text[end] ?? ''
  if (word.length === 1 && !/[にはもからのま、]/.test(behind)) return false
  if (/[一-龥ァ-ヶー々]/.test(behind)) return false
  if (word.length > 1 && behind === 'に') return true
  return !/[一-龥々]/.test(before)
}

/** The zone named just before a date: 日本時間の20日午前2時. */
const zoneBefore = (text: string, index: number): string | undefined =>
  ZONE_BEFORE.exec(text.slice(Math.max(0, index - 24), index))?.groups?.zone
