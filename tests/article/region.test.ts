import { describe, expect, it } from 'vitest'
import { blockText } from '../../lib/article/block-text'
import { extractArticle } from '../../lib/article/extract'
import { readPage } from '../../lib/article/read-page'
import { ADDRESSES, type PageName, page, parse } from './page'

const lines = (name: PageName): string[] =>
  readPage(page(name), ADDRESSES[name])?.blocks.map(({ block }) => blockText(block)) ?? []

describe('the article is found', () => {
  it.each([
    ['nikkei', '日米、経済安保で定期協議', '首相は3月19日に'],
    ['nhk-www3', '茂木外相 ルビオ国務長官と会談', '外務省は来週にも'],
    ['nhk-web', '日米首脳会談 高市首相', '政府は国家安全保障局を中心に'],
    ['nhk-easy', '高市首相が　アメリカの', '茂木外相は「自由で開かれた'],
    ['asahi', '「核の傘」どう議論', '高市首相は国会で'],
    ['yomiuri', '日米首脳会談、共同声明に', '高市首相は「自由で開かれた'],
    ['yahoo', 'ルビオ国務長官が来日へ', '高市首相は２日夜'],
    ['blog', '日米同盟を読むための三つの文書', '高市首相と茂木外相が'],
    ['blog-b', 'FOIPという言葉は', '次の日米首脳会談の文書では'],
  ] as const)('on %s, from the headline to the last paragraph', (name, first, last) => {
    const read = lines(name)
    expect(read[0]).toMatch(new RegExp(`^${first}`))
    expect(read.filter((line) => line.length > 20).at(-1)).toMatch(new RegExp(`^${last}`))
  })

  it.each([
    ['nikkei', /関連キーワード|アクセスランキング|歴訪へ|ログイン|転載をご希望|アプリ|体制を拡充/],
    ['nhk-www3', /新局長|年頭会見|シェア/],
    ['nhk-web', /注目ワード|あわせて読みたい|地域放送局|シェア/],
    ['nhk-easy', /たかいち|普通のニュース|説明があります|聞く/],
    ['asahi', /キャンペーン|有料会員|最終調整|印刷/],
    ['yomiuri', /あわせて|歩み|転載|かさ/],
    ['yahoo', /color:red|関連記事|配信|最終更新/],
    ['blog', /このブログ|最近の記事|参考になりました|ゆっくり/],
    ['blog-b', /人事を読む|シェア|#外交/],
  ] as const)('on %s, without what stands around it', (name, furniture) =>
    expect(lines(name).join('\n')).not.toMatch(furniture),
  )

  it('finds terms whole that the page splits', () => {
    expect(lines('nikkei').join('')).toContain('国家安全保障局の局長がワシントンを訪れ')
    expect(lines('nikkei').join('')).toContain('自由で開かれたインド太平洋（FOIP）')
    expect(lines('nhk-easy').join('')).toContain('国家安全保障局の人も')
    expect(lines('blog-b').join('')).toContain('自由で開かれたインド太平洋')
    expect(lines('yahoo').join('')).toContain('日本の国家安全保障局と米側')
  })

  it('is none on a list', () => {
    expect(readPage(page('not-article'), ADDRESSES['not-article'])).toBeNull()
    expect(extractArticle(page('not-article'), ADDRESSES['not-article'])).toBeNull()
  })

  it.each([
    '',
    '<p>短い。</p>',
    '<form><input name="q"></form>',
    '<h1>検索</h1><ul><li><a href="/1">一</a></ul>',
  ])('is none on %j', (html) => expect(readPage(parse(html), 'https://x.example/a')).toBeNull())
})

describe('a page that lies about itself', () => {
  const body =
    '<p>政府は国家安全保障局で、会談の準備を進めている。日程は調整中だという。</p>'.repeat(4)
  const hostile = `<head><meta property="og:type" content="article"><title>見出しはここにある</title></head>
    <img name="body"><img name="querySelectorAll"><img name="baseURI"><form name="title"></form>
    <div><h1>見出しはここにある</h1><form id="f"><input name="firstChild"><input name="nextSibling">
    <input name="parentNode"><input name="nodeType"><input name="localName"><input name="getAttribute">
    <input name="querySelectorAll"><input name="children"><input name="attributes">${body}</form></div>`

  it('by names that hide built-ins is read all the same', () => {
    const read = readPage(parse(hostile), 'https://x.example/a/1')
    expect(read?.blocks).toHaveLength(5)
    expect(extractArticle(parse(hostile), 'https://x.example/a/1')?.blocks).toHaveLength(4)
  })

  it('by a headline in a link to its front page keeps the right one', () => {
    const html = `<head><meta property="og:type" content="article"><meta property="og:title" content="首脳会談の見通し - 架空の新聞"></head>
      <h1><a href="/">架空の新聞</a></h1><article><h2>首脳会談の見通し</h2>${body}</article>`
    expect(extractArticle(parse(html), 'https://x.example/a/1')?.title).toBe('首脳会談の見通し')
  })
})

describe('a page without measure', () => {
  const wrap = (inner: string) =>
    parse(
      `<head><meta property="og:type" content="article"></head><h1>長い記事の見出し</h1>${inner}`,
    )

  it('of 100,000 nodes is read to its end', () => {
    const paragraph = '<p>国家<b>安全</b>保障局は、各国の担当者と東京で協議した。</p>'
    const document = wrap(`<div>${paragraph.repeat(20_000)}</div>`)
    const read = readPage(document, 'https://x.example/a/1')
    expect(read?.blocks.at(-1)?.block).toMatchObject({ id: 'b20000' })
  }, 120_000)

  it('of a single text of 5 MB is read up to a million characters', () => {
    const document = wrap(`<p>${'国家安全保障局は、協議した。'.repeat(360_000)}</p>`)
    const [, second] = readPage(document, 'https://x.example/a/1')?.blocks ?? []
    expect(second && blockText(second.block).length).toBe(1_000_000)
  }, 60_000)

  it('of 1,500 elements within each other is read to the innermost', () => {
    const words = '国家安全保障局は、深いところで二十か国の担当者とともに協議した。'
    const read = readPage(
      wrap(`${'<div>'.repeat(1_500)}${words.repeat(3)}`),
      'https://x.example/a/1',
    )
    expect(read?.blocks.map(({ block }) => blockText(block))).toContain(words.repeat(3))
  }, 60_000)
})
