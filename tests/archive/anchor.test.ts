import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeQuote, findQuote } from '../../lib/archive/anchor'
import { extracted } from './example'

const blocks = (...texts: string[]) => extracted(texts).blocks
const passage = (text: string, quote: string, from = 0) => {
  const start = text.indexOf(quote, from)
  return { block: 'p0', start, end: start + quote.length }
}
const text = '首相は十九日に会見し、首相の訪米について会見で述べた。'

describe('a marked passage', () => {
  const quote = describeQuote(blocks(text), passage(text, '会見', 10))

  it('knows its words and what stands around them', () => {
    expect(quote).toMatchObject({ quote: '会見', suffix: 'で述べた。' })
    expect(quote.prefix.endsWith('について')).toBe(true)
  })

  it('is found where it was', () => {
    expect(findQuote(blocks(text), quote)).toEqual({ state: 'found', span: quote.hint })
  })

  it('is found in another paragraph, the right one of several', () => {
    const anchor = findQuote(blocks('会見の前文。', `更新。${text}`), quote)
    expect(anchor).toMatchObject({ state: 'found', span: { block: 'p1', start: 23 } })
  })

  it('says that its words changed while what stands around them did not', () => {
    const changed = text.replace('について会見で', 'について記者会合で')
    const anchor = findQuote(blocks(changed.replace('会見し', '会い')), quote)
    expect(anchor).toMatchObject({ state: 'changed', span: { start: 19, end: 23 } })
  })

  it('says that it is lost', () => {
    expect(findQuote(blocks('まったく別の文章です。'), quote)).toEqual({ state: 'lost' })
    expect(findQuote([], quote)).toEqual({ state: 'lost' })
  })

  it('cannot be nothing, or outside its text', () => {
    expect(() => describeQuote(blocks('短い'), { block: 'p0', start: 1, end: 1 })).toThrow(
      RangeError,
    )
    expect(() => describeQuote(blocks('短い'), { block: 'p0', start: 0, end: 3 })).toThrow(
      RangeError,
    )
    expect(() => describeQuote(blocks('短い'), { block: 'p9', start: 0, end: 1 })).toThrow(
      RangeError,
    )
  })

  it('survives whatever is put in front of it, word for word', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), (before) => {
        const anchor = findQuote(blocks(...before, text), quote)
        expect(anchor.state).toBe('found')
        if (anchor.state === 'found')
          expect(anchor.span).toEqual({ ...quote.hint, block: `p${before.length}` })
      }),
    )
  })
})
