import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockText } from '../../lib/article/block-text'
import { readPlain } from '../../lib/text/plain'

const texts = (raw: string) => readPlain(raw).blocks.map(blockText)

/** A paragraph as a PDF gives it: lines of forty columns, broken wherever they are full. */
const printed = (gap: string) =>
  [
    '　会議は二日間にわたり開かれ、両国の専門',
    '家が安全保障の現状と今後の課題について率',
    '直に意見を交わし、協力の枠組みを広げる方',
    '針を確かめた。議長は閉会にあたり、次の会',
    '合を来年の春に開く考えを示した。',
    '　次の議題は経済だった。各国の代表は順に',
    '立場を述べ、供給網の強化で一致した。',
  ].join(gap)

describe('plain text', () => {
  it('of the web: every line is a block', () => {
    expect(texts('見出し\n\n最初の段落。\n次の段落。')).toEqual([
      '見出し',
      '最初の段落。',
      '次の段落。',
    ])
  })

  it.each([
    ['one after another', '\n'],
    ['with a blank line after each', '\n\n'],
  ])('of a PDF, lines %s: a full line that ends no sentence goes on', (_, gap) => {
    const blocks = texts(printed(gap))
    expect(blocks.some((block) => block.replace(/\s/g, '').includes('専門家が安全保障'))).toBe(true)
    expect(blocks.some((block) => block.includes('示した。') && block.includes('次の議題'))).toBe(
      false,
    )
  })

  it('headings and bullets stand alone', () => {
    const { blocks } = readPlain('■背景\n・一つ目\n本文が続く。')
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'item', 'paragraph'])
  })

  it('every block is a stretch of the raw text at its offset, and nothing but white space is left', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('日本。', '続く', '\n', '\r\n', ' ', '　', '■', '・', '\ud800')),
        (parts) => {
          const raw = parts.join('')
          const { blocks, offsets } = readPlain(raw)
          let last = 0
          for (const block of blocks) {
            const start = offsets.get(block.id) ?? -1
            expect(raw.slice(start, start + blockText(block).length)).toBe(blockText(block))
            expect(raw.slice(last, start).trim()).toBe('')
            last = start + blockText(block).length
          }
          expect(raw.slice(last).trim()).toBe('')
        },
      ),
    )
  })
})
