/** Days of EDTF dates, as linking compares them: strings `YYYY-MM-DD`. */
import { daySpan } from '../../glossary/day-span'

/** First day that a date or interval can mean; an open start is the beginning of time. */
export const firstDay = (edtf: string): string => daySpan(edtf).first ?? '0000-01-01'

/** Last day that a date or interval can mean; an open end is the end of time. */
export const lastDay = (edtf: string): string => daySpan(edtf).last ?? '9999-12-31'

/** The day of an instant, or the first day of a coarser date. */
export const dayOf = (instant: string): string => firstDay(instant.slice(0, 10))

/** Whole days from one day to another; negative where `to` lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
