import DOMPurify from 'dompurify'
import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../lib/article/document'
import { safeBlock } from '../../lib/article/safe-blocks'
import { articleHtml } from '../../lib/article/sanitize'

const BASE = 'https://news.example/article/1'
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '` onfocus=alert(1) autofocus `',
  '</p><svg/onload=alert(1)>',
  '<!--><script>alert(1)</script-->',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  ']]><script>alert(1)</script>',
  '\u2028<iframe srcdoc="x">',
]
const ADDRESSES = [
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://a.example/1',
  'file:///etc/passwd',
  'https://a.example/"onclick="alert(1)',
  'mailto:a@b.example',
  '/relative?a=1&b=2',
]

const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string())
const run = fc.record(
  {
    text,
    ruby: text,
    href: fc.oneof(fc.constantFrom(...ADDRESSES), fc.string()),
    mark: fc.constantFrom('strong' as const, 'emphasis' as const),
  },
  { requiredKeys: ['text'] },
)
const runs = fc.array(run, { maxLength: 3 })
const id = fc.constant('b1')
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    id,
    level: fc.integer({ min: 1, max: 6 }),
    runs,
  }),
  fc.record({ kind: fc.constant('paragraph' as const), id, runs }),
  fc.record({
    kind: fc.constant('item' as const),
    id,
    ordered: fc.boolean(),
    depth: fc.nat(4),
    runs,
  }),
  fc.record({ kind: fc.constant('quote' as const), id, runs }),
  fc.record({
    kind: fc.constant('figure' as const),
    id,
    image: fc.record({ src: fc.constantFrom(...ADDRESSES), alt: text }),
    runs,
  }),
  fc.record({
    kind: fc.constant('table' as const),
    id,
    rows: fc.array(fc.array(runs, { maxLength: 2 }), { maxLength: 2 }),
  }),
)

const MADE =
  /^(h[2-6]|p|ol|ul|li|blockquote|figure|figcaption|table|tbody|tr|td|a|ruby|rp|rt|strong|em|br)$/

describe('HTML out of an article', () => {
  const { window } = new JSDOM('')
  const parsed = (html: string) => {
    const body = window.document.createElement('body')
    body.innerHTML = html
    return body
  }

  it('holds no element or attribute that we did not write, whatever the text says', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        for (const element of parsed(articleHtml(blocks, BASE)).querySelectorAll('*')) {
          expect(element.localName).toMatch(MADE)
          for (const { name, value } of element.attributes) {
            expect(`${element.localName} ${name}`).toMatch(/^a (href|rel)$/)
            if (name === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:)/)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is left as it is by a sanitiser made for hostile HTML', () => {
    const purify = DOMPurify(window)
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        const html = parsed(articleHtml(blocks, BASE)).innerHTML
        expect(purify.sanitize(html)).toBe(html)
      }),
      { numRuns: 150 },
    )
  })

  it('nests lists as the article did', () => {
    const item = (depth: number, ordered: boolean, words: string): Block => ({
      kind: 'item',
      id: 'b1',
      depth,
      ordered,
      runs: [{ text: words }],
    })
    const html = articleHtml([item(0, true, '一'), item(1, false, 'い'), item(0, true, '二')], BASE)
    expect(html.replace(/\n/g, '')).toBe('<ol><li>一<ul><li>い</li></ul></li><li>二</li></ol>')
  })
})

describe('blocks that are kept', () => {
  it.each(ADDRESSES.slice(0, 7))('lose the address %j', (href) => {
    const kept = safeBlock({ kind: 'paragraph', id: 'b1', runs: [{ text: '語', href }] }, BASE)
    expect(kept).toEqual({ kind: 'paragraph', id: 'b1', runs: [{ text: '語' }] })
  })

  it('have whole addresses', () => {
    const runs = [{ text: '語', href: '/a' }]
    const image = { src: '//img.example/1.png', alt: '' }
    expect(safeBlock({ kind: 'figure', id: 'b1', image, runs }, BASE)).toMatchObject({
      image: { src: 'https://img.example/1.png' },
      runs: [{ href: 'https://news.example/a' }],
    })
  })

  it('keep the caption of a picture that has no address', () => {
    const image = { src: 'data:image/png;base64,x', alt: '' }
    const figure: Block = { kind: 'figure', id: 'b1', image, runs: [{ text: '説明' }] }
    expect(safeBlock(figure, BASE)).toMatchObject({ kind: 'paragraph', runs: [{ text: '説明' }] })
  })
})
