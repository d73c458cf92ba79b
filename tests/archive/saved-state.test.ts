import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { deleteArticles } from '../../lib/archive/delete'
import { saveArticle } from '../../lib/archive/save'
import { mayJoin, savedAt, savedState } from '../../lib/archive/saved-state'
import { extracted, freshDatabase, listEngine } from './example'

it('tells a page that is new, saved, changed since, or only shown in part', async () => {
  const db = freshDatabase()
  const whole = extracted(['首脳会談を開いた。', '共同声明を出した。'])
  const of = async (page: typeof whole) => (await savedState(db, page)).state
  expect(await of(whole)).toBe('new')
  await saveArticle(db, listEngine({}), whole)
  expect(await of(whole)).toBe('saved')
  expect(await of(extracted(['首脳会談を開いた。', '共同声明は見送った。']))).toBe('changed')
  expect(await of(extracted(['首脳会談を開いた。'], { truncated: true }))).toBe('saved')
})

it('tells by the address alone whether an article is kept, and not of one in the bin', async () => {
  const db = freshDatabase()
  const page = extracted(['首脳会談を開いた。'])
  expect(await savedAt(db, page.url)).toEqual({ state: 'new' })
  await saveArticle(db, listEngine({}), page)
  const saved = await savedAt(db, page.url)
  expect(saved.state).toBe('saved')
  if (saved.state === 'saved') await deleteArticles(db, [saved.article])
  expect(await savedAt(db, page.url)).toEqual({ state: 'new' })
})

describe('a further page is joined unasked', () => {
  const MOMENT = '2026-03-19T05:00:00+09:00'
  const next = extracted(['次のページ。'])
  async function keeping(publishedAt: string | null) {
    const db = freshDatabase()
    await saveArticle(db, listEngine({}), extracted(['首脳会談を開いた。'], { publishedAt }))
    const [article] = await db.articles.toArray()
    return { db, id: article?.id ?? '' }
  }

  it.each([
    ['https://news.example/articles/1/2/', true],
    ['https://www.news.example/articles/1/2/', true],
    ['https://sub.news.example/articles/1/2/', false],
    ['https://www.google.com/amp/s/news.example/articles/1/2/', false],
    ['file:///articles/1.html', false],
    ['', false],
  ])('only from the host of what is kept: %s %s', async (location, may) => {
    const { db, id } = await keeping(null)
    expect(await mayJoin(db, id, location, next)).toBe(may)
    expect(await mayJoin(db, 'nothing', location, next)).toBe(false)
  })

  it.each([
    [{ title: '見本の記事', publishedAt: null }, true],
    [{ title: '見本の 記事（2/3ページ）', publishedAt: null }, true],
    [{ title: '次の話', publishedAt: MOMENT }, true],
    [{ title: '次の話', publishedAt: '2026-03-19T06:00:00+09:00' }, false],
    [{ title: '次の話', publishedAt: null }, false],
  ])('only with its headline or its moment: %o %s', async (facts, may) => {
    const { db, id } = await keeping(MOMENT)
    expect(await mayJoin(db, id, next.url, { ...next, ...facts })).toBe(may)
  })

  it.each([
    ['https://s3.amazonaws.com/mikata/a/', 'https://s3.amazonaws.com/teki/a/?page=2'],
    ['https://note.com/mikata/n/n1', 'https://note.com/teki/n/n1?page=2'],
    ['https://www.daigaku.ac.jp/~mikata/a/', 'https://www.daigaku.ac.jp/~teki/a/?page=2'],
    ['https://mikata.hatenablog.com/entry/1', 'https://teki.hatenablog.com/entry/1?page=2'],
  ])('not from another author’s part of a host: %s, %s', async (kept, location) => {
    const db = freshDatabase()
    const page = extracted(['首脳会談を開いた。'], { url: kept })
    await saveArticle(db, listEngine({}), page)
    const [article] = await db.articles.toArray()
    expect(await mayJoin(db, article?.id ?? '', location, page)).toBe(false)
    expect(await mayJoin(db, article?.id ?? '', `${kept}?page=2`, page)).toBe(true)
  })

  it('not for a day that both share', async () => {
    const { db, id } = await keeping('2026-03-19')
    const other = { title: '次の話', publishedAt: '2026-03-19' }
    expect(await mayJoin(db, id, next.url, other)).toBe(false)
  })
})
