/** Tenures of one office follow one another, and each begins before it ends. */
import { daySpan } from './day-span'
import type { Assets } from './load'
import type { Tenure } from './schema'
import type { Finding } from './yaml-file'

/**
 * Finds tenures that cannot all be true: two regular holders on one day (the day of handing over
 * excepted), one still in office though another followed, an end before the beginning. Where a date
 * is only known to the month or year, the reading that fits is taken.
 */
export function checkTenures({ data, origin }: Assets): Finding[] {
  const findings: Finding[] = []
  const report = (tenure: Tenure, message: string) =>
    findings.push({ ...origin(tenure), entry: tenure.person, message })
  const offices = Map.groupBy(data.tenures, (tenure) => tenure.office)
  for (const tenures of offices.values()) {
    for (const tenure of tenures)
      if (ends(tenure, 'last') < begins(tenure, 'first')) report(tenure, 'ends before it begins')
    const regular = tenures
      .filter((tenure) => !tenure.acting)
      .sort((a, b) => (begins(a, 'first') < begins(b, 'first') ? -1 : 1))
    for (const [index, tenure] of regular.entries()) {
      const before = regular[index - 1]
      if (before && ends(before, 'first') > begins(tenure, 'last'))
        report(tenure, `overlaps with ${before.person} (${before.from} to ${before.to ?? 'now'})`)
    }
  }
  return findings
}

const begins = (tenure: Tenure, bound: 'first' | 'last'): string =>
  daySpan(tenure.from)[bound] ?? '0000-01-01'

const ends = (tenure: Tenure, bound: 'first' | 'last'): string =>
  (tenure.to === null ? null : daySpan(tenure.to)[bound]) ?? '9999-12-31'
