/** Which kept article a page is: told by titles and texts where addresses say too much or too little. */
import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { saveArticle } from '../../lib/archive/save'
import { savedState } from '../../lib/archive/saved-state'
import type { ExtractedArticle } from '../../lib/article/extracted'
import { canonicalAddress } from '../../lib/article/identity'
import { extracted, freshDatabase, listEngine } from './example'

const engine = listEngine({})
const HOST = 'https://tayori.example'
const TEXTS = {
  library: [
    '架空市は図書館の分館を三つ増やす計画をまとめた。',
    '市長は夏までに場所を決めると述べた。',
  ],
  market: ['港町の市場は来月から朝の開場を一時間早める。', '漁協は氷の倉庫を新しくする考えだ。'],
}

/** A page as the extractor has it. */
const page = (
  location: string,
  about: keyof typeof TEXTS,
  more: Partial<ExtractedArticle> = {},
): ExtractedArticle => {
  const url = canonicalAddress(location) ?? location
  const facts = { url, addresses: [...new Set([url, location])], location, title: `${about}の記事` }
  return extracted(TEXTS[about], { ...facts, ...more })
}

/** Saves one after the other; how each went, and how many articles there are. */
async function saving(...pages: ExtractedArticle[]) {
  const db = freshDatabase()
  const results: string[] = []
  for (const one of pages) results.push((await saveArticle(db, engine, one)).result)
  return { db, results, articles: await db.articles.toArray() }
}

describe('two pages with other titles and texts are two articles', () => {
  const stale = [`${HOST}/news/1`]
  it.each([
    [
      'that a parameter names',
      page(`${HOST}/view.php?pid=1041`, 'library'),
      page(`${HOST}/view.php?pid=1042`, 'market'),
    ],
    [
      'that a tracking name names here',
      page(`${HOST}/view?cmp=1`, 'library'),
      page(`${HOST}/view?cmp=2`, 'market'),
    ],
    [
      'of which the second kept the first one’s canonical',
      page(`${HOST}/news/1`, 'library', { said: stale }),
      page(`${HOST}/news/2`, 'market', { said: stale }),
    ],
    [
      'told apart by the fragment',
      page(`${HOST}/app#/1`, 'library'),
      page(`${HOST}/app#/2`, 'market'),
    ],
    [
      'that call one address their own from the start',
      page(`${HOST}/a`, 'library', { said: [`${HOST}/top/now`] }),
      page(`${HOST}/b`, 'market', { said: [`${HOST}/top/now`] }),
    ],
  ])('%s', async (_, first, second) => {
    const { db, results, articles } = await saving(first, second, first, second)
    expect(results).toEqual(['saved', 'saved', 'already', 'already'])
    expect(articles).toHaveLength(2)
    expect(new Set(articles.map(({ url }) => url)).size).toBe(2)
    expect((await savedState(db, first)).state).toBe('saved')
    expect((await savedState(db, second)).state).toBe('saved')
  })
})

describe('one article is one', () => {
  const KNOWN = 'gbraid gad_source srsltid _hsenc mkt_tok cmp ncid smid at_medium utm-source'
  it('under any parameter that tracks', async () => {
    const pages = KNOWN.split(' ').map((name, at) =>
      page(`${HOST}/news/1?${name}=${at}`, 'library'),
    )
    expect((await saving(page(`${HOST}/news/1`, 'library'), ...pages)).articles).toHaveLength(1)
  })

  it('under one that nobody knows, as its text says', async () => {
    const first = page(`${HOST}/news/1?a=1`, 'library')
    const pages = ['ref=top', 'src=mail', 'pid=rss', 'x_way=7'].map((way) =>
      page(`${HOST}/news/1?${way}`, 'library'),
    )
    const { articles, results } = await saving(...pages)
    expect(results).toEqual(['saved', 'already', 'already', 'already'])
    expect(articles).toHaveLength(1)
    expect(
      (await saving(pages[0] ?? first, page(`${HOST}/news/1`, 'library'))).articles,
    ).toHaveLength(1)
  })

  it('with a new text at its own place', async () => {
    const again = page(`${HOST}/news/1`, 'market', { title: '続報' })
    expect((await saving(page(`${HOST}/news/1`, 'library'), again)).results).toEqual([
      'saved',
      'revised',
    ])
  })

  it('corrected, under another address with its canonical', async () => {
    const canonical = { said: [`${HOST}/news/1`] }
    const corrected = page(`${HOST}/print/1`, 'library', {
      ...canonical,
      title: '訂正した記事',
      blocks: extracted([...TEXTS.library, '市は訂正した。']).blocks,
    })
    expect((await saving(page(`${HOST}/news/1`, 'library'), corrected)).results).toEqual([
      'saved',
      'revised',
    ])
  })
})

it('a neighbour that names an article as its canonical is an article of its own', async () => {
  const victim = page('https://mikata.hatenablog.com/entry/1', 'library')
  const same = { title: victim.title, said: [victim.url] }
  for (const place of ['https://teki.hatenablog.com/entry/1', 'https://hatenablog.example/1']) {
    const { articles } = await saving(victim, page(place, 'market', same))
    expect(articles.map(({ url }) => url).sort()).toEqual([victim.url, place].sort())
  }
})

it('a page with a pager, of another article, is not taken for the one whose canonical link it kept', async () => {
  const said = [`${HOST}/news/1`]
  const paging = (at: number) => ({
    page: 1,
    total: 2,
    known: [1, 2].map((number) => ({ page: number, url: `${HOST}/news/${at}?page=${number}` })),
  })
  const { results, articles } = await saving(
    page(`${HOST}/news/1`, 'library', { said, paging: paging(1) }),
    page(`${HOST}/news/2`, 'market', { said, paging: paging(2) }),
  )
  expect(results).toEqual(['saved', 'saved'])
  expect(articles).toHaveLength(2)
})
