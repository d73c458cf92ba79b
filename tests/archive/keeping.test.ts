import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import {
  addCorrection,
  listCorrections,
  readerEvidence,
  removeCorrection,
} from '../../lib/archive/corrections'
import { deleteArticles, purgeBin, restoreArticles } from '../../lib/archive/delete'
import { follow, isFollowed, listFollows, unfollow } from '../../lib/archive/follows'
import { countArticles, listArticles, listBinned, listPublishers } from '../../lib/archive/list'
import {
  addHighlight,
  anchoredHighlights,
  removeHighlight,
  restoreHighlight,
} from '../../lib/archive/notes'
import { relatedArticles } from '../../lib/archive/related'
import { saveArticle } from '../../lib/archive/save'
import { compact } from '../../lib/archive/search/compact'
import { IndexedSearch } from '../../lib/archive/search/indexed-search'
import { setNote } from '../../lib/archive/write-note'
import type { ExtractedArticle } from '../../lib/article/extracted'
import { TITLE_BLOCK } from '../../lib/article/title-block'
import type { ArticleRow } from '../../lib/db/rows'
import { extracted, freshDatabase, listEngine } from './example'

const engine = listEngine({ 甲国: 'place.ko', 乙氏: 'person.otsu', 丙省: 'org.hei' })

async function archive(
  texts: readonly string[],
  more: (i: number) => Partial<ExtractedArticle> = () => ({}),
) {
  const db = freshDatabase()
  const ids: string[] = []
  for (const [i, text] of texts.entries()) {
    const page = { url: `https://news.example/${i}`, title: `${i}`, ...more(i) }
    const result = await saveArticle(db, engine, extracted([text], page), new Date(1e12 + i * 1e6))
    ids.push(result.result === 'saved' ? result.article : '')
  }
  return { db, ids, search: new IndexedSearch(db) }
}

describe('deleting', () => {
  it.each(['tail', 'segment'])(
    'hides the article and can be undone (searched in a %s)',
    async (as) => {
      const { db, ids, search } = await archive(['会談', '会談'])
      if (as === 'segment') await compact(db, { whole: true })
      await deleteArticles(db, ids.slice(0, 1))
      expect((await listArticles(db)).map(({ title }) => title)).toEqual(['1'])
      expect(await listBinned(db)).toHaveLength(1)
      expect((await search.query({ text: '会談' })).total).toBe(1)
      await restoreArticles(db, ids)
      expect(await countArticles(db)).toBe(2)
      expect((await search.query({ text: '会談' })).total).toBe(2)
    },
  )

  it('takes its events off the timeline, and puts them back with it', async () => {
    const { db, ids } = await archive(['4月2日会談', '4月2日会談', '5月3日会談'])
    const history = () => Promise.all([db.events.toArray(), db.claims.toArray()])
    const before = await history()
    expect(before.map((rows) => rows.length)).toEqual([2, 3])
    await deleteArticles(db, [ids[0] ?? '', ids[2] ?? ''])
    expect((await history()).map((rows) => rows.length)).toEqual([1, 1])
    await restoreArticles(db, ids)
    expect((await history())[1]).toEqual(before[1])
  })

  it('brings an article back that is saved again', async () => {
    const { db, ids, search } = await archive(['会談'])
    await deleteArticles(db, ids)
    const page = { url: 'https://news.example/0', title: '0' }
    expect((await saveArticle(db, engine, extracted(['会談'], page))).result).toBe('already')
    expect((await search.query({ text: '会談' })).total).toBe(1)
  })

  it('is for good only after its time in the bin, with all that belonged to it', async () => {
    const { db, ids } = await archive(['会談', '別'])
    const [id = ''] = ids
    await addHighlight(db, { article: id, span: { block: 'p0', start: 0, end: 2 } })
    await deleteArticles(db, [id], new Date('2026-03-01'))
    expect(await purgeBin(db, new Date('2026-02-01'))).toBe(0)
    expect(await purgeBin(db, new Date('2026-04-01'))).toBe(1)
    const left = await Promise.all(
      [db.articles, db.revisions, db.searchTexts].map((t) => t.count()),
    )
    expect(left).toEqual([1, 1, 1])
    expect(await db.highlights.count()).toBe(0)
  })
})

