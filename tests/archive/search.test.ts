import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saveArticle } from '../../lib/archive/save'
import { compact } from '../../lib/archive/search/compact'
import { foldForSearch } from '../../lib/archive/search/fold'
import { IndexedSearch } from '../../lib/archive/search/indexed-search'
import type { SearchRequest } from '../../lib/archive/search/port'
import type { BunmyakuDatabase } from '../../lib/db/database'
import type { SearchTextRow } from '../../lib/db/rows'
import { extracted, freshDatabase, listEngine } from './example'

const engine = listEngine({ 国家安全保障局: 'org.jp.nss' })

/** Saves articles whose address is their title, so that a hit can be named. */
async function saved(articles: readonly { title: string; text: string[]; publishedAt?: string }[]) {
  const db = freshDatabase()
  for (const { title, text, publishedAt = '2026-01-01' } of articles) {
    const url = `https://news.example/${encodeURIComponent(title)}`
    await saveArticle(db, engine, extracted(text, { url, title, publishedAt }))
  }
  return db
}

async function titles(db: BunmyakuDatabase, request: string | SearchRequest): Promise<string[]> {
  const { hits } = await new IndexedSearch(db).query(
    typeof request === 'string' ? { text: request } : request,
  )
  return hits.map((hit) => hit.title)
}

/** Both ways of being stored: not yet in a segment, and in one. */
const storages = ['tail', 'segment'] as const
async function stored(db: BunmyakuDatabase, as: (typeof storages)[number]) {
  if (as === 'segment') await compact(db, { whole: true })
  return db
}

describe.each(storages)('finding, with the texts in a %s', (as) => {
  const find = async (texts: Record<string, string>, query: string) => {
    const articles = Object.entries(texts).map(([title, text]) => ({ title, text: [text] }))
    return (await titles(await stored(await saved(articles), as), query)).sort()
  }

  it('finds 安全保障 inside 国家安全保障局', async () => {
    expect(await find({ a: '国家安全保障局が動く', b: '安全と保障' }, '安全保障')).toEqual(['a'])
  })

  it('finds 京都 in 東京都, but not 東京都 in 京都', async () => {
    const texts = { a: '東京都の予算', b: '京都の予算' }
    expect(await find(texts, '京都')).toEqual(['a', 'b'])
    expect(await find(texts, '東京都')).toEqual(['a'])
  })

  it('finds one ideograph, but says that one kana is too short', async () => {
    expect(await find({ a: '米国の対応', b: '日本の対応' }, '米')).toEqual(['a'])
    const db = await stored(await saved([{ title: 'a', text: ['の'] }]), as)
    const answer = await new IndexedSearch(db).query({ text: 'の' })
    expect(answer).toMatchObject({ total: 0, ignored: ['の'] })
  })

  it('does not find what only stands together across two paragraphs', async () => {
    const db = await stored(await saved([{ title: 'a', text: ['首脳', '会談'] }]), as)
    expect(await titles(db, '首脳会談')).toEqual([])
  })

  it('takes wide, half-wide, capital and variant letters for the same', async () => {
    const texts = { a: 'ＮＡＴＯとﾌｧｰｳｪｲ、髙市氏' }
    for (const query of ['nato', 'NATO', 'ファーウェイ', 'ﾌｧｰｳｪｲ', '高市', '髙市']) {
      expect(await find(texts, query)).toEqual(['a'])
    }
  })

  it('reads AND, OR, NOT, phrases and groups', async () => {
    const texts = { a: '日米首脳会談', b: '日中外相会談', c: '日米の貿易 交渉', d: '朝鮮半島' }
    expect(await find(texts, '日米 会談')).toEqual(['a'])
    expect(await find(texts, '日米 OR 日中')).toEqual(['a', 'b', 'c'])
    expect(await find(texts, '日米 -会談')).toEqual(['c'])
    expect(await find(texts, '(日米 OR 日中) NOT 外相')).toEqual(['a', 'c'])
    expect(await find(texts, 'NOT 日米')).toEqual(['b', 'd'])
    expect(await find(texts, '「貿易 交渉」')).toEqual(['c'])
    expect(await find(texts, '"首脳 会談"')).toEqual([])
  })

  it('finds no article that was deleted or whose revision lost the words', async () => {
    const db = await stored(await saved([{ title: 'a', text: ['首脳会談を開く'] }]), as)
    const url = 'https://news.example/a'
    await saveArticle(db, engine, extracted(['外相会談を開く'], { url, title: 'a' }))
    expect(await titles(db, '首脳')).toEqual([])
    expect(await titles(db, '外相会談')).toEqual(['a'])
    await stored(db, as)
    expect(await titles(db, '首脳')).toEqual([])
    const [article] = await db.articles.toArray()
    await new IndexedSearch(db).remove(article?.id ?? '')
    expect(await titles(db, '外相会談')).toEqual([])
  })
})

