/** Days of a month of the Gregorian calendar; `month` counts from 1. */
export const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()
