import { describe, expect, test } from 'vitest'
import { dateWords, monthWords } from '../../lib/cards/date-words'

describe('EDTF dates in words', () => {
  test.each([
    ['2026-02-20', '2026年2月20日', '20 Feb 2026'],
    ['2026-02-20TAF', '2026年2月20日', '20 Feb 2026'],
    ['2026-03-11T23:00+09:00', '2026年3月11日', '11 Mar 2026'],
    ['2025-12', '2025年12月', 'Dec 2025'],
    ['2026-21', '2026年春', 'spring 2026'],
    ['2026-34', '2026年第2四半期', 'Q2 2026'],
    ['2025-02~E', '2025年2月前半', 'first half of Feb 2025'],
    ['199X', '1990年代', '1990s'],
    ['XXXX-03-22', '3月22日', '22 Mar'],
    ['2007-03-22/2007-03-23', '2007年3月22日–23日', '22 Mar 2007–23 Mar 2007'],
    ['2024-12/2025-01', '2024年12月–2025年1月', 'Dec 2024–Jan 2025'],
    ['1945/..', '1945年から', 'from 1945'],
  ])('%s', (edtf, ja, en) => {
    expect(dateWords(edtf, 'ja')).toBe(ja)
    expect(dateWords(edtf, 'en')).toBe(en)
  })

  test('what is no date stands as it is', () => {
    expect(dateWords('いつか', 'ja')).toBe('いつか')
  })

  test('a day’s month alone', () => {
    expect(monthWords('2026-03-21', 'ja')).toBe('2026年3月')
  })
})
