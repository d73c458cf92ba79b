/** First and last day that an EDTF value can mean, for ordering and for comparing tenures. */
import { daysIn } from '../time/month-length'

export interface DaySpan {
  /** `YYYY-MM-DD`; null where the interval is open at that end. */
  first: string | null
  last: string | null
}

/** First month of the seasons 21–24 and the quarters 33–36; each lasts three months. */
const THREE_MONTHS: Record<string, number> = {
  '21': 3,
  '22': 6,
  '23': 9,
  '24': 12,
  '33': 1,
  '34': 4,
  '35': 7,
  '36': 10,
}

/**
 * Days that `edtf` spans: a month its first to its last, an interval from the first day of its start
 * to the last of its end. Halves and thirds (`~E`) count as the whole; parts of a day as the day.
 */
export function daySpan(edtf: string): DaySpan {
  const [start = '..', end] = edtf.split('/')
  if (end === undefined) return pointSpan(start)
  return { first: pointSpan(start).first, last: pointSpan(end).last }
}

function pointSpan(point: string): DaySpan {
  if (point === '..') return { first: null, last: null }
  const [, year = '', month, day] = /^([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?/.exec(point) ?? []
  const first = year.replaceAll('X', '0')
  const last = year.replaceAll('X', '9')
  if (!month || month === 'XX') return { first: `${first}-01-01`, last: `${last}-12-31` }
  const start = THREE_MONTHS[month]
  if (start !== undefined) {
    const [endYear, endMonth] = start === 12 ? [Number(last) + 1, 2] : [Number(last), start + 2]
    return {
      first: `${first}-${two(start)}-01`,
      last: `${endYear}-${two(endMonth)}-${daysIn(endYear, endMonth)}`,
    }
  }
  if (day && day !== 'XX')
    return { first: `${first}-${month}-${day}`, last: `${last}-${month}-${day}` }
  return {
    first: `${first}-${month}-01`,
    last: `${last}-${month}-${daysIn(Number(last), Number(month))}`,
  }
}

const two = (value: number): string => String(value).padStart(2, '0')
