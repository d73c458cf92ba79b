/** Dates as publishers write them, made into ISO 8601: an instant with its zone, or a day. */

/** Japan has had one zone and no summer time since 1951. */
const JAPAN = '+09:00'

const DIGITS = '〇一二三四五六七八九'
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** The year before the first of each era. */
const ERAS: Readonly<Record<string, number>> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  M: 1867,
  T: 1911,
  S: 1925,
  H: 1988,
  R: 2018,
}

/** A number in a date: digits, or Chinese ones. */
const N = '(\\d{1,2}|[〇零一二三四五六七八九十]{1,3})'
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'

type Parts = [year: number, month: number, day: number]
const WRITTEN: [pattern: string, read: (...groups: string[]) => Parts][] = [
  [
    '(?<!\\d)(\\d{4})(?:-|/|\\.|年)\\s?(\\d{1,2})(?:-|/|\\.|月)\\s?(\\d{1,2})(?:日|(?!\\d))',
    numbers,
  ],
  ['(?<!\\d)(\\d{4})(\\d{2})(\\d{2})(?=T?\\d{4}(?:\\d{2})?(?![\\d])|(?!\\d))', numbers],
  [
    `(明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR])\\s?(元|\\d{1,2}|[${DIGITS}十]{1,3})(?:年|[./-])\\s?${N}(?:月|[./-])\\s?${N}(?:日|(?!\\d))`,
    (era = '', year = '', ...rest) => [
      (ERAS[era] ?? 0) + (year === '元' ? 1 : count(year)),
      ...pair(rest),
    ],
  ],
  [
    `([一二][${DIGITS}零]{3})年([${DIGITS}十]{1,3})月([${DIGITS}十]{1,3})日`,
    (year = '', ...rest) => [
      Number([...year].map((digit) => Math.max(0, DIGITS.indexOf(digit))).join('')),
      ...pair(rest),
    ],
  ],
  [
    `\\b${MONTH}\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(\\d{4})(?!\\d)`,
    (month = '', day, year) => [Number(year), MONTHS.indexOf(month.toLowerCase()) + 1, Number(day)],
  ],
  [
    `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s-]${MONTH},?[\\s-](\\d{4})(?!\\d)`,
    (day, month = '', year) => [Number(year), MONTHS.indexOf(month.toLowerCase()) + 1, Number(day)],
  ],
  ['(?<![\\d/.])(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?![\\d/.])', eitherFirst],
  [
    "(?<![\\d/.])'?(\\d{2})(?:[/.]|年)(\\d{1,2})(?:[/.]|月)(\\d{1,2})(?:日|(?![\\d/.]))",
    (year, month, day) => [
      Number(year) + (Number(year) < 90 ? 2_000 : 1_900),
      ...pair([month, day]),
    ],
  ],
]
const PATTERNS = WRITTEN.map(([pattern, read]) => ({ pattern: new RegExp(pattern, 'gi'), read }))

function numbers(...groups: string[]): Parts {
  const [year = 0, month = 0, day = 0] = groups.map(Number)
  return [year, month, day]
}

/** `03/18/2026` and `18/03/2026` say which is the month; `03/04/2026` does not, and so says nothing. */
function eitherFirst(...groups: string[]): Parts {
  const [first = 0, second = 0, year = 0] = groups.map(Number)
  if (first <= 12 && second <= 12 && first !== second) return [year, 0, 0]
  return first > 12 ? [year, second, first] : [year, first, second]
}

const pair = ([month = '', day = '']: (string | undefined)[]): [number, number] => [
  count(month),
  count(day),
]

/** `18`, `十八`, `一八` or `二十`. */
function count(written: string): number {
  if (/^\d+$/.test(written)) return Number(written)
  const [tens, ones] = written.includes('十') ? written.split('十') : ['', written]
  const value = (digits = '') =>
    Number([...digits].map((digit) => Math.max(0, DIGITS.indexOf(digit))).join(''))
  return written.includes('十') ? (tens ? value(tens) : 1) * 10 + value(ones) : value(ones)
}