describe('filters', () => {
  it('leave articles of a publisher, of days, of an entity, with notes, and of what is followed', async () => {
    const db = freshDatabase()
    const save = (title: string, text: string, more: object) =>
      saveArticle(
        db,
        engine,
        extracted([text], { url: `https://news.example/${title}`, title, ...more }),
      )
    await save('a', '会談。国家安全保障局', { publisher: '甲', publishedAt: '2026-01-10' })
    await save('b', '会談', { publisher: '乙', publishedAt: '2026-02-10T23:30:00+09:00' })
    await save('c', '会談', { publisher: '乙', publishedAt: '2026-03' })
    for (const whole of [false, true]) {
      await compact(db, { whole })
      const find = (filters: object, text = '会談') =>
        titles(db, { text, filters, order: 'newest' })
      expect(await find({ publisher: '乙' })).toEqual(['c', 'b'])
      expect(await find({ publisher: '丙' })).toEqual([])
      expect(await find({ from: '2026-02-10', to: '2026-02-10' })).toEqual(['b'])
      expect(await find({ to: '2026-02' })).toEqual(['b', 'a'])
      expect(await find({ entity: 'org.jp.nss' })).toEqual(['a'])
      expect(await find({}, '会談 媒体:乙 以降:2026-03')).toEqual(['c'])
      expect(await find({ publisher: '乙' }, '')).toEqual(['c', 'b'])
    }
    const [first] = await db.articles.where('publisher').equals('乙').toArray()
    await db.articles.update(first?.id ?? '', { noted: 1 })
    expect(await titles(db, { text: '会談', filters: { noted: true } })).toEqual([first?.title])
    const target = { type: 'entity', entity: 'org.jp.nss' } as const
    await db.follows.add({ id: 'f', target, at: '2026-01-01' })
    expect(await titles(db, { text: '', filters: { followed: true } })).toEqual(['a'])
  })
})

describe('ranking', () => {
  it('sets a hit in the title before one in the body', async () => {
    const db = await saved([
      { title: '別の話', text: ['半導体の輸出'] },
      { title: '半導体の輸出', text: ['別の話'] },
    ])
    expect(await titles(db, '半導体')).toEqual(['半導体の輸出', '別の話'])
  })

  it('sets a whole word before the inside of a longer one', async () => {
    const db = await saved([
      { title: 'inner', text: ['国家安全保障局の人事'] },
      { title: 'whole', text: ['日本の安全保障を考える'] },
    ])
    for (const as of storages) {
      await stored(db, as)
      expect(await titles(db, '安全保障')).toEqual(['whole', 'inner'])
    }
  })

  it('sets words near each other before words far apart', async () => {
    const far = `関税を上げた。${'この間に別のことが続く。'.repeat(30)}自動車が減った。`
    const near = `関税で自動車が減った。${'この間に別のことが続く。'.repeat(30)}`
    const db = await saved([
      { title: 'far', text: [far] },
      { title: 'near', text: [near] },
    ])
    expect(await titles(db, '関税 自動車')).toEqual(['near', 'far'])
  })

  it('sets, all else being equal, the newer before the older', async () => {
    const db = await saved([
      { title: 'new', text: ['会談'], publishedAt: new Date().toISOString().slice(0, 10) },
      { title: 'old', text: ['会談'], publishedAt: '2020-01-01' },
    ])
    expect(await titles(db, '会談')).toEqual(['new', 'old'])
  })
})

describe('snippets', () => {
  it('show the hit with its place, also where folding changed the length', async () => {
    const long = `${'前置きが続く。'.repeat(40)}新会社㍿ＮＡＴＯ首脳会談が開かれた。`
    const db = await saved([{ title: 'a', text: [long] }])
    for (const [query, shown] of [
      ['首脳会談', '首脳会談'],
      ['nato', 'ＮＡＴＯ'],
      ['式会', '㍿'],
    ] as const) {
      const [hit] = (await new IndexedSearch(db).query({ text: query })).hits
      const mark = hit?.marks[0]
      expect(hit?.snippet.slice(mark?.start, mark?.end)).toBe(shown)
    }
  })
})

/** Few letters, so that words run into each other. */
const letters = fc.constantFrom(
  '東',
  '京',
  '都',
  '安',
  'の',
  'ア',
  'ー',
  'a',
  'Ａ',
  '1',
  ' ',
  '\n',
  '𠮷',
)
const words = fc.string({ unit: letters, maxLength: 24 })
const queries = fc.string({ unit: letters, minLength: 1, maxLength: 5 })

describe('search is exact', () => {
  it('finds the texts that contain the query, all of them and no other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ title: words, body: words }), { minLength: 1, maxLength: 12 }),
        fc.array(queries, { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(3), { maxLength: 12 }),
        async (texts, asked, steps) => {
          const db = freshDatabase()
          await fill(db, texts, steps)
          const search = new IndexedSearch(db)
          for (const query of asked) {
            const needle = foldForSearch(query).text.replaceAll('\n', ' ').trim()
            if (needle.length < 2) continue
            const expected = texts.flatMap(({ title, body }, i) =>
              foldForSearch(`${title.replaceAll('\n', ' ')}\n${body}`).text.includes(needle)
                ? [i]
                : [],
            )
            const { hits, total } = await search.query({ text: `"${query}"`, limit: 100 })
            expect(hits.map((hit) => Number(hit.article)).sort((a, b) => a - b)).toEqual(expected)
            expect(total).toBe(expected.length)
          }
          await db.delete()
        },
      ),
      { numRuns: 60 },
    )
  })
})

/** Puts texts in, making segments and merging them in between as `steps` says. */
async function fill(
  db: BunmyakuDatabase,
  texts: readonly { title: string; body: string }[],
  steps: readonly number[],
) {
  for (const [i, { title, body }] of texts.entries()) {
    const row: SearchTextRow = {
      article: String(i),
      title: title.replaceAll('\n', ' '),
      body,
      publisher: null,
      publishedAt: null,
      savedAt: '2026-01-01T00:00:00Z',
      day: i,
      names: [],
      tail: 1,
    }
    await db.searchTexts.add(row)
    await db.articles.add({
      id: String(i),
      url: String(i),
      addresses: [],
      title,
      publisher: null,
      byline: null,
      section: null,
      keywords: [],
      publishedAt: null,
      truncated: false,
      savedAt: '2026-01-01T00:00:00Z',
      revision: '',
      entities: [],
      note: '',
      deletedAt: null,
    })
    if ((steps[i] ?? 0) > 1) await compact(db, { whole: true })
  }
}
