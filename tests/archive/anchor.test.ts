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

  describe('is not found by its words alone', () => {
    const about = (before: string, after: string) => {
      const start = before.indexOf('[')
      const end = before.indexOf(']') - 1
      const text = before.replace(/[[\]]/g, '')
      const quote = describeQuote(blocks(text), { block: 'p0', start, end })
      return findQuote(blocks(...after.split('\n')), quote)
    }

    it.each([
      [
        'the sentence changed, and another says the same of somebody else',
        '東港市は[新しい桟橋を造る]。来年に始める。',
        '東港市は桟橋の計画を見送った。\n西浜町も、隣の西浜町は新しい桟橋を造る。再来年に始める。',
      ],
      [
        'a whole sentence stands behind another one',
        '東港市が計画を認めた。[工事は来年に始まる。]',
        '西浜町が計画を退けた。工事は来年に始まる。',
      ],
      [
        'a word of two letters stands in an unrelated text',
        '市長は[会見]を開き、辞意を表した。',
        '俳優が会見した。',
      ],
      ['a word of two letters was all there was', '[会見]', '俳優が会見した。'],
      [
        'the subject alone is another',
        '港湾局は[年内に結論を出す]と述べた。',
        '水産庁は年内に結論を出すと述べた。',
      ],
      [
        'what it says is denied now',
        '市長は[計画を続ける]と述べた。',
        '市長は計画を続けるとは述べなかった。',
      ],
      [
        'its place is taken by others with the same word',
        '市長が[辞任]を表明した。',
        '部長の辞任に驚いた。',
      ],
    ])('where %s', (_, before, after) => {
      expect(about(before, after).state).not.toBe('found')
    })

    it.each([
      [
        'a sentence was put before it',
        '市長は[計画を続ける]と述べた。',
        '速報です。市長は計画を続けると述べた。',
      ],
      [
        'a sentence was put behind it',
        '市長は[計画を続ける]と述べた。',
        '市長は計画を続けると述べた。議会は反対した。',
      ],
      [
        'it went into another block',
        '市長は[計画を続ける]と述べた。',
        '前文。\n市長は計画を続けると述べた。',
      ],
      [
        'the next sentence is another',
        '市長は二十日の会議で、[計画を続ける]と述べた。工事は秋に始まる。',
        '市長は二十日の会議で、計画を続けると述べた。工事は冬に延びた。',
      ],
    ])('but where %s', (_, before, after) => {
      expect(about(before, after).state).toBe('found')
    })
  })

  const word = fc.constantFrom(
    '市長',
    '議会',
    '計画',
    '工事',
    'は',
    'を',
    'が',
    '認めた',
    '。',
    '、',
    '港',
  )
  const prose = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(''))
  const marked = fc.tuple(prose, fc.nat(), fc.nat()).map(([prose, a, b]) => {
    const [start, end] = [a % prose.length, b % (prose.length + 1)].sort((x, y) => x - y) as [
      number,
      number,
    ]
    return { prose, start, end: Math.max(end, start + 1) }
  })

  it('is found where nothing changed', () => {
    fc.assert(
      fc.property(marked, ({ prose, start, end }) => {
        const quote = describeQuote(blocks(prose), { block: 'p0', start, end })
        expect(findQuote(blocks(prose), quote)).toEqual({ state: 'found', span: quote.hint })
      }),
    )
  })

  it('where it is found has its words, and around them all that stood in its sentence', () => {
    fc.assert(
      fc.property(
        marked,
        fc.array(prose, { minLength: 1, maxLength: 5 }),
        ({ prose, start, end }, now) => {
          const quote = describeQuote(blocks(prose), { block: 'p0', start, end })
          const anchor = findQuote(blocks(...now), quote)
          if (anchor.state !== 'found') return
          const text = now[Number(anchor.span.block.slice(1))] ?? ''
          expect(text.slice(anchor.span.start, anchor.span.end)).toBe(quote.quote)
          expect(text.slice(0, anchor.span.start).endsWith(quote.prefix)).toBe(true)
          const sentence = quote.quote.endsWith('。')
            ? ''
            : (/^[^。]*。?/.exec(quote.suffix)?.[0] ?? '')
          expect(text.slice(anchor.span.end).startsWith(sentence)).toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('never stands outside the text, whatever became of that', () => {
    fc.assert(
      fc.property(marked, fc.array(prose, { maxLength: 4 }), ({ prose, start, end }, now) => {
        const quote = describeQuote(blocks(prose), { block: 'p0', start, end })
        const anchor = findQuote(blocks(...now), quote)
        if (anchor.state === 'lost') return
        const text = now[Number(anchor.span.block.slice(1))] ?? ''
        expect(anchor.span.start).toBeGreaterThanOrEqual(0)
        expect(anchor.span.end).toBeGreaterThan(anchor.span.start)
        expect(anchor.span.end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 1_000 },
    )
  })
})
