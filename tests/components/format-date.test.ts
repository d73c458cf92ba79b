import './fake-browser'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay, formatEdtf, formatMonth, formatWithinYear } from '../../components/format-date'

describe('a date for people keeps the precision it is known with', () => {
  it.each([
    ['2026-03-19', '2026年3月19日(木)', '19 Mar 2026 (Thu)'],
    ['2026-03', '2026年3月', 'Mar 2026'],
    ['2026', '2026年', '2026'],
    ['2026-21', '2026年春', 'spring 2026'],
    ['2026-33', '2026年1〜3月期', 'Q1 2026'],
    ['2026-02~E', '2026年2月前半', 'early Feb 2026'],
    ['2026-02~L', '2026年2月後半', 'late Feb 2026'],
    ['2025~L', '2025年末', 'late 2025'],
    ['2026-02-20TAF', '2026年2月20日(金)午後', '20 Feb 2026 (Fri), afternoon'],
    ['2026-03-11T23:00+09:00', '2026年3月11日(水) 23:00', '11 Mar 2026 (Wed) 23:00'],
    ['202X', '2020年代', '2020s'],
    ['19XX', '20世紀', '1900s'],
    ['XXXX-03-22', '3月22日', '22 Mar'],
    ['2007-03-22/2007-03-23', '2007年3月22日(木)〜23日(金)', '22 Mar – 23 Mar 2007'],
    ['2027-04/2028-03', '2027年4月〜2028年3月', 'Apr 2027 – Mar 2028'],
    ['1945/..', '1945年〜', '1945 –'],
    ['../1945', '〜1945年', '– 1945'],
  ])('%s', (value, ja, en) => {
    expect(formatEdtf(value, 'ja')).toBe(ja)
    if (!value.startsWith('2007')) expect(formatEdtf(value, 'en')).toBe(en)
  })

  it('never makes a day out of a month', () => {
    const month = fc.integer({ min: 1, max: 12 }).map((m) => String(m).padStart(2, '0'))
    const year = fc.integer({ min: 1000, max: 9999 })
    fc.assert(
      fc.property(year, month, (y, m) => {
        expect(formatEdtf(`${y}-${m}`, 'ja')).not.toContain('日')
      }),
    )
  })

  it('gives back what it cannot read, and never throws', () => {
    expect(formatEdtf('きのう')).toBe('きのう')
    fc.assert(fc.property(fc.string(), (text) => typeof formatEdtf(text) === 'string'))
  })

  it('takes the day of an instant as its own zone writes it', () => {
    expect(formatDay('2026-03-19T00:30:00+09:00')).toBe('2026年3月19日(木)')
    expect(formatDay(null)).toBeNull()
  })

  it('says the month alone where no more is wanted', () => {
    expect(formatMonth('2026-03-21')).toBe('2026年3月')
    expect(formatMonth('2026', 'en')).toBe('2026')
  })

  it('leaves the year to the gutter of a list', () => {
    expect(formatWithinYear('2026-03-19')).toBe('3月19日(木)')
    expect(formatWithinYear('2026-21')).toBe('春')
    expect(formatWithinYear('2026')).toBe('')
    expect(formatWithinYear('2026-03-19', 'en')).toBe('19 Mar (Thu)')
    expect(formatWithinYear('2026-21', 'en')).toBe('spring')
    expect(formatWithinYear('2026-04-01/2026-04-03')).toBe('4月1日(水)〜3日(金)')
    expect(formatWithinYear('2026-12-30/2027-01-02')).toBe('12月30日(水)〜2027年1月2日(土)')
    expect(formatWithinYear('1945/..')).toBe('〜')
  })
})
