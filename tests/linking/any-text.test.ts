import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockText } from '../../lib/article/block-text'
import type { Document } from '../../lib/article/document'
import { documentOf, engine } from './fixture'

const scraps = [
  '日本',
  '日',
  '米',
  '国家安全保障局',
  '（NSS）',
  'NSS',
  '＝',
  '高市',
  '首相',
  '氏',
  '早苗',
  'マルコ・ルビオ',
  'トランプ',
  '政権',
  '首脳会談',
  'は',
  'の',
  '。',
  '、',
  '\n',
  ' ',
  '「',
  '」',
  '(',
  ')',
  '\ud800',
  '\udfff',
  '🙏',
  '2月',
  '20日',
  'ー',
  'の外相',
  '前',
  '容疑者',
  '・',
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...scraps), { maxLength: 40 }).map((parts) => parts.join('')),
)

/** What must hold of every annotation. */
function check(document: Document): void {
  const { mentions, dates } = engine.annotate(document)
  for (const block of document.blocks) {
    const text = blockText(block)
    const here = mentions.filter((mention) => mention.block === block.id)
    let last = 0
    for (const { start, end, surface } of here) {
      expect(start).toBeGreaterThanOrEqual(last)
      expect(end).toBeGreaterThan(start)
      expect(text.slice(start, end)).toBe(surface)
      last = end
    }
    for (const date of dates.filter((one) => one.block === block.id))
      expect(here.some(({ start, end }) => start < date.end && date.start < end)).toBe(false)
  }
}

/** Characters that string methods were asked for while `job` ran. */
function charactersRead(job: () => void): number {
  const { charCodeAt, slice } = String.prototype
  let count = 0
  String.prototype.charCodeAt = function (at) {
    count++
    return charCodeAt.call(this, at)
  }
  String.prototype.slice = function (from, to) {
    const part = slice.call(this, from, to)
    count += part.length
    return part
  }
  try {
    job()
  } finally {
    Object.assign(String.prototype, { charCodeAt, slice })
  }
  return count
}

describe('any text at all', () => {
  it('gives mentions in order that never overlap, at the places where their surface stands', () => {
    fc.assert(
      fc.property(anyText, (text) => check(documentOf(text, '2026-02-21'))),
      { numRuns: 300 },
    )
  })

  it('may be empty, without a date, or in another language', () => {
    expect(engine.annotate(documentOf('', null)).mentions).toEqual([])
    expect(
      engine.annotate({ url: null, publisher: null, publishedAt: null, blocks: [] }).mentions,
    ).toEqual([])
    expect(
      engine.mentions(documentOf('Le président a parlé. 大統領 says.', 'not a date')).mentions,
    ).toBeDefined()
  })

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = documentOf(text, '2026-02-21')
        expect(engine.annotate(document)).toEqual(engine.annotate(document))
      }),
      { numRuns: 50 },
    )
  })

  it.each([
    '日本',
    '高市首相',
    '首相',
    '外相の',
    'NSS（NSC）',
    '日米首脳会談と首脳会談',
    'トランプ・',
    '（',
    '佐藤太郎氏',
    '佐藤太郎氏（ABC）',
    '佐藤太郎氏は北陸経済総合研究所で、',
    '2月20日に日本の高市首相は会談した、',
  ])('takes steps in proportion to its length where %s repeats without a stop', (part) => {
    const steps = (times: number) => {
      const document = documentOf(part.repeat(times), '2026-02-21')
      return charactersRead(() => engine.annotate(document))
    }
    steps(10)
    expect(steps(800)).toBeLessThan(2.4 * steps(400) + 2_000)
  })
})
