import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePage, decodePlain } from '../../lib/article/decode-page'
import { encoded } from './encoded'

const words =
  '湊町の議会は二十日、港の新しい防波堤を建てる計画を認めた。漁協は「海の流れが変わる」と述べ、調査を求めている。'
const page = (head: string, text = words) =>
  `<!DOCTYPE html><html lang="ja"><head>${head}<title>${text.slice(0, 12)}</title></head><body><p>${text}</p></body></html>`

const LABELS = ['utf-8', 'shift_jis', 'euc-jp', 'iso-2022-jp'] as const

describe('a page', () => {
  it.each(LABELS)(
    'in %s is read as what it is, declared or not, or declared as another',
    (label) => {
      for (const said of [null, ...LABELS]) {
        const html = page(said ? `<meta charset="${said}">` : '')
        expect([said, decodePage(encoded(html, label))]).toEqual([said, html])
      }
    },
  )

  it('is told by its byte order mark before anything else', () => {
    const html = page('<meta charset="Shift_JIS">')
    expect(decodePage(Uint8Array.of(0xef, 0xbb, 0xbf, ...encoded(html, 'utf-8')))).toBe(html)
    const wide = (big: boolean) =>
      Uint8Array.from(
        [...`\ufeff${html}`].flatMap((letter) => {
          const unit = letter.charCodeAt(0)
          return big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8]
        }),
      )
    expect(decodePage(wide(true))).toBe(html)
    expect(decodePage(wide(false))).toBe(html)
    expect(decodePage(wide(false).subarray(2))).toBe(html)
  })

  it('is told by the transport before its own declaration, and by that within its first kilobyte', () => {
    const latin = 'café, señor, naïve'.repeat(3)
    const bytes = Uint8Array.from([...page('<meta charset="iso-8859-5">', latin)], (letter) =>
      letter.charCodeAt(0),
    )
    expect(decodePage(bytes, 'windows-1252')).toContain('señor')
    const declared = page('<!-- <meta charset="euc-jp"> --><meta charset=windows-1252>', latin)
    expect(decodePage(Uint8Array.from([...declared], (one) => one.charCodeAt(0)))).toBe(declared)
  })

  it('in another language is no mojibake of ours: UTF-8 that is valid is UTF-8', () => {
    for (const text of [
      '한국 정부는 회담을 열었다.',
      '中国外交部发言人表示关注。',
      'Élysée, Zürich',
    ]) {
      const html = page('', text)
      expect(decodePage(encoded(html, 'utf-8'))).toBe(html)
    }
  })

  it('may have a broken letter or two, as pages do', () => {
    const bytes = encoded(page('<meta charset="utf-8">', words.repeat(20)), 'utf-8')
    bytes[bytes.length - 40] = 0xff
    expect(decodePage(bytes)).toContain('防波堤')
  })

  it('that is garbled in every encoding is refused', () => {
    expect(
      decodePage(Uint8Array.from({ length: 4_000 }, (_, i) => (i * 7919 + 13) % 256)),
    ).toBeNull()
    const cut = encoded(page('', words.repeat(9)), 'utf-8').map((byte, i) => (i % 7 ? byte : 0xff))
    expect(decodePage(cut)).toBeNull()
  })

  it('never throws, and never gives what is mostly no text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const text = decodePage(Uint8Array.from(bytes))
        if (text !== null) expect([...text.matchAll(/\ufffd/g)].length).toBeLessThanOrEqual(2)
      }),
    )
  })
})

describe('a list of words', () => {
  const list = 'title,url\n港の防波堤,https://a.example/1\n議会の答え,https://a.example/2\n'

  it.each(['utf-8', 'shift_jis', 'euc-jp'] as const)('in %s is read as what it is', (label) => {
    expect(decodePlain(encoded(list, label))).toBe(list)
  })

  it('of a few kanji is read too, and so is one of none', () => {
    const short = 'title,url\n防災,https://a.example/1\n'
    expect(decodePlain(encoded(short, 'shift_jis'))).toBe(short)
    expect(decodePlain(encoded('title,url\n', 'utf-8'))).toBe('title,url\n')
  })
})
