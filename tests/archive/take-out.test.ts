/** A join can be taken back: the page becomes an article of its own, and nothing is lost. */
import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addHighlight, anchoredHighlights } from '../../lib/archive/notes'
import { missingPages } from '../../lib/archive/pages'
import { saveArticle } from '../../lib/archive/save'
import { mayJoin, savedState } from '../../lib/archive/saved-state'
import { IndexedSearch } from '../../lib/archive/search/indexed-search'
import { takeOutPage } from '../../lib/archive/take-out'
import { exportArchive } from '../../lib/archive/transfer/export'
import { importArchive } from '../../lib/archive/transfer/import'
import { setNote } from '../../lib/archive/write-note'
import { blockText } from '../../lib/article/block-text'
import type { BunmyakuDatabase } from '../../lib/db/database'
import { extracted, freshDatabase, listEngine } from './example'

const engine = listEngine({ 国家安全保障局: 'org.jp.nss', 首脳会談: 'concept.summit' })
const WHOLE = 'https://paper.example/article/1/'
const urlOf = (page: number) => (page === 1 ? WHOLE : `${WHOLE}${page}/`)

const pageOf = (page: number, texts: readonly string[], total: number) =>
  extracted(texts, {
    url: WHOLE,
    addresses: [WHOLE, urlOf(page)],
    location: urlOf(page),
    paging: {
      page,
      total,
      known: Array.from({ length: total }, (_, at) => ({ page: at + 1, url: urlOf(at + 1) })),
    },
  })

const all = async (db: BunmyakuDatabase) => {
  const articles = await db.articles.toArray()
  const revisions = await Promise.all(articles.map(({ revision }) => db.revisions.get(revision)))
  return articles.map((article, at) => ({ article, revision: revisions[at] }))
}

it('keeps text, note, marked passages and what is told, on the side where each belongs', async () => {
  const sentence = fc.constantFrom(
    '首脳会談を開く。',
    '国家安全保障局が調整した。',
    '4月2日会談を開いた。',
    '見送った。',
  )
  const texts = fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), {
    minLength: 2,
    maxLength: 4,
  })
  await fc.assert(
    fc.asyncProperty(texts, fc.nat(), fc.string({ maxLength: 20 }), async (pages, pick, note) => {
      const db = freshDatabase()
      const said = pages.map((own, at) => [...own, `${at + 1}ページ目だけにある一文だ。`])
      for (const [at, own] of said.entries())
        await saveArticle(db, engine, pageOf(at + 1, own, said.length))
      const [before] = await all(db)
      if (!before?.revision) throw new Error('one article was expected')
      const { article, revision } = before
      await setNote(db, article.id, note)
      for (const block of revision.blocks)
        await addHighlight(db, { article: article.id, span: { block: block.id, start: 0, end: 3 } })
      const told = (await db.claims.toArray()).flatMap(({ evidence }) => evidence).length

      const page = 2 + (pick % (said.length - 1))
      const own = await takeOutPage(db, article.id, page)
      const [rest, out] = await Promise.all(
        [article.id, own].map(async (id) => {
          const row = await db.articles.get(id)
          const kept = row && (await db.revisions.get(row.revision))
          if (!row || !kept) throw new Error('both were expected')
          return { row, kept, texts: kept.blocks.map(blockText) }
        }),
      )
      if (!rest || !out) throw new Error('both were expected')
      expect(out.texts).toEqual(said[page - 1])
      expect(rest.texts).toEqual(said.filter((_, at) => at !== page - 1).flat())
      expect(rest.row.note).toBe(note)
      expect(rest.kept.mentions.length + out.kept.mentions.length).toBe(revision.mentions.length)
      for (const side of [rest, out]) {
        const marks = await anchoredHighlights(db, side.kept)
        expect(marks).toHaveLength(side.texts.length)
        expect(marks.every(({ anchor }) => anchor.state === 'found')).toBe(true)
        expect(side.row.noted).toBe(1)
        for (const { block, start, end, surface } of side.kept.mentions) {
          const text = side.kept.blocks.find(({ id }) => id === block)
          expect(text && blockText(text).slice(start, end)).toBe(surface)
        }
      }
      const claims = await db.claims.toArray()
      expect(claims.flatMap(({ evidence }) => evidence)).toHaveLength(told)
      for (const claim of claims) {
        const side = claim.article === own ? out : rest
        const names = new Set(side.kept.blocks.map(({ id }) => id))
        expect(claim.evidence.every(({ block }) => names.has(block))).toBe(true)
      }
      const { hits } = await new IndexedSearch(db).query({ text: `${page}ページ目だけ` })
      expect(hits.map((hit) => hit.article)).toEqual([own])
    }),
    { numRuns: 25 },
  )
}, 60_000)

const TEXTS = [['首脳会談の準備が進む。'], ['国家安全保障局が調整した。'], ['外相も同行する。']]
const page = (at: number) => pageOf(at, TEXTS[at - 1] ?? [], 3)

