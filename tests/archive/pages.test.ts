import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deleteArticles } from '../../lib/archive/delete'
import { addHighlight, anchoredHighlights } from '../../lib/archive/notes'
import { missingPages } from '../../lib/archive/pages'
import { saveArticle, saveExtracted } from '../../lib/archive/save'
import { mayBeSaved, savedAt, savedState } from '../../lib/archive/saved-state'
import { IndexedSearch } from '../../lib/archive/search/indexed-search'
import { documentText } from '../../lib/article/block-text'
import { type ExtractedArticle, toDocument } from '../../lib/article/extracted'
import type { BunmyakuDatabase } from '../../lib/db/database'
import { extracted, freshDatabase, listEngine } from './example'

const engine = listEngine({ 国家安全保障局: 'org.jp.nss', 首脳会談: 'concept.summit' })

const WHOLE = 'https://paper.example/article/1/'
const urlOf = (page: number) => (page === 1 ? WHOLE : `${WHOLE}${page}/`)

/** Page `page` of `total`, as the extractor has it: it knows its neighbours. */
function pageOf(page: number, texts: string[], total = 3, more: Partial<ExtractedArticle> = {}) {
  const near = [page - 1, page, page + 1].filter((at) => at >= 1 && at <= total)
  return extracted(texts, {
    url: WHOLE,
    addresses: [WHOLE, ...near.map(urlOf)],
    paging: { page, total, known: near.map((at) => ({ page: at, url: urlOf(at) })) },
    ...more,
  })
}

const TEXTS = [
  ['首脳会談の準備が進む。', '会場はまだ決まらない。'],
  ['国家安全保障局が調整した。', '首相は近く方針を示す。'],
  ['外相も同行する見通しだ。'],
]
const page = (at: number) => pageOf(at, TEXTS[at - 1] ?? [])

async function kept(db: BunmyakuDatabase) {
  const [article, ...others] = await db.articles.toArray()
  const revision = article && (await db.revisions.get(article.revision))
  if (!article || !revision || others.length > 0) throw new Error('one article was expected')
  const text = documentText(toDocument({ ...article, blocks: revision.blocks }))
  return { article, revision, text, revisions: await db.revisions.count() }
}

const lines = (...pages: number[]) => pages.flatMap((at) => TEXTS[at - 1] ?? [])

