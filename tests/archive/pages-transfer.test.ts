import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { saveArticle } from '../../lib/archive/save'
import { IndexedSearch } from '../../lib/archive/search/indexed-search'
import { exportArchive } from '../../lib/archive/transfer/export'
import { importArchive } from '../../lib/archive/transfer/import'
import { importPages, type KeptPages } from '../../lib/archive/transfer/import-pages'
import { parseRecord } from '../../lib/archive/transfer/parse-record'
import { unitePages } from '../../lib/archive/transfer/unite-pages'
import { blockText } from '../../lib/article/block-text'
import type { ExtractedArticle } from '../../lib/article/extracted'
import type { BunmyakuDatabase } from '../../lib/db/database'
import { extracted, freshDatabase, listEngine } from './example'

const engine = listEngine({ 国家安全保障局: 'org.jp.nss', 首脳会談: 'concept.summit' })
const WHOLE = 'https://paper.example/article/1'
const TEXTS = ['首脳会談の準備。4月2日会談。', '国家安全保障局の調整。5月3日会談。', '外相も同行。']

const page = (at: number, text = TEXTS[at - 1] ?? ''): ExtractedArticle =>
  extracted([text], {
    url: WHOLE,
    addresses: [WHOLE, `${WHOLE}/${at}`],
    paging: { page: at, total: 3, known: [{ page: at, url: `${WHOLE}/${at}` }] },
  })

async function keeping(...pages: ExtractedArticle[]): Promise<BunmyakuDatabase> {
  const db = freshDatabase()
  for (const one of pages) await saveArticle(db, engine, one, new Date(1e12))
  return db
}

const fileOf = (db: BunmyakuDatabase): Promise<Blob> =>
  new Response(exportArchive(db, { app: '0.1.0', images: false, compress: false })).blob()

async function state(db: BunmyakuDatabase) {
  const [article] = await db.articles.toArray()
  const revision = article && (await db.revisions.get(article.revision))
  return {
    kept: article?.pages?.kept,
    text: revision?.blocks.map(blockText),
    mentions: revision?.mentions.map(({ block, entity }) => [block, entity]),
    entities: article?.entities.toSorted(),
    revisions: await db.revisions.count(),
    events: (await db.events.toArray()).map(({ date }) => date).sort(),
    found: (await new IndexedSearch(db).query({ text: '調整' })).total,
  }
}

