/** Whatever the archive can hold it can export, and what it exported comes back equal. */
import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCorrection } from '../../lib/archive/corrections'
import { deleteArticles } from '../../lib/archive/delete'
import { follow } from '../../lib/archive/follows'
import { sha256 } from '../../lib/archive/hash'
import { addHighlight } from '../../lib/archive/notes'
import { saveArticle } from '../../lib/archive/save'
import { ExportRefused, exportArchive } from '../../lib/archive/transfer/export'
import { importArchive } from '../../lib/archive/transfer/import'
import { inspectArchive } from '../../lib/archive/transfer/inspect'
import { PART } from '../../lib/archive/transfer/limits'
import { Gatherer, linesOf } from '../../lib/archive/transfer/parts'
import type { BunmyakuDatabase } from '../../lib/db/database'
import { joinEvents, splitEvent } from '../../lib/events/history'
import { contents } from './contents'
import { extracted, freshDatabase, listEngine } from './example'

const engine = listEngine({ 首脳会談: 'concept.summit' })

const fileOf = (db: BunmyakuDatabase, compress = true): Promise<Blob> =>
  new Response(exportArchive(db, { app: '1', images: true, compress })).blob()

const when = (at: number) => new Date(1_700_000_000_000 + at * 1_000)

/** What a reader may have done, in any order and number. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('save' as const),
      article: fc.nat(4),
      words: fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { minLength: 1, maxLength: 4 }),
      day: fc.integer({ min: 1, max: 9 }),
    }),
  },
  fc.record({
    does: fc.constant('page' as const),
    page: fc.integer({ min: 1, max: 4 }),
    words: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  }),
  fc.record({
    does: fc.constant('write' as const),
    article: fc.nat(5),
    note: fc.string({ unit: 'binary', maxLength: 20 }),
    others: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 9 }), { maxLength: 2 }),
  }),
  fc.record({ does: fc.constant('mark' as const), article: fc.nat(5), note: fc.string() }),
  fc.record({ does: fc.constant('bin' as const), article: fc.nat(5) }),
  fc.record({ does: fc.constant('follow' as const), keyword: fc.string({ minLength: 1 }) }),
  fc.record({
    does: fc.constant('correct' as const),
    form: fc.string({ minLength: 1 }),
    entity: fc.option(fc.string(), { nil: null }),
  }),
  fc.record({ does: fc.constant('join' as const), split: fc.boolean() }),
  fc.record({ does: fc.constant('picture' as const), bytes: fc.uint8Array({ maxLength: 3_000 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const WHOLE = 'https://paged.example/article'

async function take(db: BunmyakuDatabase, one: Step, at: number): Promise<void> {
  const articles = await db.articles.orderBy('url').toArray()
  const chosen = 'article' in one ? articles[one.article % Math.max(1, articles.length)] : undefined
  switch (one.does) {
    case 'save': {
      const url = `https://news.example/${one.article}`
      const texts = [...one.words, `${one.day}月3日会談。首脳会談`]
      await saveArticle(
        db,
        engine,
        extracted(texts, { url, title: `記事${one.article}` }),
        when(at),
      )
      return
    }
    case 'page': {
      const known = [{ page: one.page, url: `${WHOLE}?p=${one.page}` }]
      const paging = { page: one.page, total: 4, known }
      const more = { url: WHOLE, addresses: [WHOLE, `${WHOLE}?p=${one.page}`], paging }
      await saveArticle(db, engine, extracted([one.words], more), when(at))
      return
    }
    case 'write': {
      const others = one.note === '' ? [] : one.others.filter((text) => text !== one.note)
      if (chosen)
        await db.articles.put({
          ...chosen,
          note: one.note,
          ...(one.note !== '' && { noted: 1 as const }),
          ...(others.length > 0 && { otherNotes: others }),
        })
      return
    }
    case 'mark': {
      const revision = chosen && (await db.revisions.get(chosen.revision))
      const block = revision?.blocks.find(
        (each) => 'runs' in each && each.runs.some(({ text }) => text !== ''),
      )
      if (chosen && block)
        await addHighlight(
          db,
          { article: chosen.id, span: { block: block.id, start: 0, end: 1 }, note: one.note },
          when(at),
        )
      return
    }
    case 'bin':
      if (chosen) await deleteArticles(db, [chosen.id], when(at))
      return
    case 'follow':
      await follow(db, { type: 'keyword', keyword: one.keyword }, when(at))
      return
    case 'correct': {
      const { form, entity } = one
      await addCorrection(db, { type: 'wrong', url: WHOLE, form, entity }, when(at))
      return
    }
    case 'join': {
      const [event, other] = await db.events.toCollection().primaryKeys()
      const claims = await db.claims.toArray()
      if (one.split && event && claims[0]?.event)
        await splitEvent(db, claims[0].event, [claims[0].id], when(at))
      else if (event && other) await joinEvents(db, event, other, when(at))
      return
    }
    case 'picture': {
      const bytes = Uint8Array.from(one.bytes)
      await db.images.put({
        hash: await sha256(bytes),
        type: 'image/png',
        bytes,
        width: 1,
        height: 1,
      })
    }
  }
}

async function archiveOf(steps: readonly Step[]): Promise<BunmyakuDatabase> {
  const db = freshDatabase()
  for (const [at, one] of steps.entries()) await take(db, one, at)
  return db
}

describe('an archive of any shape', () => {
  it('comes back equal in an empty profile, and changes nothing where it came from', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.boolean(), async (steps, packed) => {
        const from = await archiveOf(steps)
        const before = await contents(from)
        const file = await fileOf(from, packed)
        const to = freshDatabase()
        expect(await importArchive(to, file)).toMatchObject({ same: 0, different: 0, refused: 0 })
        expect(await contents(to)).toEqual(before)
        expect(await importArchive(from, file)).toMatchObject({ new: 0, different: 0, refused: 0 })
        expect(await contents(from)).toEqual(before)
        await Promise.all([from.delete(), to.delete()])
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  it('may have an article with any number of texts, each of them long', async () => {
    const from = freshDatabase()
    const url = 'https://live.example/match'
    const paragraphs = Array.from(
      { length: 90 },
      (_, i) => `${i}分、${'試合は動かない。'.repeat(20)}`,
    )
    for (let i = 0; i < 25; i++)
      await saveArticle(from, engine, extracted([`第${i}報。`, ...paragraphs], { url }), when(i))
    await saveArticle(from, engine, extracted(['別の記事。'], { url: `${url}/2` }), when(99))
    const file = await fileOf(from)
    const lines = (await (await fileOf(from, false)).text()).split('\n')
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(2.5 * PART)
    expect(lines.filter((line) => line.startsWith('{"type":"revision"'))).toHaveLength(24)
    const to = freshDatabase()
    expect(await importArchive(to, file)).toMatchObject({ new: 2, refused: 0 })
    expect(await contents(to)).toEqual(await contents(from))
  }, 60_000)

  it('goes on in the middle of an article where its import was stopped there', async () => {
    const from = freshDatabase()
    const url = 'https://live.example/match'
    for (let i = 0; i < 450; i++)
      await saveArticle(from, engine, extracted([`第${i}報。`], { url }), when(i))
    const [article] = await from.articles.toArray()
    const block = { block: 'p0', start: 0, end: 2 }
    await addHighlight(from, { article: article?.id ?? '', span: block, note: '覚え' }, when(999))
    const file = await fileOf(from)
    const to = freshDatabase()
    let [stops, report] = [0, null as Awaited<ReturnType<typeof importArchive>> | null]
    while (!report) {
      const abort = new AbortController()
      const onProgress = ({ phase }: { phase: string }) => {
        if (phase === 'write' && stops < 2) abort.abort(new Error('enough'))
      }
      report = await importArchive(to, file, { signal: abort.signal, onProgress }).catch(() => null)
      if (report) break
      stops++
      const halfway = await to.revisions.count()
      expect(halfway).toBeGreaterThan(0)
      expect(halfway).toBeLessThan(450)
      // What is there already is an article, with its latest text.
      const there = await to.articles.toArray()
      expect(await to.revisions.get(there[0]?.revision ?? '')).toMatchObject({
        blocks: [{ runs: [{ text: '第449報。' }] }],
      })
    }
    expect(stops).toBe(2)
    expect(report).toMatchObject({ new: 1, same: 0, different: 0, refused: 0 })
    expect(await contents(to)).toEqual(await contents(from))
  }, 60_000)

  it('may have paragraphs as long as a page can have, that pack to next to nothing', async () => {
    const from = freshDatabase()
    const long = '文'.repeat(2_000_000)
    for (const i of [0, 1])
      await saveArticle(
        from,
        engine,
        extracted([long, `"\\${i}`, long], { url: `https://a.example/${i}` }),
      )
    const file = await fileOf(from)
    expect(file.size).toBeLessThan(200_000)
    const to = freshDatabase()
    expect(await importArchive(to, file)).toMatchObject({ new: 2, refused: 0 })
    expect(await contents(to)).toEqual(await contents(from))
  }, 60_000)

  it('is not written where it could not be read: the writer says what it is', async () => {
    const db = freshDatabase()
    await saveArticle(db, engine, extracted(['本文。'.repeat(500)], { title: '長い記事' }))
    const limits = { record: 1_000, total: 1e9 }
    const long = new Response(exportArchive(db, { app: '1', limits })).blob()
    await expect(long).rejects.toMatchObject({ name: 'ExportRefused', what: '長い記事' })
    await expect(
      new Response(exportArchive(db, { app: '1', limits: { record: 1e9, total: 10 } })).blob(),
    ).rejects.toBeInstanceOf(ExportRefused)
    const [row] = await db.articles.toArray()
    await db.articles.update(row?.id ?? '', { savedAt: 'いつか' })
    await expect(fileOf(db)).rejects.toMatchObject({ what: '長い記事' })
  })
})

describe('a file of the first version', () => {
  const file = new Blob([readFileSync(join(import.meta.dirname, 'fixtures', 'v1.ndjson'))])

  it('is read whole: an article with all its texts was one line', async () => {
    const db = freshDatabase()
    const report = await importArchive(db, file)
    expect(report).toMatchObject({ new: 11, refused: 0 })
    expect(await db.articles.count()).toBe(4)
    const live = await db.articles.where('url').equals('https://news.example/0').first()
    expect(live).toMatchObject({ note: '覚え書き', noted: 1 })
    const texts = await db.revisions
      .where('article')
      .equals(live?.id ?? '')
      .sortBy('savedAt')
    expect(texts).toHaveLength(4)
    expect(texts.at(-1)?.id).toBe(live?.revision)
    expect(await db.highlights.toArray()).toMatchObject([{ note: '余白の覚え' }])
    expect(await db.articles.where('deletedAt').above('').count()).toBe(1)
  })

  it('is read though the version that wrote it could not read it back', async () => {
    const [header, ...lines] = (await file.text()).trimEnd().split('\n').slice(0, -1)
    const record = JSON.parse(lines.find((line) => line.includes('回め')) ?? '')
    const [pattern] = record.revisions
    const long = [{ kind: 'paragraph', id: 'p0', runs: [{ text: '長'.repeat(2_000_000) }] }]
    for (let i = 0; i < 10; i++)
      record.revisions.push({ ...pattern, id: `r${i}`, hash: `${i}`, blocks: long, mentions: [] })
    const line = JSON.stringify(record)
    expect(new Blob([line]).size).toBeGreaterThan(48_000_000)
    const db = freshDatabase()
    const cut = new Blob([`${header}\n${line}\n`])
    expect(await importArchive(db, cut, { salvage: true })).toMatchObject({ new: 1, refused: 0 })
    expect(await db.revisions.count()).toBe(14)
  }, 60_000)

  it('says the same as one of today', async () => {
    const [old, now] = [freshDatabase(), freshDatabase()]
    await importArchive(old, file)
    await importArchive(now, await fileOf(old))
    expect(await contents(now)).toEqual(await contents(old))
    expect(await importArchive(now, file)).toMatchObject({ new: 0, different: 0, refused: 0 })
  })
})

describe('a long record', () => {
  const record = { type: 'image', hash: '', mime: '', data: '', width: null, height: null } as const
  const gather = (lines: readonly string[]) => {
    const gatherer = new Gatherer(100_000)
    return [...lines.flatMap((line) => gatherer.take(line)), ...gatherer.broken()]
  }

  it('is several lines, which together are it, wherever it was cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.integer({ min: 1, max: 9 }),
        (text, longest) => {
          const json = JSON.stringify({ type: 'image', text })
          const lines = [...linesOf(record, json, longest)]
          expect(lines.every((line) => !line.includes('\n'))).toBe(true)
          expect(gather(lines)).toEqual([{ json }])
        },
      ),
    )
  })

  it('is one refusal where parts are missing, doubled or out of order; what stands beside it stays', () => {
    const json = JSON.stringify({ type: 'image', text: 'あいうえお'.repeat(9) })
    const lines = [...linesOf(record, json, 20)]
    expect(lines.length).toBeGreaterThan(3)
    const whole = '{"type":"follow"}'
    fc.assert(
      fc.property(fc.nat(lines.length - 1), (at) => {
        const without = [...lines.slice(0, at), ...lines.slice(at + 1)]
        const found = gather([whole, ...without, whole])
        expect(found[0]).toEqual({ json: whole })
        expect(found.at(-1)).toEqual({ json: whole })
        expect(found.length).toBeGreaterThan(2)
        expect(found.slice(1, -1).every((one) => 'problem' in one)).toBe(true)
      }),
    )
    expect(gather([...lines, lines[0] ?? '']).at(0)).toEqual({ json })
  })

  it('cannot grow for ever', () => {
    const endless = Array.from({ length: 30 }, (_, i) =>
      JSON.stringify({ type: 'part', of: 'image', n: i + 1, parts: 1e9, json: 'x'.repeat(9_000) }),
    )
    expect(gather(endless).at(0)).toMatchObject({ problem: 'inconsistent' })
  })
})

it('a file is found whole by what its last line says of it', async () => {
  const db = freshDatabase()
  for (const keyword of ['半導体', '為替']) await follow(db, { type: 'keyword', keyword })
  const { counts } = await inspectArchive(await fileOf(db))
  expect([...counts]).toEqual([['follow', 2]])
})
