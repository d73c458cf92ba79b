import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DOT_GAP, fold, foldForm, LINE_GAP, SPACE_GAP } from '../../lib/text/fold'

const folded = (text: string) => fold(text).text
/** The original stretch under a stretch of the folded text. */
function original(text: string, part: string): string {
  const { text: whole, from, to } = fold(text)
  const start = whole.indexOf(part)
  expect(start).toBeGreaterThanOrEqual(0)
  return text.slice(from[start], to[start + part.length - 1])
}

describe('folding writes the same name the same way', () => {
  it.each([
    ['ＦＯＩＰ', 'FOIP', 'full-width Latin'],
    ['ﾎﾞﾙﾄﾝ', 'ボルトン', 'half-width kana with their marks'],
    ['髙市', '高市', 'variant shapes'],
    ['﨑', '崎', 'compatibility shapes'],
    ['渡邉・渡邊', '渡辺・渡辺', 'register shapes'],
    ['中國', '中国', 'old forms'],
    ['𠮷村', '吉村', 'shapes outside the basic plane'],
    ['ラヴロフ', 'ラブロフ', 'ヴ before a consonant'],
    ['ヴィシー', 'ビシー', 'ヴ with a small vowel'],
    ['デイビッド', 'デービッド', 'a long e written with イ'],
    ['六ヶ国', '6カ国', 'small ka and kanji digits'],
    ['マルコ・ルビオ', 'マルコルビオ', '・ in a foreign name'],
    ['マルコ＝ルビオ', 'マルコルビオ', '＝ in a foreign name'],
    ['マルコ ルビオ', 'マルコルビオ', 'a space in a foreign name'],
    ['防衛\u00ad費\u200b増', '防衛費増', 'soft hyphens and zero-width characters'],
    ['拡\n\n大核抑止', '拡大核抑止', 'line breaks inside a word'],
    ['サ―バー', 'サーバー', 'a dash typed for a long vowel'],
  ])('%s → %s (%s)', (text, expected) => {
    expect(folded(text)).toBe(expected)
  })

  it('keeps what is no variant: 高市・トランプ is a list, GREAT DEAL two words', () => {
    expect(folded('高市・トランプ')).toBe('高市・トランプ')
    expect(folded('GREAT\nDEAL')).toBe('GREAT DEAL')
  })

  it('joins no lines behind the end of a sentence', () => {
    expect(folded('述べた。\n次に')).toContain('\n')
  })

  it('keeps the cells of a table apart', () => {
    expect(fold('日本\n製鉄', 'hard').text).toBe('日本\n製鉄')
  })

  it('notes what dropped out before a unit', () => {
    expect([...fold('マルコ・ルビオ').gap]).toContain(DOT_GAP)
    expect([...fold('マルコ ルビオ').gap]).toContain(SPACE_GAP)
    expect([...fold('拡\n大').gap]).toContain(LINE_GAP)
    expect(foldForm('マルコ・ルビオ')).toEqual({ text: 'マルコルビオ', separators: 1 << 3 })
  })
})

describe('the way back', () => {
  it('gives the stretch that was folded, whatever was lengthened or dropped', () => {
    expect(original('🙏 髙市首相は', '高市首相')).toBe('髙市首相')
    expect(original('日本の拡\n\n大核抑止を', '拡大核抑止')).toBe('拡\n\n大核抑止')
    expect(original('ﾎﾞﾙﾄﾝ氏', 'ボルトン')).toBe('ﾎﾞﾙﾄﾝ')
    expect(original('㈱東芝', '(株)')).toBe('㈱')
  })

  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom(...'日本ヴァｶﾞ・＝ー\n\r \u200b\u00ad米。髙𠮷\ud842ABＡ１一㈱…'), {
        maxLength: 60,
      })
      .map((units) => units.join('')),
  )

  it('moves no offset: units follow each other, each within the text, none twice', () => {
    fc.assert(
      fc.property(text, (value) => {
        const { text: out, from, to, gap } = fold(value)
        expect([from.length, to.length, gap.length]).toEqual([out.length, out.length, out.length])
        for (let k = 0; k < out.length; k++) {
          const [start = -1, end = -1] = [from[k], to[k]]
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(value.length)
          // Several units of one expanded sign share its stretch; otherwise they follow each other.
          if (k > 0 && from[k - 1] !== start) expect(to[k - 1]).toBeLessThanOrEqual(start)
          if (k > 0 && from[k - 1] === start) expect(to[k - 1]).toBe(end)
        }
      }),
    )
  })

  it('drops nothing but invisible characters, separators and white space', () => {
    fc.assert(
      fc.property(text, (value) => {
        const { from, to } = fold(value)
        const covered = new Uint8Array(value.length)
        for (let k = 0; k < from.length; k++) covered.fill(1, from[k], to[k])
        for (let k = 0; k < value.length; k++)
          if (!covered[k]) expect(value[k]).toMatch(/[\s\p{Cf}\p{Mn}\p{Cs}・･＝=゠·]/u)
      }),
    )
  })
})
