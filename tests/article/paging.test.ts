import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../lib/article/extract'
import { withoutPage } from '../../lib/article/title'
import { parse } from './page'

const text = [
  '政府は会談の準備を進めている。日程は調整中だという。会場の選定も、まだ続いている。',
  '首相は近く方針を示す。与野党の議論も、これから本格化する見通しだ。外相も同行する。',
]

/** An article's page with this in its head, this beside its text. */
const article = (url: string, head: string, beside: string) =>
  extractArticle(
    parse(
      `<head><meta property="og:type" content="article">${head}</head><body><main><article>
      <h1>首脳会談の見通しを読む</h1><div class="text">${text.map((p) => `<p>${p}</p>`).join('')}</div>
      ${beside}</article></main></body>`,
      url,
    ),
    url,
  )

interface Shape {
  name: string
  /** Address of each page, the whole's first. */
  pages: string[]
  /** Head and pager of a page. */
  head?: (page: number) => string
  pager: (page: number) => string
}

const link = (href: string | undefined, words: string) => `<a href="${href}">${words}</a>`

const numbers = (pages: string[], at: number) =>
  pages.map((href, k) => `<li>${k + 1 === at ? k + 1 : link(href, String(k + 1))}</li>`).join('')

const path = ['', '2/', '3/'].map((end) => `https://paper.example/article/20260319-ABC/${end}`)
const bare = ['', '/2', '/3'].map((end) => `https://daily.example/articles/view/news/361061${end}`)
const query = ['', '?page=2', '?page=3'].map(
  (end) => `https://weekly.example/articles/-/81234${end}`,
)
const file = ['', '_2', '_3'].map((end) => `https://it.example/news/2603/19/news101${end}.html`)

const SHAPES: Shape[] = [
  {
    name: 'numbers in a list, canonical to the first page, rel in the head',
    pages: path,
    head: (at) =>
      `<link rel="canonical" href="${path[0]}">${at < 3 ? `<link rel="next" href="${path[at]}">` : ''}`,
    pager: (at) => `<ul class="pagination">${numbers(path, at)}</ul>`,
  },
  {
    name: 'canonical to each page itself, only 次ページ and 前ページ',
    pages: bare,
    head: (at) => `<link rel="canonical" href="${bare[at - 1]}">`,
    pager: (at) =>
      `<p>${at > 1 ? link(bare[at - 2], '←前ページ') : ''} ${at}/3ページ ${at < 3 ? link(bare[at], '次ページ→') : ''}</p>`,
  },
  {
    name: 'a parameter, a headline that goes on, and n/m',
    pages: query,
    pager: (at) =>
      `<div class="nav">${at < 3 ? link(query[at], '次ページ 外相は何を語ったか') : ''}</div>
       <ol>${numbers(query, at)}</ol><p><em>${at}</em>/<span>3ページ</span></p>`,
  },
  {
    name: 'a number before the ending of the file',
    pages: file,
    pager: (at) =>
      `<div id="pager">${at > 1 ? link(file[at - 2], '前のページへ') : ''} ${numbers(file, at)} ${at < 3 ? link(file[at], '次のページへ') : ''}</div>`,
  },
]

describe.each(SHAPES)('pages told by $name', ({ pages, head = () => '', pager }) => {
  const read = (at: number) => article(pages[at - 1] ?? '', head(at), pager(at))

  it.each([1, 2, 3])('page %i is one of three, of one article', (at) => {
    const found = read(at)
    expect(found).toMatchObject({ url: pages[0], paging: { page: at, total: 3 } })
    expect(found?.addresses).toEqual(expect.arrayContaining([pages[0], pages[at - 1]]))
    for (const { page, url } of found?.paging?.known ?? []) expect(url).toBe(pages[page - 1])
  })

  it('the pager is not part of the text', () => {
    expect(read(2)?.blocks.map((block) => 'runs' in block && block.runs[0]?.text)).toEqual(text)
  })
})

it('the first page by its number and without it are one', () => {
  const url = 'https://weekly.example/articles/-/1?page=1'
  const two = 'https://weekly.example/articles/-/1?page=2'
  expect(article(url, '', `<ol>${numbers([url, two], 1)}</ol>`)).toMatchObject({
    url: 'https://weekly.example/articles/-/1',
    paging: { page: 1, total: 2 },
  })
})

