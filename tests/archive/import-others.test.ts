import 'fake-indexeddb/auto'
import { strToU8, zipSync } from 'fflate'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { saveArticle } from '../../lib/archive/save'
import { fileKind } from '../../lib/archive/transfer/import-any'
import { readHtmlFiles } from '../../lib/archive/transfer/import-html'
import { readInstapaper } from '../../lib/archive/transfer/import-instapaper'
import { readOmnivore } from '../../lib/archive/transfer/import-omnivore'
import { importPages, type KeptPages } from '../../lib/archive/transfer/import-pages'
import { readPocketCsv, readPocketHtml } from '../../lib/archive/transfer/import-pocket'
import { readRaindrop } from '../../lib/archive/transfer/import-raindrop'
import { extracted, freshDatabase, listEngine } from './example'

const engine = listEngine({})
const parse = (html: string) => new JSDOM(html).window.document
const file = (content: BlobPart, name = 'export') => new File([content], name)

async function imported(pages: KeptPages, db = freshDatabase()) {
  const report = await importPages(db, engine, pages)
  return { db, report, articles: await db.articles.orderBy('savedAt').toArray() }
}

describe('Pocket', () => {
  const csv =
    'title,url,time_added,tags,status\n"外相, 会談へ",https://news.example/a?utm_source=pocket,1700000000,外交|安保,unread\nb,javascript:alert(1),1,,archive\n'

  it('CSV: bookmarks with their tags and day of saving; what is no web page is refused', async () => {
    expect(await fileKind(file(csv))).toBe('pocket-csv')
    const { articles, report } = await imported(readPocketCsv(file(csv)))
    expect(report).toMatchObject({
      new: 1,
      refused: 1,
      refusals: [{ line: 2, problem: 'no-address' }],
    })
    expect(articles).toMatchObject([
      {
        url: 'https://news.example/a',
        title: '外相, 会談へ',
        keywords: ['外交', '安保'],
        savedAt: '2023-11-14T22:13:20.000Z',
        truncated: true,
      },
    ])
  })

  it('HTML: the same', async () => {
    const html =
      '<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul><li><a href="https://news.example/b" time_added="1700000000" tags="経済,半導体">増産</a></li></ul></body></html>'
    expect(await fileKind(file(html, 'ril_export.html'))).toBe('pocket-html')
    const { articles } = await imported(readPocketHtml(file(html), parse))
    expect(articles).toMatchObject([{ title: '増産', keywords: ['経済', '半導体'] }])
  })

  it('what is saved already is not touched, and what is opened later is completed', async () => {
    const db = freshDatabase()
    await saveArticle(
      db,
      engine,
      extracted(['本文。'], { url: 'https://news.example/a', title: '元の題' }),
    )
    const first = await imported(readPocketCsv(file(csv)), db)
    expect(first.report).toMatchObject({ new: 0, same: 1 })
    expect(first.articles[0]?.title).toBe('元の題')
    const { db: other } = await imported(readPocketCsv(file(csv)))
    const result = await saveArticle(
      other,
      engine,
      extracted(['本文。'], { url: 'https://news.example/a' }),
    )
    expect(result.result).toBe('revised')
    expect((await other.articles.toArray())[0]).toMatchObject({ truncated: false })
  })
})

it('Instapaper: selections, folders and tags', async () => {
  const csv =
    'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://news.example/c,題,選んだ文,外交,1700000000,"[""安保""]"\nhttps://news.example/d,二,,Unread,1700000001,[]\n'
  expect(await fileKind(file(csv))).toBe('instapaper')
  const { db, articles } = await imported(readInstapaper(file(csv)))
  expect(articles.map(({ keywords }) => keywords)).toEqual([['外交', '安保'], []])
  const [revision] = await db.revisions
    .where('article')
    .equals(articles[0]?.id ?? '')
    .toArray()
  expect(revision?.blocks).toMatchObject([{ runs: [{ text: '選んだ文' }] }])
})

