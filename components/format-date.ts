/**
 * Dates for people, at the precision they are known with: 2026年3月19日(木), 2026年春, 2026年2月前半.
 *
 * In: EDTF as `lib/time/edtf.ts` writes it, or an ISO instant. A day is never made out of a month.
 */
import { uiLanguage } from '../lib/i18n'

export type DateLanguage = 'ja' | 'en'

const WEEKDAYS = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const SEASONS = {
  ja: { '21': '春', '22': '夏', '23': '秋', '24': '冬' },
  en: { '21': 'spring', '22': 'summer', '23': 'autumn', '24': 'winter' },
} as const
const QUARTERS = {
  ja: { '33': '1〜3月期', '34': '4〜6月期', '35': '7〜9月期', '36': '10〜12月期' },
  en: { '33': 'Q1', '34': 'Q2', '35': 'Q3', '36': 'Q4' },
} as const
const DAY_PARTS: Record<DateLanguage, Record<string, string>> = {
  ja: { MO: '午前', MI: '正午ごろ', AF: '午後', EV: '夕方', NI: '夜', DT: '日中' },
  en: {
    MO: 'morning',
    MI: 'noon',
    AF: 'afternoon',
    EV: 'evening',
    NI: 'night',
    DT: 'daytime',
  },
}
const YEAR_PARTS: Record<DateLanguage, Record<string, string>> = {
  ja: { E: '前半', M: '半ば', L: '末', B: '初め', F: '末' },
  en: { E: 'early', M: 'mid', L: 'late', B: 'start of', F: 'end of' },
}
const MONTH_PARTS: Record<DateLanguage, Record<string, string>> = {
  ja: { E: '前半', M: '半ば', L: '後半', B: '初め', F: '末' },
  en: YEAR_PARTS.en,
}

interface Point {
  year: string
  month: string | undefined
  day: string | undefined
  clock: string | undefined
  part: string | undefined
}

const POINT =
  /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?(?:T([A-Z]{2}|[\d:]+)[^~]*)?(?:~([EMLBF]))?$/

function parse(point: string): Point | null {
  const found = POINT.exec(point.replace(/\.\d+(?=Z|[+-]|$)/, ''))
  if (!found) return null
  const [, year = '', month, day, clock, part] = found
  return { year, month, day: day === 'XX' ? undefined : day, clock, part }
}

/** 「木」 of 2026-03-19; null where the year is not known. */
function weekday(point: Point, language: DateLanguage): string | null {
  const { year, month, day } = point
  if (!day || !month || !/^\d{4}$/.test(year)) return null
  return WEEKDAYS[language][new Date(Date.UTC(+year, +month - 1, +day)).getUTCDay()] ?? null
}

function yearName(year: string, language: DateLanguage): string {
  if (year === 'XXXX') return ''
  if (year.endsWith('XX'))
    return language === 'ja' ? `${+year.slice(0, 2) + 1}世紀` : `${year.slice(0, 2)}00s`
  if (year.endsWith('X'))
    return language === 'ja' ? `${year.slice(0, 3)}0年代` : `${year.slice(0, 3)}0s`
  return language === 'ja' ? `${year}年` : year
}

function clockName(clock: string | undefined, language: DateLanguage): string {
  if (!clock) return ''
  const part = DAY_PARTS[language][clock]
  if (part) return language === 'ja' ? part : `, ${part}`
  return ` ${clock.slice(0, 5)}`
}

interface Shown {
  year: boolean
  month: boolean
}