describe('notes and marked passages', () => {
  it('make an article one with notes, until the last is gone', async () => {
    const { db, ids, search } = await archive(['首脳会談を開いた'])
    const [id = ''] = ids
    const noted = async () => (await search.query({ text: '', filters: { noted: true } })).total
    await setNote(db, id, '覚え')
    expect(await noted()).toBe(1)
    const mark = await addHighlight(db, { article: id, span: { block: 'p0', start: 0, end: 4 } })
    expect(mark.quote).toBe('首脳会談')
    await setNote(db, id, '')
    expect(await noted()).toBe(1)
    const gone = await removeHighlight(db, mark.id)
    expect(await noted()).toBe(0)
    if (gone) await restoreHighlight(db, gone)
    expect(await noted()).toBe(1)
  })

  it('say after a revision whether they are still there', async () => {
    const { db, ids } = await archive(['首脳会談を開いた'])
    const [id = ''] = ids
    await addHighlight(db, { article: id, span: { block: 'p0', start: 0, end: 4 } })
    const page = { url: 'https://news.example/0', title: '0' }
    await saveArticle(db, engine, extracted(['速報。首脳会談を開いた'], page))
    const article = await db.articles.get(id)
    const revision = await db.revisions.get(article?.revision ?? '')
    const [found] = revision ? await anchoredHighlights(db, revision) : []
    expect(found?.anchor).toMatchObject({ state: 'found', span: { start: 3, end: 7 } })
  })

  it('stand in the headline as in the body, and follow it when it grows', async () => {
    const { db } = await archive([])
    const page = { url: 'https://news.example/h', title: '首脳会談へ調整' }
    const saved = await saveArticle(db, engine, extracted(['首脳会談を開いた'], page))
    const id = saved.result === 'saved' ? saved.article : ''
    const span = { block: TITLE_BLOCK, start: 0, end: 4 }
    expect(await addHighlight(db, { article: id, span })).toMatchObject({ quote: '首脳会談' })
    const later = { ...page, title: '日米、首脳会談へ調整' }
    await saveArticle(db, engine, extracted(['首脳会談を開いた'], later))
    const article = await db.articles.get(id)
    const revision = await db.revisions.get(article?.revision ?? '')
    const [found] = revision ? await anchoredHighlights(db, revision) : []
    expect(found?.anchor).toEqual({
      state: 'found',
      span: { block: TITLE_BLOCK, start: 3, end: 7 },
    })
  })

  it('are of the text that was read, though another tab has saved a later one', async () => {
    const { db, ids } = await archive(['首脳会談を開いた'])
    const [id = ''] = ids
    const read = await db.revisions.get((await db.articles.get(id))?.revision ?? '')
    const page = { url: 'https://news.example/0', title: '0' }
    await saveArticle(db, engine, extracted(['速報。首脳会談を開いた'], page))
    const span = { block: 'p0', start: 0, end: 4 }
    const mark = await addHighlight(db, { article: id, span, ...(read && { read }) })
    expect(mark.quote).toBe('首脳会談')
  })

  it('mark a passage once, however often it is asked for', async () => {
    const { db, ids } = await archive(['首脳会談、また首脳会談'])
    const [article = ''] = ids
    const at = (start: number) => ({ article, span: { block: 'p0', start, end: start + 4 } })
    const marks = await Promise.all([at(0), at(0), at(7)].map((one) => addHighlight(db, one)))
    expect(marks[1]).toEqual(marks[0])
    expect(await db.highlights.count()).toBe(2)
  })

  it('are refused for an article that is not there', async () => {
    const { db } = await archive([])
    await expect(setNote(db, 'nobody', 'x')).rejects.toThrow('nobody')
  })
})

