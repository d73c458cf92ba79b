import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { textHash } from '../../lib/archive/hash'
import { saveArticle } from '../../lib/archive/save'
import type { BunmyakuDatabase } from '../../lib/db/database'
import { extracted, freshDatabase, listEngine } from './example'

const engine = listEngine({ 国家安全保障局: 'org.jp.nss', 首脳会談: 'concept.summit' })
const rows = (db: BunmyakuDatabase) =>
  Promise.all([db.articles.toArray(), db.revisions.toArray(), db.searchTexts.toArray()])

describe('saving an article', () => {
  it('keeps article, revision, mentions and searchable text', async () => {
    const db = freshDatabase()
    const result = await saveArticle(db, engine, extracted(['国家安全保障局が動いた。']))
    expect(result.result).toBe('saved')
    const [[article], [revision], [text]] = await rows(db)
    expect(article).toMatchObject({
      title: '見本の記事',
      entities: ['org.jp.nss'],
      deletedAt: null,
    })
    expect(revision?.mentions[0]).toMatchObject({
      surface: '国家安全保障局',
      block: 'p0',
      start: 0,
    })
    expect(article?.revision).toBe(revision?.id)
    expect(text).toMatchObject({
      article: article?.id,
      title: '見本の記事',
      body: '国家安全保障局が動いた。',
    })
    expect(text?.names).toEqual([6, 13])
  })

  it('tells of an article that is there already, under any of its addresses', async () => {
    const db = freshDatabase()
    await saveArticle(db, engine, extracted(['本文。']))
    const mobile = {
      url: 'https://m.news.example/a/1',
      addresses: ['https://news.example/articles/1'],
    }
    const again = await saveArticle(db, engine, extracted(['本文。'], mobile))
    expect(again.result).toBe('already')
    const [articles, revisions] = await rows(db)
    expect(articles).toHaveLength(1)
    expect(articles[0]?.addresses).toEqual(['https://m.news.example/a/1'])
    expect(revisions).toHaveLength(1)
  })

  it('does not take every page of a site for one because they name its front page', async () => {
    const db = freshDatabase()
    const front = 'https://news.example/'
    const one = extracted(['一。'], { url: 'https://news.example/1', addresses: [front] })
    const two = extracted(['二。'], { url: 'https://news.example/2', addresses: [front] })
    await saveArticle(db, engine, one)
    expect((await saveArticle(db, engine, two)).result).toBe('saved')
  })

  it('adds a revision when the text changed, and keeps the old one', async () => {
    const db = freshDatabase()
    await saveArticle(db, engine, extracted(['会談する。']), new Date('2026-03-19T00:00:00Z'))
    const changed = extracted(['首脳会談を終えた。'], { publishedAt: '2026-03-20' })
    const result = await saveArticle(db, engine, changed, new Date('2026-03-20T00:00:00Z'))
    expect(result.result).toBe('revised')
    const [[article], revisions, texts] = await rows(db)
    expect(revisions).toHaveLength(2)
    expect(article).toMatchObject({
      savedAt: '2026-03-19T00:00:00.000Z',
      publishedAt: '2026-03-19',
      entities: ['concept.summit'],
    })
    expect(texts.map((text) => text.body)).toEqual(['首脳会談を終えた。'])
  })

  it('takes ruby, white space and pictures for no change of text', async () => {
    const plain = extracted(['東京で 会談。'])
    const ruby = extracted([], {
      blocks: [
        {
          kind: 'paragraph',
          id: 'x',
          runs: [{ text: '東京', ruby: 'とうきょう' }, { text: 'で  会談。 ' }],
        },
      ],
    })
    expect(await textHash(ruby)).toBe(await textHash(plain))
    expect(await textHash(extracted(['東京で 会見。']))).not.toBe(await textHash(plain))
  })

  it('does not let a paywalled look replace what is kept whole', async () => {
    const db = freshDatabase()
    await saveArticle(db, engine, extracted(['前半。', '後半。']))
    const teaser = extracted(['前半。'], { truncated: true })
    expect((await saveArticle(db, engine, teaser)).result).toBe('already')
    expect((await rows(db))[1]).toHaveLength(1)
  })

  it('says what is wrong with what is not an article, and writes nothing', async () => {
    const db = freshDatabase()
    expect(await saveArticle(db, engine, { url: 3 })).toMatchObject({ result: 'failed' })
    expect(await saveArticle(db, engine, extracted([]))).toEqual({ result: 'not-article' })
    expect((await rows(db)).flat()).toEqual([])
  })

  it('says that the disk is full, and keeps what was there', async () => {
    const db = freshDatabase()
    await saveArticle(db, engine, extracted(['一。']))
    db.revisions.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    const next = extracted(['二。'], { url: 'https://news.example/2' })
    expect(await saveArticle(db, engine, next)).toEqual({ result: 'full' })
    expect((await rows(db)).map((table) => table.length)).toEqual([1, 1, 1])
  })
})