describe('a page of an article that is kept', () => {
  it('is joined: the article grows, and no revision is made of it', async () => {
    const db = freshDatabase()
    expect((await saveArticle(db, engine, page(1))).result).toBe('saved')
    expect((await kept(db)).article.pages).toMatchObject({ total: 3, kept: [1] })
    expect(await saveArticle(db, engine, page(2))).toMatchObject({
      result: 'joined',
      pages: { total: 3, kept: [1, 2] },
    })
    const { article, revision, text, revisions } = await kept(db)
    expect(revisions).toBe(1)
    expect(text.split('\n').slice(1)).toEqual(lines(1, 2))
    expect(article.entities).toEqual(['concept.summit', 'org.jp.nss'])
    expect(revision.mentions.map(({ block }) => block)).toEqual(['p0', '2.p0'])
    expect(missingPages(article.pages ?? { total: 0, kept: [] })).toEqual([3])
    expect(article.pages?.known).toEqual([1, 2, 3].map((at) => ({ page: at, url: urlOf(at) })))
  })

  it('is found by search, once, with what was there', async () => {
    const db = freshDatabase()
    const search = new IndexedSearch(db)
    await saveArticle(db, engine, page(1))
    expect((await search.query({ text: '国家安全' })).total).toBe(0)
    await saveArticle(db, engine, page(2))
    for (const text of ['国家安全', '会場', '会場 方針'])
      expect((await search.query({ text })).hits).toHaveLength(1)
    expect((await search.check()).stale).toBe(0)
  })

  it('is there already when it is met again, and under its own address', async () => {
    const db = freshDatabase()
    await saveArticle(db, engine, page(1))
    await saveArticle(db, engine, page(2))
    for (const at of [1, 2]) {
      expect((await saveArticle(db, engine, page(at))).result).toBe('already')
      expect(await savedState(db, page(at))).toMatchObject({ state: 'saved' })
      expect(await savedAt(db, urlOf(at))).toMatchObject({
        state: 'saved',
        pages: { kept: [1, 2] },
      })
    }
    expect(await savedState(db, page(3))).toMatchObject({ state: 'next-page', page: 3 })
    // Its neighbour told where it is, so that opening it is enough to find that it belongs here.
    expect(await savedAt(db, urlOf(3))).toMatchObject({ state: 'saved' })
  })

  it('is looked for by its address, though no kept page linked to it', async () => {
    const db = freshDatabase()
    await saveArticle(db, engine, pageOf(1, TEXTS[0] ?? [], 9))
    expect(await savedAt(db, urlOf(7))).toEqual({ state: 'new' })
    expect(await mayBeSaved(db, urlOf(7))).toBe(true)
    expect(await mayBeSaved(db, `${WHOLE}abc/`)).toBe(false)
    expect(await mayBeSaved(db, 'https://paper.example/article/2/')).toBe(false)
  })

  it('with another text makes a revision of that page only', async () => {
    const db = freshDatabase()
    for (const at of [1, 2, 3]) await saveArticle(db, engine, page(at))
    const before = await kept(db)
    const corrected = pageOf(2, ['国家安全保障局は否定した。'])
    expect((await savedState(db, corrected)).state).toBe('changed')
    expect((await saveArticle(db, engine, corrected)).result).toBe('revised')
    const after = await kept(db)
    expect(after.revisions).toBe(2)
    expect(after.text.split('\n').slice(1)).toEqual([
      ...lines(1),
      '国家安全保障局は否定した。',
      ...lines(3),
    ])
    expect(await db.revisions.get(before.revision.id)).toEqual(before.revision)
    expect((await saveArticle(db, engine, page(3))).result).toBe('already')
  })

  it('keeps the passages that were marked before', async () => {
    const db = freshDatabase()
    await saveArticle(db, engine, page(2))
    const { article } = await kept(db)
    const span = { block: '2.p0', start: 0, end: 7 }
    await addHighlight(db, { article: article.id, span })
    await saveArticle(db, engine, page(1))
    const [mark] = await anchoredHighlights(db, (await kept(db)).revision)
    expect(mark?.anchor).toEqual({ state: 'found', span })
  })

  it('takes its headline and its day from the first page that is kept', async () => {
    const db = freshDatabase()
    const later = { title: '首脳会談(2)', publishedAt: '2026-03-21', byline: null }
    await saveArticle(db, engine, pageOf(2, TEXTS[1] ?? [], 3, later))
    await saveArticle(db, engine, pageOf(1, TEXTS[0] ?? [], 3, { byline: '架空太郎' }))
    await saveArticle(db, engine, pageOf(3, TEXTS[2] ?? [], 3, later))
    expect((await kept(db)).article).toMatchObject({
      title: '見本の記事',
      publishedAt: '2026-03-19',
      byline: '架空太郎',
    })
  })

  it('that a wall cuts off is said to be cut, until it is seen whole', async () => {
    const db = freshDatabase()
    await saveArticle(db, engine, page(1))
    const cut = pageOf(2, ['国家安全保障局が'], 3, { truncated: true })
    await saveArticle(db, engine, cut)
    expect((await kept(db)).article.truncated).toBe(true)
    expect((await saveArticle(db, engine, page(2))).result).toBe('revised')
    expect((await kept(db)).article.truncated).toBe(false)
    expect((await saveArticle(db, engine, cut)).result).toBe('already')
  })

  it('is joined with what was saved before it was known to have pages', async () => {
    const db = freshDatabase()
    const first = extracted(TEXTS[0] ?? [], { url: WHOLE, addresses: [WHOLE] })
    await saveArticle(db, engine, first)
    expect((await saveArticle(db, engine, page(2))).result).toBe('joined')
    const { article, text } = await kept(db)
    expect(text.split('\n').slice(1)).toEqual(lines(1, 2))
    expect(article.pages?.kept).toEqual([1, 2])
  })

  it('is not taken for the first where it was saved under its own address', async () => {
    const db = freshDatabase()
    const bare = extracted(TEXTS[1] ?? [], { url: urlOf(2), addresses: [urlOf(2)] })
    await saveArticle(db, engine, bare)
    await saveArticle(db, engine, page(3))
    expect((await kept(db)).article.pages?.kept).toEqual([2, 3])
    expect((await saveArticle(db, engine, page(1))).result).toBe('joined')
    const { text, revision } = await kept(db)
    expect(text.split('\n').slice(1)).toEqual(lines(1, 2, 3))
    expect(new Set(revision.blocks.map(({ id }) => id)).size).toBe(revision.blocks.length)
  })

  it('that shows the text of another once more brings nothing: comments have pages too', async () => {
    const db = freshDatabase()
    await saveArticle(db, engine, page(1))
    await saveArticle(db, engine, page(2))
    const again = pageOf(3, TEXTS[1] ?? [])
    expect((await savedState(db, again)).state).toBe('saved')
    expect((await saveArticle(db, engine, again)).result).toBe('already')
    expect((await kept(db)).article.pages?.kept).toEqual([1, 2])
  })

  it('without a text brings nothing, and a bookmark is none of the pages', async () => {
    const db = freshDatabase()
    const bookmark = (url: string) => extracted([], { url, addresses: [url], truncated: true })
    await saveExtracted(db, engine, bookmark(WHOLE), new Date(1e12))
    await saveArticle(db, engine, page(2))
    expect((await kept(db)).article.pages?.kept).toEqual([2])
    expect((await savedState(db, bookmark(urlOf(3)))).state).toBe('saved')
    await saveExtracted(db, engine, bookmark(urlOf(3)), new Date(1e12))
    expect((await kept(db)).article.pages?.kept).toEqual([2])
  })

  it('brings nothing to an article that was saved from a view of all pages', async () => {
    const db = freshDatabase()
    await saveArticle(db, engine, extracted(lines(1, 2, 3), { url: WHOLE, addresses: [WHOLE] }))
    for (const at of [1, 2, 3])
      expect((await saveArticle(db, engine, page(at))).result).toBe('already')
  })

  it('gives way to a view of all pages', async () => {
    const db = freshDatabase()
    for (const at of [1, 2]) await saveArticle(db, engine, page(at))
    const all = extracted(lines(1, 2, 3), { url: WHOLE, addresses: [WHOLE] })
    expect((await saveArticle(db, engine, all)).result).toBe('revised')
    expect((await kept(db)).article).not.toHaveProperty('pages')
  })

  it('is known by its address where its pager was not there yet', async () => {
    const db = freshDatabase()
    for (const at of [1, 2]) await saveArticle(db, engine, page(at))
    const { paging: _, ...bare } = page(2)
    expect((await saveArticle(db, engine, { ...bare, url: urlOf(2) })).result).toBe('already')
    const { paging: __, ...first } = page(1)
    expect((await saveArticle(db, engine, { ...first, addresses: [WHOLE] })).result).toBe('already')
  })

  it('brings the article back from the bin with all of its pages', async () => {
    const db = freshDatabase()
    await saveArticle(db, engine, page(1))
    await deleteArticles(db, [(await kept(db)).article.id])
    expect(await savedState(db, page(2))).toEqual({ state: 'new' })
    await saveArticle(db, engine, page(2))
    const { article, text } = await kept(db)
    expect([article.deletedAt, text.split('\n').length]).toEqual([null, 5])
  })

  it('is not lost where two are saved at once', async () => {
    const db = freshDatabase()
    await saveArticle(db, engine, page(1))
    const results = await Promise.all([2, 3, 2].map((at) => saveArticle(db, engine, page(at))))
    expect(results.map(({ result }) => result).sort()).toEqual(['already', 'joined', 'joined'])
    expect((await kept(db)).text.split('\n').slice(1)).toEqual(lines(1, 2, 3))
  })
})

