// @vitest-environment jsdom
import '../components/fake-browser'

import 'fake-indexeddb/auto'
import { render } from 'preact'
import { describe, expect, it } from 'vitest'
import { BlockView } from '../../entrypoints/library/reader/BlockView'
import { offsetIn } from '../../entrypoints/library/reader/selection'
import type { Block, Run } from '../../lib/article/document'
import type { Mention } from '../../lib/linking/mention'

const root = document.createElement('div')
document.body.append(root)
const show = (block: Block, ...mentions: Mention[]) =>
  render(
    <BlockView
      block={block}
      marks={mentions.map((mention) => ({
        start: mention.start,
        end: mention.end,
        plan: { mention, tint: 'words', followed: false },
      }))}
      highlights={[]}
    />,
    root,
  )
const paragraph = (...runs: Run[]): Block => ({ kind: 'paragraph', id: 'b', runs })
const mention = (start: number, end: number, surface: string): Mention => ({
  block: 'b',
  start,
  end,
  surface,
  entity: 'concept.x',
  headword: surface,
  kind: 'concept',
  tier: 'key',
  refersTo: null,
  undecided: false,
  candidates: [],
  why: [],
})

describe('a block of a saved article', () => {
  it('is words, never HTML', () => {
    const text = '<img src=x onerror=alert(1)><script>alert(1)</script>'
    show(paragraph({ text }))
    expect(root.textContent).toBe(text)
    expect(root.querySelector('img, script')).toBeNull()
  })

  it.each(['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'vbscript:x'])(
    'does not make %s a link',
    (href) => {
      show(paragraph({ text: 'ここ', href }))
      expect(root.querySelector('a')).toBeNull()
      expect(root.textContent).toBe('ここ')
    },
  )

  it('shows a picture from the network as its words alone', () => {
    const image = { src: 'https://evil.example/x.png', alt: '会談の写真' }
    show({ kind: 'figure', id: 'b', image, runs: [] })
    expect(root.querySelector('img')).toBeNull()
    expect(root.textContent).toContain('会談の写真')
  })

  it('sets the reading above the word, and counts offsets without it', () => {
    show(paragraph({ text: '前の' }, { text: '会談', ruby: 'かいだん' }, { text: 'の後' }))
    expect(root.querySelector('rt')?.textContent).toBe('かいだん')
    const last = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    let node: Node | null = null
    while (last.nextNode()) node = last.currentNode
    expect(node && offsetIn(root, node, 1)).toBe(5)
  })

  it('marks a term as one button, even where it runs across emphasis', () => {
    show(
      paragraph({ text: '国家' }, { text: '安全保障', mark: 'strong' }),
      mention(0, 6, '国家安全保障'),
    )
    const buttons = root.querySelectorAll('[role=button]')
    expect(buttons).toHaveLength(1)
    expect(buttons[0]?.textContent).toBe('国家安全保障')
    expect(buttons[0]?.getAttribute('aria-label')).toBe('「国家安全保障」の解説')
  })

  it('leaves a link a link where a term stands in it', () => {
    show(paragraph({ text: '日米同盟', href: 'https://a.example/' }), mention(0, 4, '日米同盟'))
    expect(root.querySelector('a')?.textContent).toBe('日米同盟')
    expect(root.querySelector('[role=button]')).toBeNull()
    expect(root.querySelector('[data-term]')).not.toBeNull()
  })

  it('marks a term in the right cell of a table', () => {
    const rows = [
      [[{ text: '年' }], [{ text: '額' }]],
      [[{ text: '2025' }], [{ text: '投資額' }]],
    ]
    show({ kind: 'table', id: 'b', rows }, mention(9, 12, '投資額'))
    expect(root.querySelector('[data-term]')?.closest('td')?.textContent).toBe('投資額')
  })
})
