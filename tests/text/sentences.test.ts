import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentences } from '../../lib/text/sentences'

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it('end at a full stop, an exclamation or a question mark', () => {
    expect(split('会談した。合意した！次は？')).toEqual(['会談した。', '合意した！', '次は？'])
  })

  it('go on behind a stop within quotation marks', () => {
    expect(split('首相は「急ぐ。必ずやる。」と述べた。終わり。')).toEqual([
      '首相は「急ぐ。必ずやる。」と述べた。',
      '終わり。',
    ])
  })

  it('end within a quotation that never closes', () => {
    expect(split('首相は「急ぐ。必ずやる。')).toEqual(['首相は「急ぐ。', '必ずやる。'])
  })

  it('leave out nothing but white space, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0
        for (const { start, end } of sentences(text)) {
          expect(text.slice(last, start).trim()).toBe('')
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(text.slice(last).trim()).toBe('')
      }),
    )
  })
})