it('any order of pages gives the same article', async () => {
  const pagesIn = (texts: string[][]) =>
    texts.map((own, at) => {
      // No two pages say the same, which would be one page shown twice.
      const said = [...own, `${at + 1}ページ目だけにある一文だ。`]
      return pageOf(at + 1, said, texts.length, { title: `見出し${at}` })
    })
  const strip = async (db: BunmyakuDatabase) => {
    const { article, revision, text } = await kept(db)
    const { id: _, revision: __, savedAt: ___, addresses, ...facts } = article
    const { blocks, hash, title, mentions } = revision
    const parts = revision.parts?.map(({ savedAt: ____, ...part }) => part)
    const searched = (await db.searchTexts.toArray()).map(({ body, names }) => ({ body, names }))
    const revisions = { blocks, hash, title, mentions, parts }
    return { facts, addresses: addresses.sort(), text, revisions, searched }
  }
  const sentence = fc.constantFrom(
    '首脳会談を開く。',
    '国家安全保障局が調整した。',
    '見送った。',
    '',
  )
  const texts = fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), {
    minLength: 2,
    maxLength: 5,
  })
  const orders = texts.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray([...all.keys()], { minLength: all.length }),
      fc.array(fc.nat(all.length - 1), { maxLength: 3 }),
    ),
  )
  await fc.assert(
    fc.asyncProperty(orders, async ([all, order, again]) => {
      const pages = pagesIn(all)
      const [straight, shuffled] = [freshDatabase(), freshDatabase()]
      for (const one of pages) await saveArticle(straight, engine, one)
      for (const at of [...order, ...again]) await saveArticle(shuffled, engine, pages[at])
      expect(await strip(shuffled)).toEqual(await strip(straight))
    }),
    { numRuns: 40 },
  )
}, 60_000)