describe('the list', () => {
  it('is given in pages, the latest saved first, each article once', async () => {
    const db = freshDatabase()
    // Some are saved at one moment: an import does that.
    for (let i = 0; i < 23; i++) {
      const page = { url: `https://news.example/${i}`, title: `${i}` }
      await saveArticle(db, engine, extracted(['本文'], page), new Date(1e12 + Math.floor(i / 4)))
    }
    const all = (await db.articles.toArray()).map(({ id }) => id)
    await deleteArticles(db, all.slice(0, 3))
    const seen: ArticleRow[] = []
    for (let turn = 0; turn < 5; turn++) {
      const after = seen.at(-1)
      const articles = await listArticles(db, { limit: 6, ...(after && { after }) })
      expect(articles).toHaveLength([6, 6, 6, 2, 0][turn] ?? 0)
      seen.push(...articles)
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(20)
    expect(await countArticles(db)).toBe(20)
    const moments = seen.map(({ savedAt }) => savedAt)
    expect(moments).toEqual(moments.toSorted().reverse())
    expect(seen.every(({ deletedAt }) => deletedAt === null)).toBe(true)
  })

  it('of publishers counts what is outside the bin', async () => {
    const { db, ids } = await archive(['一', '二', '三', '四'], (i) => ({
      publisher: i === 3 ? '別の新聞' : '見本新聞',
    }))
    await deleteArticles(db, [ids[0] ?? '', ids[3] ?? ''])
    expect(await listPublishers(db)).toEqual([{ publisher: '見本新聞', articles: 2 }])
    await restoreArticles(db, ids)
    expect(await listPublishers(db)).toEqual([
      { publisher: '見本新聞', articles: 3 },
      { publisher: '別の新聞', articles: 1 },
    ])
  })
})

describe('related articles', () => {
  it('share people and bodies, and say which; what every article names relates nothing', async () => {
    const other = Array.from({ length: 40 }, (_, i) => `甲国の話その${i}`)
    const { db, ids } = await archive([
      '甲国の乙氏が丙省へ',
      '乙氏と丙省と甲国',
      '丙省と甲国',
      ...other,
    ])
    const first = await db.articles.get(ids[0] ?? '')
    const related = first ? await relatedArticles(db, first) : []
    expect(related.map(({ article }) => article.title)).toEqual(['1', '2'])
    expect(related[0]?.entities).toEqual(['person.otsu', 'org.hei'])
  })

  it('share events', async () => {
    const { db, ids } = await archive(['一', '二'])
    const claim = (article: string) => ({
      id: article,
      event: 'e',
      article,
      source: { from: 'article' as const, article, revision: 'r' },
      date: '2026-03-19',
      status: 'occurred' as const,
      type: 'meeting' as const,
      title: '会談',
      participants: [],
      place: null,
      figures: [],
      evidence: [],
    })
    await db.claims.bulkAdd(ids.map(claim))
    const first = await db.articles.get(ids[0] ?? '')
    const related = first ? await relatedArticles(db, first) : []
    expect(related).toMatchObject([{ article: { title: '1' }, events: ['e'] }])
  })
})

describe('corrections and follows', () => {
  it('are kept once, handed to the engine, and undone', async () => {
    const { db } = await archive([])
    const wrong = { type: 'wrong', url: 'u', form: '乙', entity: 'person.otsu' } as const
    const id = await addCorrection(db, wrong)
    expect(await addCorrection(db, wrong)).toBe(id)
    await addCorrection(db, { type: 'hidden', entity: 'place.ko' })
    expect(await listCorrections(db)).toHaveLength(2)
    const pair = { form: '乙', entity: 'person.otsu' }
    expect(await readerEvidence(db, 'u')).toEqual({
      wrongHere: [pair],
      wrongElsewhere: [],
      hidden: ['place.ko'],
    })
    expect((await readerEvidence(db, 'other')).wrongElsewhere).toEqual([pair])
    await removeCorrection(db, id)
    expect((await readerEvidence(db, 'u')).wrongHere).toEqual([])
  })

  it('a thing is followed once', async () => {
    const { db } = await archive([])
    const target = { type: 'entity', entity: 'org.hei' } as const
    const first = await follow(db, target, new Date(1e12))
    expect(await follow(db, target)).toEqual(first)
    expect(await isFollowed(db, target)).toBe(true)
    await unfollow(db, target)
    expect(await listFollows(db)).toEqual([])
  })
})
