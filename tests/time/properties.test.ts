import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEdtf } from '../../lib/time/edtf'
import { findTimes } from '../../lib/time/find'
import { documentOf } from './doc'

/** Pieces from which texts are put together that are full of dates, whole, broken and false. */
const piece = fc.constantFrom(
  ...'2026年 令和8年 令和99年 昭和 昨年 去年 今年 来年 翌年 同年 前年 24年 3年前 年末 年度 12月 3月 来月 先月 2月 30日 31日 8日 22、 両日 二日目 翌日 この日 きょう 今春 昨秋 上旬 末 前半 土曜日 来週 週末 午前 午後 3時 25時 半 22:00 （日本時間） （UTC+9） 夜 未明 約 40分間 2年半 毎年 今後 現在 一時 十分 5% 、 。 「 」 の から まで ～ ~ - 30 29 と に 会談した。 予定だ。 へ 1 9 '.split(
    ' ',
  ),
  '\n',
  ' ',
)
const text = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)
const published = fc.oneof(
  fc.constant(null),
  fc
    .date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
)
const TIMEX =
  /^(?:P(?:T?[\dX.]+[YMWDHS])+\*?|P\d+Y\d+M|PT\d+[HM]\d+(?:\.\d+)?[MS]|(?:PAST|PRESENT|FUTURE)_REF)$/

describe('any text', () => {
  it('gives values that are EDTF or TIMEX, at places that do not overlap', () => {
    fc.assert(
      fc.property(text, published, (body, day) => {
        let last = 0
        for (const { start, end, surface, value } of findTimes(documentOf([body], day))) {
          expect(isEdtf(value) || TIMEX.test(value), `${surface} = ${value}`).toBe(true)
          expect(body.slice(start, end)).toBe(surface)
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
          const [from = '', to = ''] = value.split('/').map((day) => day.slice(0, 10))
          // Dates in full sort as text.
          if (/^\d{4}-\d{2}-\d{2}$/.test(from) && from.length === to.length)
            expect(from <= to, `${surface} = ${value}`).toBe(true)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the publication date', () => {
  const RELATIVE =
    '昨年12月 来年の春 今年 去年10月 来月19日 先月 今年度 前半 3年前 おととし 12月28日に会談した。 8日に会談した。 4月1日に行う予定だ。 年末'.split(
      ' ',
    )
  const later = (value: string) =>
    value.replace(/\d{4}(?=$|[-/~T])/g, (year) => String(Number(year) + 1))

  it('moved by a year moves every value that counts from it by a year', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...RELATIVE), { minLength: 1, maxLength: 6 }),
        // No 29 February on either side.
        fc.constantFrom('2021', '2025', '2029'),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (parts, year, month, day) => {
          const rest = `-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
          const values = (y: number) =>
            findTimes(documentOf(parts, `${y}${rest}`)).map(({ value }) => value)
          expect(values(Number(year) + 1)).toEqual(values(Number(year)).map(later))
        },
      ),
    )
  })

  it('changes nothing that the text says in full', () => {
    fc.assert(
      fc.property(published, (day) => {
        const [time] = findTimes(documentOf(['令和8年2月20日に会談した。'], day))
        expect(time?.value).toBe('2026-02-20')
      }),
    )
  })
})

describe('length', () => {
  /** Work is counted in matches tried, so that the machine's speed says nothing. */
  const steps = (body: string): number => {
    let count = 0
    const exec = RegExp.prototype.exec
    const counted = function (this: RegExp, input: string) {
      count++
      return exec.call(this, input)
    }
    RegExp.prototype.exec = counted
    try {
      findTimes(documentOf([body], '2026-03-19'))
    } finally {
      RegExp.prototype.exec = exec
    }
    return count
  }

  for (const unit of [
    '1',
    '一',
    '22、',
    '昨年',
    '今',
    '「',
    '3月',
    'から12日',
    '2026年3月19日午後3時、',
  ])
    it(`work grows with it, not faster: ${unit}`, () => {
      const short = steps(unit.repeat(1_000))
      const long = steps(unit.repeat(8_000))
      expect(long).toBeLessThanOrEqual(short * 8.5 + 100)
    })
})
