/**
 * Dates as Bunmyaku writes them: EDTF level 1 with TIMEX3's parts of the day.
 *
 * `2026-02-20`, `2025-12`, `2026-21` (spring), `2025-02~E` (first half), `2026-02-20TAF`
 * (afternoon), `2026-03-11T23:00+09:00`, `2007-03-22/2007-03-23`, `1945/..`, `XXXX-03-22`.
 */
import * as v from 'valibot'
import { daysIn } from './month-length'

const YEAR = '(?:\\d{4}|X{4}|\\d{2}XX|\\d{3}X)'
const CLOCK = 'T(?:MO|MI|AF|EV|NI|DT|\\d{2}(?::\\d{2}(?::\\d{2})?)?(?:Z|[+-]\\d{2}:\\d{2})?)'
const POINT = `${YEAR}(?:-(?:\\d{2}|XX)(?:-(?:\\d{2}|XX)(?:${CLOCK})?)?)?(?:~[EMLBF])?`
const EDTF = new RegExp(`^(?:${POINT}|(?:${POINT}|\\.\\.)/(?:${POINT}|\\.\\.))$`)

/** True for one point or one interval in the form above, with months, seasons and days that exist. */
export function isEdtf(value: string): boolean {
  return EDTF.test(value) && value.split('/').every((part) => part === '..' || exists(part))
}

function exists(point: string): boolean {
  const [, year, month, day] = /^([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?/.exec(point) ?? []
  if (!month || month === 'XX') return true
  const m = Number(month)
  if (!day) return (m >= 1 && m <= 12) || (m >= 21 && m <= 24) || (m >= 33 && m <= 36)
  if (m < 1 || m > 12) return false
  // An unknown year may be a leap year.
  const y = /^\d{4}$/.test(year ?? '') ? Number(year) : 2000
  return day === 'XX' || (Number(day) >= 1 && Number(day) <= daysIn(y, m))
}

export const Edtf = v.pipe(v.string(), v.check(isEdtf, 'not an EDTF date'))