describe('an article of several pages in a file', () => {
  it('has the names of the headline that stays, and can be exported again', async () => {
    const here = await keeping({ ...page(2), title: '長い見出しの終わりに首脳会談' })
    const there = await keeping({ ...page(1), title: '国家安全保障局' })
    await importArchive(here, await fileOf(there))
    const [{ title = '', mentions = [] } = {}] = await here.revisions.toArray()
    expect(title).toBe('国家安全保障局')
    for (const { block, start, end, surface } of mentions)
      if (block === 'title') expect(title.slice(start, end)).toBe(surface)
    const back = freshDatabase()
    expect((await importArchive(back, await fileOf(here))).refused).toBe(0)
  })

  it('comes back as it was', async () => {
    const db = await keeping(page(1), page(2))
    const other = freshDatabase()
    await importArchive(other, await fileOf(db))
    expect(await other.articles.toArray()).toEqual(await db.articles.toArray())
    expect(await other.revisions.toArray()).toEqual(await db.revisions.toArray())
  })

  it.each([
    ['brings the pages that are missing here', [1], [1, 2, 3]],
    ['brings nothing that is here', [1, 2, 3], [1, 2]],
    ['is joined with other pages', [1, 3], [2, 3]],
    ['brings the first page', [2, 3], [1, 2]],
  ])('%s', async (_, here, there) => {
    const db = await keeping(...here.map((at) => page(at)))
    const all = await keeping(page(1), page(2), page(3))
    await importArchive(db, await fileOf(await keeping(...there.map((at) => page(at)))))
    expect(await state(db)).toEqual(await state(all))
  })

  it('tells of its events as pages of the revision that is here', async () => {
    const db = await keeping(page(1, '首脳会談の準備。4月2日会談。'))
    const other = await keeping(page(2, '国家安全保障局の調整。4月2日会談。5月3日会談。'))
    await importArchive(db, await fileOf(other))
    const [revision] = await db.revisions.toArray()
    const claims = await db.claims.orderBy('id').toArray()
    expect(claims.map(({ source, evidence }) => [source, evidence[0]?.block])).toEqual(
      ['p0', '2.p0'].map((block) => [
        { from: 'article', article: revision?.article, revision: revision?.id },
        block,
      ]),
    )
  })

  it('with another text is a revision beside the one that is here', async () => {
    const db = await keeping(page(1), page(2))
    const before = await db.revisions.toArray()
    await importArchive(db, await fileOf(await keeping(page(1, '別の本文。'))))
    expect(await db.revisions.count()).toBe(2)
    expect(await db.revisions.toArray()).toEqual(expect.arrayContaining(before))
  })

  it('whose blocks have the names of those that are here is a revision of its own', async () => {
    const db = await keeping(page(1))
    const text = await (await fileOf(await keeping(page(2)))).text()
    const { here, there } = {
      here: await db.revisions.toArray(),
      there: text.replaceAll('2.p0', 'p0'),
    }
    expect(there).not.toBe(text)
    const [revision] = here
    const other = there
      .split('\n')
      .flatMap((line) => {
        const parsed = parseRecord(line)
        return parsed.ok ? parsed.records : []
      })
      .find((record) => record.type === 'article')
    if (!revision || other?.type !== 'article') throw new Error('no article')
    expect(unitePages(revision, other.revision)).toBeNull()
  })

  it('is refused where its pages are not its text', async () => {
    const [, line = ''] = (await (await fileOf(await keeping(page(1), page(2)))).text())
      .split('\n')
      .filter((one) => one.includes('"type":"article"') || one.startsWith('{"format"'))
    expect(parseRecord(line).ok).toBe(true)
    for (const wrong of [
      line.replace(
        /"blocks":\[.*?\],"mentions":\[.*?\],"locals":\[\],"parts":\[.*?\]/,
        '"blocks":[],"mentions":[],"locals":[],"parts":[]',
      ),
      line.replace('"page":2,"total"', '"page":1,"total"'),
      line.replace('"blocks":1', '"blocks":2'),
    ]) {
      expect(wrong).not.toBe(line)
      expect(parseRecord(wrong)).toMatchObject({ ok: false, problem: 'inconsistent' })
    }
  })
})

it('pages in a folder of saved pages become one article, whatever their order', async () => {
  const db = freshDatabase()
  async function* folder(): KeptPages {
    for (const at of [2, 1, 3, 2])
      yield { url: WHOLE, title: '', savedAt: new Date(1e12), article: page(at) }
  }
  const report = await importPages(db, engine, folder())
  expect(report).toMatchObject({ new: 1, different: 2, same: 1, refused: 0 })
  expect(await state(db)).toEqual(await state(await keeping(page(1), page(2), page(3))))
})

it('a bookmark of a further page brings no page, whatever passage stands beside it', async () => {
  const db = await keeping(
    extracted(['首脳会談の準備。'], {
      url: WHOLE,
      addresses: [WHOLE, `${WHOLE}/2`],
      paging: { page: 1, total: 3, known: [{ page: 2, url: `${WHOLE}/2` }] },
    }),
  )
  async function* list(): KeptPages {
    yield { url: `${WHOLE}/2`, title: '見本', savedAt: null, excerpt: '国家安全保障局の調整。' }
  }
  expect(await importPages(db, engine, list())).toMatchObject({ new: 0, different: 0, same: 1 })
  expect((await state(db)).kept).toEqual([1])
})