it('is not joined unasked again, and each page is known at its own place', async () => {
  const db = freshDatabase()
  for (const at of [1, 2, 3]) await saveArticle(db, engine, page(at))
  const [{ article } = { article: null }] = await all(db)
  const own = await takeOutPage(db, article?.id ?? '', 2)
  for (const at of [1, 2, 3]) {
    expect((await savedState(db, page(at))).state).toBe('saved')
    expect((await saveArticle(db, engine, page(at))).result).toBe('already')
  }
  expect(await savedState(db, page(2))).toMatchObject({ article: own })
  const rest = await db.articles.get(article?.id ?? '')
  expect(rest?.pages).toMatchObject({ kept: [1, 3], apart: [2] })
  expect(missingPages(rest?.pages ?? { total: 0, kept: [] })).toEqual([2])
  // Also where its own article is gone for good.
  await db.articles.delete(own)
  expect(await mayJoin(db, article?.id ?? '', urlOf(2), page(2))).toBe(false)
  // Only where the reader saves it by hand does it come back.
  expect((await saveArticle(db, engine, page(2))).result).toBe('joined')
  expect((await db.articles.get(article?.id ?? ''))?.pages).not.toHaveProperty('apart')
})

it.each([1, 4, 0])('can not be done to page %d, which is no continuation', async (at) => {
  const db = freshDatabase()
  for (const one of [1, 2]) await saveArticle(db, engine, page(one))
  const before = JSON.stringify(await all(db))
  const [{ article } = { article: null }] = await all(db)
  await expect(takeOutPage(db, article?.id ?? '', at)).rejects.toThrow('')
  expect(JSON.stringify(await all(db))).toBe(before)
})

/** An article of two pages whose headline names something, both of which tell of one meeting. */
async function twoPages(db: BunmyakuDatabase): Promise<string> {
  for (const at of [1, 2]) {
    const told = [`4月2日会談を開いた。${at}ページ目だけにある一文だ。`]
    await saveArticle(db, engine, { ...pageOf(at, told, 2), title: '首脳会談の行方' })
  }
  const [article] = await db.articles.toArray()
  return article?.id ?? ''
}

it('leaves all texts of the note where they were written', async () => {
  const db = freshDatabase()
  const id = await twoPages(db)
  await db.articles.update(id, { note: '窓一の覚え書き', otherNotes: ['窓二の覚え書き'] })
  const own = await takeOutPage(db, id, 2)
  expect(await db.articles.get(id)).toMatchObject({
    note: '窓一の覚え書き',
    otherNotes: ['窓二の覚え書き'],
  })
  expect(await db.articles.get(own)).toMatchObject({ note: '' })
  expect(await db.articles.get(own)).not.toHaveProperty('otherNotes')
})

it('leaves the names of the headline to both, for both have it', async () => {
  const db = freshDatabase()
  const id = await twoPages(db)
  for (const article of [id, await takeOutPage(db, id, 2)]) {
    const row = await db.articles.get(article)
    const kept = row && (await db.revisions.get(row.revision))
    expect(row?.entities).toEqual(['concept.summit'])
    expect(kept?.mentions.map(({ block }) => block)).toEqual(['title'])
  }
})

it('gives the page claims under its own name, which no later text of the other takes away', async () => {
  const db = freshDatabase()
  const id = await twoPages(db)
  const own = await takeOutPage(db, id, 2)
  const claims = await db.claims.toArray()
  expect(claims).toHaveLength(2)
  for (const claim of claims) expect(claim.id.startsWith(`${claim.article}|`)).toBe(true)
  const told = ['4月2日会談を開いた。書き改めた一文だ。']
  await saveArticle(db, engine, { ...pageOf(1, told, 2), title: '首脳会談の行方' })
  expect((await db.claims.toArray()).map(({ article }) => article).sort()).toEqual([id, own].sort())
})

it('is done too where the address of the page has become another article', async () => {
  const db = freshDatabase()
  const id = await twoPages(db)
  const row = await db.articles.get(id)
  if (!row) throw new Error('it was saved')
  await db.articles.add({ ...row, id: 'other', url: urlOf(2), addresses: [] })
  const own = await takeOutPage(db, id, 2)
  expect((await db.articles.get(own))?.url).not.toBe(urlOf(2))
  expect(await db.articles.count()).toBe(3)
})

it('brings a file with the page beside its article to where they are one: nothing is mixed', async () => {
  const [here, there] = [freshDatabase(), freshDatabase()]
  const before = await twoPages(here)
  await takeOutPage(there, await twoPages(there), 2)
  const texts = async () =>
    (await all(here)).flatMap(({ revision }) => revision?.blocks.map(blockText))
  const whole = await texts()
  const file = await new Response(
    exportArchive(there, { app: '1', images: true, compress: true }),
  ).blob()
  await importArchive(here, file)
  expect(await texts()).toEqual(whole)
  expect((await all(here)).map(({ article }) => article.id)).toEqual([before])
})