it('Raindrop: notes, excerpts and folders', async () => {
  const csv =
    'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n1,題,覚え,抜き書き,https://news.example/e,外交,"安保, 日米",2024-05-01T00:00:00.000Z,,,false\n'
  expect(await fileKind(file(csv))).toBe('raindrop')
  const { articles } = await imported(readRaindrop(file(csv)))
  expect(articles).toMatchObject([
    {
      note: '覚え',
      noted: 1,
      keywords: ['外交', '安保', '日米'],
      savedAt: '2024-05-01T00:00:00.000Z',
    },
  ])
})

const paragraphs = Array.from(
  { length: 6 },
  (_, i) =>
    `<p>首脳会談の第${i}段。両国は安全保障について話し合い、共同声明をまとめた。経済についても協議した。</p>`,
).join('')

describe('Omnivore', () => {
  const item = (slug: string, more = {}) => ({
    slug,
    title: '首脳会談の詳報',
    url: `https://news.example/${slug}`,
    labels: ['外交'],
    savedAt: '2024-05-01T00:00:00.000Z',
    publishedAt: '2024-04-30T00:00:00.000Z',
    ...more,
  })
  const zip = (files: Record<string, string>) =>
    file(
      zipSync(
        Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
      ),
    )

  it('articles with their text, their passages as a note, bookmarks without', async () => {
    const export_ = zip({
      'metadata_0_to_20.json': JSON.stringify([
        item('a'),
        item('b', { description: '概要' }),
        { slug: 5 },
      ]),
      'content/a.html': `<div id="readability-page-1">${paragraphs}<a href="/rel">関連</a></div>`,
      'highlights/a.md': '> 共同声明をまとめた',
    })
    expect(await fileKind(export_)).toBe('omnivore')
    const { db, report, articles } = await imported(readOmnivore(export_, parse))
    expect(report).toMatchObject({ new: 2, refused: 1 })
    const whole = articles.find(({ url }) => url.endsWith('/a'))
    expect(whole).toMatchObject({
      note: '> 共同声明をまとめた',
      publishedAt: '2024-04-30T00:00:00.000Z',
    })
    expect(whole?.keywords).toContain('外交')
    const [revision] = await db.revisions
      .where('article')
      .equals(whole?.id ?? '')
      .toArray()
    expect(JSON.stringify(revision?.blocks)).toContain('首脳会談の第5段')
  })

  it('says that a zip is not Omnivore’s, or damaged', async () => {
    await expect(imported(readOmnivore(zip({ 'a.txt': 'x' }), parse))).rejects.toMatchObject({
      problem: 'not-ours',
    })
    await expect(imported(readOmnivore(file('PK\u0003\u0004broken'), parse))).rejects.toMatchObject(
      { problem: 'damaged' },
    )
  })
})

describe('a folder of saved pages', () => {
  const page = (head: string) =>
    `<!DOCTYPE html>\n${head}<html><head><title>首脳会談の詳報</title></head><body><article><h1>首脳会談の詳報</h1>${paragraphs}</article></body></html>`

  it('gives the pages that name their address, by browser, SingleFile or themselves', async () => {
    const files = [
      file(page('<!-- saved from url=(0025)https://news.example/p/1 -->\n'), 'a.html'),
      file(
        page(
          '<!--\n Page saved with SingleFile \n url: https://news.example/p/2 \n saved date: Wed May 01 2024 09:00:00 GMT+0900\n-->\n',
        ),
        'b.htm',
      ),
      file(
        page('').replace(
          '<title>',
          '<link rel="canonical" href="https://news.example/p/3"><title>',
        ),
        'c.html',
      ),
      file(page(''), 'nameless.html'),
      file('<p>短い</p><!-- saved from url=(0025)https://news.example/p/4 -->', 'empty.html'),
      file('x', 'style.css'),
    ]
    const { report, articles } = await imported(readHtmlFiles(files, parse))
    expect(report).toMatchObject({ new: 3, refused: 2 })
    expect(report.refusals.map(({ problem, detail }) => [problem, detail])).toEqual([
      ['no-address', 'nameless.html'],
      ['no-text', 'empty.html'],
    ])
    expect(articles.map(({ url }) => url).sort()).toEqual(
      [1, 2, 3].map((n) => `https://news.example/p/${n}`),
    )
    expect(articles.find(({ url }) => url.endsWith('2'))?.savedAt).toBe('2024-05-01T00:00:00.000Z')
  })
})