/** A time of day behind a date, with what may stand between them. */
const TIME =
  /^(?:T|\s|,|\([^()]{1,5}\)|[月火水木金土日]曜日?)*(午前|午後|[AP]M)?\s?(\d{1,2})(?:時|:(?=\d))(\d{1,2})?(?:[:分](\d{1,2}))?(?:[.,]\d+)?[秒分]?\s*([AP]M)?\s*(Z|GMT|UTC|JST|[+-]\d{2}:?\d{2})?/i
const COMPACT_TIME = /^T?(\d{2})(\d{2})(\d{2})?\s*(Z|[+-]\d{2}:?\d{2})?(?!\d)/

const two = (text: string | number): string => String(text).padStart(2, '0')

/** A date in a text: what it is, and from where to where it is written, its time included. */
export interface WrittenDate {
  instant: string
  start: number
  end: number
}

/** The dates in a text that NFKC has folded, in order; at most twenty. */
export function datesIn(text: string): WrittenDate[] {
  const found: WrittenDate[] = []
  for (const { pattern, read } of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const [year, month, day] = read(...match.slice(1))
      const date = `${year}-${two(month)}-${two(day)}`
      if (!isDay(date)) continue
      const behind = start + match[0].length
      if (found.some((one) => start < one.end && one.start < behind)) continue
      const time = timeBehind(text.slice(behind, behind + 60), /^\d{8}$/.test(match[0]))
      const instant = time && `${date}T${time.clock}`
      const valid = instant && !Number.isNaN(Date.parse(instant))
      found.push({
        instant: valid ? instant : date,
        start,
        end: behind + (time?.length ?? 0),
      })
    }
  return found.sort((a, b) => a.start - b.start).slice(0, 20)
}

/** `HH:MM:SS` with its zone, and how long it is written; null where no time follows. */
function timeBehind(text: string, compact: boolean): { clock: string; length: number } | null {
  const digits = compact ? COMPACT_TIME.exec(text) : null
  const match = digits ?? TIME.exec(text)
  if (!match) return null
  const [, half, hours, minutes, seconds, latin, written] = digits
    ? [null, '', ...digits.slice(1, 4), '', digits[4]]
    : match
  const late = /午後|PM/i.test(half || latin || '') && Number(hours) < 12
  const midnight = /AM/i.test(half || latin || '') && Number(hours) === 12
  const hour = midnight ? 0 : Number(hours) + (late ? 12 : 0)
  if (hour > 24 || Number(minutes ?? 0) > 59) return { clock: '', length: match[0].length }
  const zone = /^(Z|GMT|UTC)$/i.test(written ?? '')
    ? 'Z'
    : !written || /JST/i.test(written)
      ? JAPAN
      : written.replace(/(\d{2}):?(\d{2})$/, '$1:$2')
  return {
    clock: `${two(hour)}:${two(minutes ?? 0)}:${two(seconds ?? 0)}${zone}`,
    length: match[0].length,
  }
}

/** Seconds or milliseconds since 1970, in the years of the web's news. */
const EPOCH = /^(\d{10})(\d{3})?$/

/**
 * ISO day or instant of what a page wrote, or null where it is no date.
 *
 * A time without a zone is a Japanese clock's. `2018-06-19T05:50`, `20180619T055000+0900`,
 * `2021/10/13 12:26`, `2026年1月18日午前11時33分`, `令和8年3月18日(水)`, `R8.3.18`, `二〇二六年三月十八日`,
 * `March 18, 2026`, seconds since 1970 and plain days are all read. Instants keep the zone they were
 * written with.
 */
export function toInstant(written: string | null | undefined): string | null {
  const text = (written ?? '').normalize('NFKC').trim()
  const [, seconds] = EPOCH.exec(text) ?? []
  if (seconds) {
    const japan = new Date((Number(seconds) + 9 * 3_600) * 1_000).toISOString()
    return isDay(japan.slice(0, 10)) ? `${japan.slice(0, 19)}${JAPAN}` : null
  }
  return datesIn(text.slice(0, 100))[0]?.instant ?? null
}

/** The day exists and lies in the time of the web's news. */
function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return (
    !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) && /^(19|20)/.test(date)
  )
}
