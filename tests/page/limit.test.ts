import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockText, documentText } from '../../lib/article/block-text'
import type { Block } from '../../lib/article/document'
import { withinLimit } from '../../lib/page/limit'

const paragraph = (...texts: string[]): Block => ({
  kind: 'paragraph',
  id: 'p',
  runs: texts.map((text) => ({ text })),
})

describe('what is read of a long page', () => {
  it('is all of it, as long as it is no longer than the limit', () => {
    const blocks = [paragraph('一つ目。'), paragraph('二つ目。')]
    expect(withinLimit(blocks, 8)).toEqual({ blocks, cut: false })
  })

  it('ends with a whole sentence, within a paragraph too', () => {
    const { blocks, cut } = withinLimit([paragraph('政府は会', '談した。首', '相も会談した。')], 12)
    expect(blocks.map(blockText)).toEqual(['政府は会談した。'])
    expect(cut).toBe(true)
  })

  it.each([
    ['政府は会談したか！首相も会談した', '政府は会談したか！'],
    ['政府は会談した\n首相も会談した', '政府は会談した\n'],
  ])('ends where %j ends a sentence, whatever the sign', (text, wanted) => {
    const { blocks } = withinLimit([paragraph(text)], 12)
    expect(blocks.map(blockText)).toEqual([wanted])
  })

  it('has no half of a table', () => {
    const table: Block = {
      kind: 'table',
      id: 't',
      rows: [[[{ text: '一。' }], [{ text: '二。' }]]],
    }
    expect(withinLimit([paragraph('前。'), table], 4)).toEqual({
      blocks: [paragraph('前。')],
      cut: true,
    })
  })

  it('is a beginning of the page, never longer than the limit', () => {
    const texts = fc.array(fc.array(fc.stringMatching(/^[ぁ-ん。]{0,12}$/), { maxLength: 4 }), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(texts, fc.nat(60), (given, limit) => {
        const all = given.map((runs) => paragraph(...runs))
        const { blocks, cut } = withinLimit(all, limit)
        const lengths = blocks.map((block) => blockText(block).length)
        expect(lengths.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(limit)
        expect(documentText({ blocks: all }).startsWith(documentText({ blocks }))).toBe(true)
        expect(cut).toBe(documentText({ blocks }) !== documentText({ blocks: all }))
      }),
    )
  })
})
