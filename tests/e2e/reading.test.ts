/** What the eye sees is what is read, in browsers that lay pages out: style, shadow roots, dialogs. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blockText } from '../../lib/article/block-text'
import type { Block } from '../../lib/article/document'
import { launch, type Reader, type Site } from '../../scripts/launch'
import { archiveRows, ask, tabOf } from './archive'
import { extensionFor } from './builds'
import { FAMILIES } from './families'
import { waitForMarks } from './surfaces'

const TITLE = '港の図書館が秋に開く'
const LINES = [
  '国家安全保障局は、港の図書館に古い海図を貸し出すことを決めた。会期は秋の三か月になる。',
  '館長は「船の道を知る人に見てほしい」と話し、国家安全保障局の担当者が説明に立つという。',
  '入館は無料で、夜も開ける。市は港までの乗り物を増やし、駅からの道に案内の札を立てる。',
]
const [one, two, three] = LINES.map((line) => `<p>${line}</p>`)
const BODY = `${one}${two}${three}`
const within = (inner: string) => `<main><article><h1>${TITLE}</h1>${inner}</article></main>`
const HIDDEN = [
  'opacity:0;height:0;overflow:hidden',
  'position:absolute;left:-9999px',
  'position:absolute;top:-9999px',
  'clip-path:inset(50%);position:absolute;width:1px;height:1px;overflow:hidden',
  'position:absolute;clip:rect(0,0,0,0)',
  'font-size:0',
  'text-indent:-9999px;white-space:nowrap;overflow:hidden',
  'transform:scale(0)',
  'max-height:0;overflow:hidden',
  'visibility:hidden',
  'display:none',
]

/** Name of a page, what stands on it, and what is read of it. */
const CASES: [name: string, html: string, read: string[]][] = [
  [
    'hidden-by-style',
    `<style>${HIDDEN.map((style, at) => `.h${at}{${style}}`).join('')}</style>${within(
      BODY +
        HIDDEN.map((_, at) => `<p class="h${at}">隠れた一文の${at}がここにある。</p>`).join(''),
    )}`,
    LINES,
  ],
  [
    'fading-in',
    `<style>.f{opacity:0;transition:opacity 9s}</style>${within(`${one}${two}<p class="f">${LINES[2]}</p>`)}`,
    LINES,
  ],
  [
    'behind-a-dialog',
    `<div id="app" aria-hidden="true">${within(BODY)}</div><div role="dialog" aria-modal="true"><p>お知らせがある。</p></div>`,
    LINES,
  ],
  [
    'in-a-shadow-root',
    `<main><h1>${TITLE}</h1><x-body></x-body></main><script>customElements.define('x-body',class extends HTMLElement{connectedCallback(){this.attachShadow({mode:'open'}).innerHTML=${JSON.stringify(BODY)}}})</script>`,
    LINES,
  ],
  [
    'in-part-in-a-shadow-root',
    `${within(`${one}<x-p><p>${LINES[1]}</p></x-p>${three}`)}<script>customElements.define('x-p',class extends HTMLElement{connectedCallback(){this.attachShadow({mode:'open'}).innerHTML='<slot></slot>'}})</script>`,
    LINES,
  ],
  [
    'in-kept-lines',
    `<style>.b{white-space:pre-line}</style>${within(`<div class="b">${LINES[0]}\n\n${LINES[1]}\n${LINES[2]}</div>`)}`,
    [LINES[0] ?? '', `${LINES[1]}\n${LINES[2]}`],
  ],
  [
    'in-spans-that-are-blocks',
    `<style>.l{display:block}</style>${within(`<div>${LINES.map((line) => `<span class="l">${line}</span>`).join('')}</div>`)}`,
    LINES,
  ],
  [
    'with-a-button',
    within(`<p>市は<button type="button">国家安全保障局</button>に頼む。</p>${BODY}`),
    ['市は国家安全保障局に頼む。', ...LINES],
  ],
  [
    'in-closed-details',
    within(`${BODY}<details><summary>問い</summary><p>答えは折りたたまれている。</p></details>`),
    [...LINES, '問い', '答えは折りたたまれている。'],
  ],
]

const addressOf = (name: string) => `https://www.nikkei.com/article/FIXTURE-${name}/`
const site: Site = (url) => {
  const found = CASES.find(([name]) => addressOf(name) === url.href)
  if (!found) return null
  return {
    body: `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>${TITLE}</title><meta property="og:type" content="article"><meta property="og:title" content="${TITLE}"></head><body>${found[1]}</body></html>`,
  }
}

describe.each(FAMILIES)('in %s', (family) => {
  let reader: Reader
  let own: Page
  beforeAll(async () => {
    reader = await launch(family, { extension: extensionFor(family) })
    own = await reader.extensionPage('library.html#/archive')
  })
  afterAll(() => reader?.close())

  it.each(CASES)('a text %s is marked and saved as it is seen', async (name, _, read) => {
    const page = await reader.visit(addressOf(name), site)
    await waitForMarks(page)
    const saved = await ask(own, 'save', { tab: await tabOf(own, addressOf(name)) })
    expect(saved.result).toBe('saved')
    const { articles = [], revisions = [] } = await archiveRows(own)
    const article = articles.find((row) => (row as { url: string }).url === addressOf(name))
    const { revision } = article as { revision: string }
    const kept = revisions.find((row) => (row as { id: string }).id === revision)
    expect((kept as { blocks: Block[] }).blocks.map(blockText)).toEqual(read)
    await page.close()
  })
})