describe('a whole article is not one of several pages', () => {
  it.each([
    ['entries counted by number', 'https://blog.example/entry/2', link('/entry/3', '次の記事')],
    ['entries by rel', 'https://blog.example/entry/2', '<a rel="prev" href="/entry/1">前</a>'],
    [
      'a diary with a calendar',
      'https://blog.example/2026/03/19/',
      `<table><td>${link('/2026/03/18/', '18')}<td>${link('/2026/03/20/', '20')}</table>`,
    ],
    [
      'pages of its comments',
      'https://blog.example/entry/abc',
      `<div class="comments">${link('?page=2', '2')}${link('?page=2', '次へ')}</div>`,
    ],
    ['pages of a list', 'https://x.example/a/b', link('/politics/?page=2', '2')],
    ['a post of a blog by parameter', 'https://blog.example/?p=12', link('/?p=13', '次へ')],
    ['days by name', 'https://x.example/diary/2026-03-19', link('/diary/2026-03-18', '18')],
    ['days of a month', 'https://x.example/diary/2026-03/19', link('/diary/2026-03/18', '18')],
    ['days as files', 'https://x.example/d_2026_03_19.html', link('/d_2026_03_18.html', '18')],
    ['a link back to its list', 'https://x.example/news/2', link('/news/', 'ニュース一覧')],
    ['numbers that mean something else', 'https://x.example/a', link('/a?page=2', '3')],
    ['a score', 'https://x.example/a', '<p>2/3</p>'],
  ])('%s', (_, url, beside) => {
    const head = '<link rel="next" href="/entry/3">'
    expect(article(url, head, beside)).not.toHaveProperty('paging')
    expect(article(url, '', beside)).not.toHaveProperty('paging')
  })
})

it('the number of a picture is not how many pages there are', () => {
  const url = 'https://weekly.example/articles/-/1'
  const pager = `<ul>${numbers([url, `${url}?page=2`], 1)}</ul>`
  const gallery = `<figure><p>1/5</p><p>${text[0]}</p></figure>`
  expect(article(url, '', `${gallery}${pager}`)?.paging?.total).toBe(2)
  expect(article(url, '', `<div>${pager}<p>1/3</p></div>`)?.paging?.total).toBe(3)
})

describe('a page of another host than its address is none of its pages', () => {
  const victim = 'https://writer.blogs.example/entry/abc'
  const own = (at: number) => (at === 1 ? victim : `${victim}?page=${at}`)
  const pager = `<ul>${numbers([1, 2, 3].map(own), 2)}</ul>`
  it.each([
    ['a neighbour that calls it canonical', 'https://other.blogs.example/entry/x'],
    [
      'a host named like a cache',
      'https://google.evil.example/amp/s/writer.blogs.example/entry/abc',
    ],
  ])('%s', (_, url) => {
    for (const canonical of [victim, own(2)])
      expect(article(url, `<link rel="canonical" href="${canonical}">`, pager)).not.toHaveProperty(
        'paging',
      )
  })
  it.each([
    'https://www.writer.blogs.example/entry/abc?page=2',
    'https://sp.writer.blogs.example/entry/abc?page=2',
  ])('but %s is the same host', (url) =>
    expect(article(url, `<link rel="canonical" href="${victim}">`, pager)).toMatchObject({
      url: victim,
      paging: { page: 2 },
    }),
  )
})

it('a year at the end of a name is no day', () => {
  const pages = ['', '/2', '/3'].map((end) => `https://x.example/a/budget-2026${end}`)
  expect(article(pages[1] ?? '', '', `<ul>${numbers(pages, 2)}</ul>`)).toMatchObject({
    url: pages[0],
    paging: { page: 2, total: 3 },
  })
})

it.each([
  ['首脳会談の見通し（2/3ページ）', '首脳会談の見通し'],
  ['首脳会談の見通し (2ページ目)', '首脳会談の見通し'],
  ['首脳会談の見通し 2/3ページ', '首脳会談の見通し'],
  ['賛成は2/3', '賛成は2/3'],
  ['世論調査（3月）', '世論調査（3月）'],
])('the headline %s is %s', (title, bare) => expect(withoutPage(title)).toBe(bare))
