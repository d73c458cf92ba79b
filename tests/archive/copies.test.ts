import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { copiesOf } from '../../lib/archive/copies'
import { saveArticle } from '../../lib/archive/save'
import type { ExtractedArticle } from '../../lib/article/extracted'
import { extracted, freshDatabase, listEngine } from './example'

const text = ['首脳会談を開いた。共同声明を出した。', '来月にも再び会う。']

/** Hosts of what is linked with the first of these articles. */
async function linked(
  ...pages: [string[], Partial<ExtractedArticle> & { url: string }][]
): Promise<string[]> {
  const db = freshDatabase()
  const ids: string[] = []
  for (const [paragraphs, page] of pages) {
    const saved = await saveArticle(db, listEngine({}), extracted(paragraphs, page))
    if (saved.result === 'saved') ids.push(saved.article)
  }
  const first = await db.articles.get(ids[0] ?? '')
  return first ? (await copiesOf(db, first)).map(({ url }) => new URL(url).hostname) : []
}

const original = { url: 'https://paper.example/a/1', title: '首脳会談を開催' }
const copy = {
  url: 'https://portal.example/articles/9',
  title: '首脳会談を開催（見本新聞オンライン）',
  publishedAt: '2026-03-20T00:10:00+09:00',
}

it('links a portal’s copy with its original, from either side', async () => {
  expect(await linked([text, original], [text, copy])).toEqual(['portal.example'])
  expect(await linked([text, copy], [text, original])).toEqual(['paper.example'])
})

it('links a copy with an original of which a paywall shows only the start', async () => {
  expect(await linked([text.slice(0, 1), original], [text, copy])).toEqual(['portal.example'])
})

it('links nothing that shares only headline, day or text', async () => {
  const other = ['別の会合があった。声明はなかった。']
  expect(await linked([text, original], [other, copy])).toEqual([])
  expect(await linked([text, original], [text, { ...copy, publishedAt: '2026-03-25' }])).toEqual([])
  expect(await linked([text, original], [text, { ...copy, title: '会談の背景を読む' }])).toEqual([])
  const same = { ...copy, url: 'https://paper.example/a/2' }
  expect(await linked([text, original], [text, same])).toEqual([])
})
