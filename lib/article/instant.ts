/** Dates as publishers write them, made into ISO 8601: an instant with its zone, or a day. */

/** Japan has had one zone and no summer time since 1951. */
const JAPAN = '+09:00'

const WRITTEN =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:(?:T|\s|\([^)]\)|（[^）]）)*(午前|午後)?(\d{1,2})[:時](\d{1,2})(?:[:分](\d{1,2}))?(?:[.,]?\d*)?秒?分?\s*(Z|[+-]\d{2}:?\d{2})?)?/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?\s*(Z|[+-]\d{2}:?\d{2})?)?$/

const two = (text: string | number): string => String(text).padStart(2, '0')

/**
 * ISO day or instant of what a page wrote, or null where it is no date.
 *
 * A time without a zone is a Japanese clock's. `2018-06-19T05:50`, `20180619T055000+0900`,
 * `2021/10/13 12:26`, `2026年1月18日午前11時33分` and plain days are all read. Instants keep the
 * zone they were written with.
 */
export function toInstant(written: string | null | undefined): string | null {
  const text = (written ?? '').normalize('NFKC').trim()
  const compact = COMPACT.exec(text)
  const [, year, month, day, half, hours, minutes, seconds, zone] = compact
    ? [...compact.slice(0, 4), undefined, ...compact.slice(4)]
    : (WRITTEN.exec(text) ?? [])
  if (!year || !month || !day) return null
  const date = `${year}-${two(month)}-${two(day)}`
  if (!isDay(date)) return null
  if (!hours || !minutes) return date
  const hour = Number(hours) + (half === '午後' && Number(hours) < 12 ? 12 : 0)
  if (hour > 24 || Number(minutes) > 59) return date
  const offset = zone ? (zone === 'Z' ? zone : zone.replace(/(\d{2}):?(\d{2})$/, '$1:$2')) : JAPAN
  const instant = `${date}T${two(hour)}:${two(minutes)}:${two(seconds ?? 0)}${offset}`
  return Number.isNaN(Date.parse(instant)) ? date : instant
}

/** The day exists and lies in the time of the web's news. */
function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return (
    !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) && /^(19|20)/.test(date)
  )
}