function pointName(point: Point, language: DateLanguage, shown: Shown): string {
  const { month, day } = point
  const year = shown.year ? yearName(point.year, language) : ''
  if (!month || month === 'XX') {
    const part = point.part ? YEAR_PARTS[language][point.part] : undefined
    return part ? (language === 'ja' ? `${year}${part}` : `${part} ${year}`) : year
  }
  const named =
    SEASONS[language][month as keyof typeof SEASONS.ja] ??
    QUARTERS[language][month as keyof typeof QUARTERS.ja]
  if (named) return language === 'ja' ? `${year}${named}` : `${named} ${year}`.trim()
  const part = point.part ? MONTH_PARTS[language][point.part] : undefined
  const week = weekday(point, language)
  if (language === 'en') {
    const body = [day && String(+day), MONTHS[+month - 1], year].filter(Boolean).join(' ')
    return `${part ? `${part} ` : ''}${body}${week ? ` (${week})` : ''}${clockName(point.clock, 'en')}`
  }
  const monthName = shown.month ? `${+month}月` : ''
  if (!day) return `${year}${monthName}${part ?? ''}`
  return `${year}${monthName}${+day}日${week ? `(${week})` : ''}${clockName(point.clock, 'ja')}`
}

const ALL: Shown = { year: true, month: true }

/**
 * An EDTF value in the words of `language`.
 * @returns the value itself where it is not EDTF.
 */
export function formatEdtf(value: string, language: DateLanguage = uiLanguage()): string {
  if (!value.includes('/')) {
    const point = parse(value)
    return point ? pointName(point, language, ALL) : value
  }
  const [from = '', to = ''] = value.split('/')
  const start = parse(from)
  const end = parse(to)
  const dash = language === 'ja' ? '〜' : ' – '
  if (start && !end) return `${pointName(start, language, ALL)}${dash}`.trimEnd()
  if (end && !start) return `${dash}${pointName(end, language, ALL)}`.trimStart()
  if (!start || !end) return value
  const sameYear = start.year === end.year
  const shown = { year: !sameYear, month: !sameYear || start.month !== end.month }
  // English puts the year last, so the first half gives up what the second repeats.
  return language === 'ja'
    ? `${pointName(start, 'ja', ALL)}${dash}${pointName(end, 'ja', shown)}`
    : `${pointName(start, 'en', { year: !sameYear, month: true })}${dash}${pointName(end, 'en', ALL)}`
}

/** Day of an ISO day or instant, as its own text says: 2026年3月19日(木). Null stays null. */
export function formatDay(
  value: string | null,
  language: DateLanguage = uiLanguage(),
): string | null {
  return value === null ? null : formatEdtf(value.replace(/T.*$/, ''), language)
}

/** Year and month of a date, whatever more is known: 2026年3月. */
export const formatMonth = (value: string, language: DateLanguage = uiLanguage()): string =>
  formatEdtf(value.slice(0, 7), language)

/** An instant of the reader's own clock (a save, a backup), in the reader's zone, to the minute. */
export function formatInstant(instant: string, language: DateLanguage = uiLanguage()): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return formatEdtf(`${day}T${two(at.getHours())}:${two(at.getMinutes())}`, language)
}

/** What a list shows in its gutter under a year: 3月19日(木), 春, 2月前半; empty where only the year is known. */
export function formatWithinYear(value: string, language: DateLanguage = uiLanguage()): string {
  const [from = '', to] = value.split('/')
  const start = parse(from)
  if (!start) return formatEdtf(value, language)
  const yearless = { year: false, month: true }
  if (to === undefined) return pointName(start, language, yearless).trim()
  const end = parse(to)
  if (end?.year !== start.year) {
    const whole = formatEdtf(value, language)
    const year = yearName(start.year, language)
    return language === 'ja' && whole.startsWith(year) ? whole.slice(year.length) : whole
  }
  const shown = { year: false, month: language === 'en' || start.month !== end.month }
  const dash = language === 'ja' ? '〜' : ' – '
  return `${pointName(start, language, yearless)}${dash}${pointName(end, language, shown)}`
}

/** A date may break after its dash and before the part of the day, nowhere else. */
export const breakable = (date: string): string =>
  date.replace(/[〜年]/g, '$&\u200b').replace(/\)(?=[^〜)])/g, ')\u200b')
