import 'fake-indexeddb/auto'
import { unzipSync } from 'fflate'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { deleteArticles } from '../../lib/archive/delete'
import { addHighlight } from '../../lib/archive/notes'
import { saveArticle } from '../../lib/archive/save'
import { exportCitations, exportPages } from '../../lib/archive/transfer/export-files'
import { setNote } from '../../lib/archive/write-note'
import type { Block } from '../../lib/article/document'
import { extracted, freshDatabase, listEngine } from './example'

const engine = listEngine({})
const runs = (text: string) => [{ text }]
const image = { src: 'https://news.example/a.png', alt: '地図' }
const blocks: Block[] = [
  { kind: 'heading', id: 'h', level: 2, runs: runs('# 見出し*') },
  {
    kind: 'paragraph',
    id: 'p',
    runs: [
      { text: '高市', ruby: 'たかいち' },
      { text: '首相は', mark: 'strong' },
      { text: '資料<1>', href: 'https://gov.example/x' },
    ],
  },
  { kind: 'item', id: 'i1', ordered: false, depth: 0, runs: runs('一つ目') },
  { kind: 'item', id: 'i2', ordered: false, depth: 1, runs: runs('二つ目') },
  { kind: 'quote', id: 'q', runs: runs('引用') },
  { kind: 'figure', id: 'f', image, runs: runs('図の説明') },
  { kind: 'table', id: 't', rows: [[runs('国'), runs('率|%')], [runs('甲')]] },
]

async function archive(more: Parameters<typeof extracted>[1] = {}) {
  const db = freshDatabase()
  const page = {
    blocks,
    title: '題: 「A/B」',
    byline: '甲野 & 乙川',
    keywords: ['外交 安保'],
    ...more,
  }
  const saved = await saveArticle(db, engine, extracted([], page))
  return { db, id: saved.result === 'saved' ? saved.article : '' }
}

const bytesOf = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) =>
  new Uint8Array(await new Response(stream).arrayBuffer())
const filesOf = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) =>
  Object.entries(unzipSync(await bytesOf(stream))).map(([name, bytes]) => ({
    name,
    text: new TextDecoder().decode(bytes),
  }))

describe('Markdown', () => {
  it('has front matter, every kind of block, the note and the marked passages', async () => {
    const { db, id } = await archive()
    await setNote(db, id, '覚え')
    await addHighlight(db, { article: id, span: { block: 'q', start: 0, end: 2 }, note: '要' })
    const [file] = await filesOf(exportPages(db, 'markdown'))
    expect(file?.name).toBe('2026-03-19 題 「A B」.md')
    expect(file?.text).toContain('title: "題: 「A/B」"\nurl: "https://news.example/articles/1"')
    expect(file?.text).toContain('tags: ["外交-安保"]')
    expect(file?.text).toContain('## # 見出し\\*')
    expect(file?.text).toContain(
      '<ruby>高市<rt>たかいち</rt></ruby>**首相は**[資料\\<1\\>](<https://gov.example/x>)',
    )
    expect(file?.text).toContain('- 一つ目\n  - 二つ目\n\n> 引用')
    expect(file?.text).toContain('![地図](<https://news.example/a.png>)\n\n図の説明')
    expect(file?.text).toContain('| 国 | 率\\|% |\n| --- | --- |\n| 甲 |  |')
    expect(file?.text).toMatch(/## メモ\n\n覚え\n\n## 印をつけた箇所\n\n> 引用\n\n要\n$/)
  })

  it('gives two articles of one name two files, and leaves the bin out', async () => {
    const { db, id } = await archive()
    for (const n of [2, 3]) {
      const page = { url: `https://news.example/${n}`, title: '題: 「A/B」', blocks }
      await saveArticle(db, engine, extracted([], page))
    }
    await deleteArticles(db, [id])
    const names = (await filesOf(exportPages(db, 'markdown'))).map(({ name }) => name)
    expect(names).toEqual(['2026-03-19 題 「A B」.md', '2026-03-19 題 「A B」 (2).md'])
  })
})

describe('pages', () => {
  it('say the same as the article', async () => {
    const { db } = await archive()
    const [file] = await filesOf(exportPages(db, 'html'))
    const { document } = new JSDOM(file?.text).window
    expect(document.querySelector('h1')?.textContent).toBe('題: 「A/B」')
    expect(document.querySelector('ruby rt')?.textContent).toBe('たかいち')
    expect(document.querySelector('blockquote')?.textContent).toBe('引用')
    expect([...document.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual([
      '国',
      '率|%',
      '甲',
    ])
  })

  it('run nothing and load nothing, whatever the article says', async () => {
    const evil = '"><img src=x onerror=alert(1)><script>alert(1)</script>'
    const link = [{ text: evil, href: 'javascript:alert(1)', ruby: evil }]
    const bad: Block[] = [
      { kind: 'paragraph', id: 'p', runs: link },
      { kind: 'figure', id: 'f', image: { src: 'javascript:alert(1)', alt: evil }, runs: link },
      { kind: 'table', id: 't', rows: [[link]] },
    ]
    const { db } = await archive({ title: evil, byline: evil, publisher: evil, blocks: bad })
    const [file] = await filesOf(exportPages(db, 'html'))
    const { document } = new JSDOM(file?.text).window
    expect(document.querySelectorAll('script, img, iframe, [onerror]')).toHaveLength(0)
    expect([...document.links].every(({ href }) => href.startsWith('https:'))).toBe(true)
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain(
      "default-src 'none'",
    )
  })
})

describe('citations', () => {
  it('are CSL-JSON with dates as parts and the byline as it is', async () => {
    const { db } = await archive()
    const [item] = await new Response(exportCitations(db, 'csl')).json()
    expect(item).toMatchObject({
      id: 'news20260319',
      type: 'article-newspaper',
      title: '題: 「A/B」',
      author: [{ literal: '甲野 & 乙川' }],
      issued: { 'date-parts': [[2026, 3, 19]] },
      'container-title': '見本新聞',
    })
  })

  it('are BibTeX with what TeX would take for commands escaped', async () => {
    const { db } = await archive({ title: '100% {増} #1_a' })
    const text = await new Response(exportCitations(db, 'bibtex')).text()
    expect(text).toContain('@online{news20260319,')
    expect(text).toContain('title = {{100\\% \\{増\\} \\#1\\_a}},')
    expect(text).toContain('author = {{甲野 \\& 乙川}},')
    expect(text).toContain('date = {2026-03-19},')
  })

  it('are an empty list for an empty archive', async () => {
    expect(await new Response(exportCitations(freshDatabase(), 'csl')).json()).toEqual([])
  })
})
