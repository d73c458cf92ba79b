import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { addCorrection } from '../../lib/archive/corrections'
import { deleteArticles } from '../../lib/archive/delete'
import { follow } from '../../lib/archive/follows'
import { sha256 } from '../../lib/archive/hash'
import { addHighlight } from '../../lib/archive/notes'
import { saveArticle } from '../../lib/archive/save'
import { IndexedSearch } from '../../lib/archive/search/indexed-search'
import { exportArchive } from '../../lib/archive/transfer/export'
import { importArchive } from '../../lib/archive/transfer/import'
import { inspectArchive } from '../../lib/archive/transfer/inspect'
import { setNote } from '../../lib/archive/write-note'
import type { BunmyakuDatabase } from '../../lib/db/database'
import { contents } from './contents'
import { extracted, freshDatabase, listEngine } from './example'

const engine = listEngine({ 国家安全保障局: 'org.jp.nss' })

const fileOf = async (db: BunmyakuDatabase, compress = true): Promise<Blob> =>
  new Response(exportArchive(db, { app: '0.1.0', images: true, compress })).blob()

/** A small archive with one of everything that a reader can leave in it. */
async function archive(count = 4): Promise<BunmyakuDatabase> {
  const db = freshDatabase()
  for (let i = 0; i < count; i++) {
    const page = { url: `https://news.example/${i}`, title: `記事その${i}` }
    await saveArticle(
      db,
      engine,
      extracted(['国家安全保障局の話。', `第${i}段。`, `${1 + (i % 3)}月2日会談。`], page),
    )
  }
  const [first] = await db.articles.orderBy('url').toArray()
  if (!first) throw new Error('nothing was saved')
  const { url, title } = first
  await saveArticle(db, engine, extracted(['書き直した本文。'], { url, title }), new Date(4e12))
  await deleteArticles(db, [
    (await db.articles.where('url').equals('https://news.example/2').primaryKeys())[0] ?? '',
  ])
  await setNote(db, first.id, '覚え書き')
  await addHighlight(db, { article: first.id, span: { block: 'p0', start: 0, end: 4 } })
  await addCorrection(db, { type: 'hidden', entity: 'org.jp.nss' })
  await follow(db, { type: 'keyword', keyword: '半導体' })
  const bytes = Uint8Array.from({ length: 3000 }, (_, i) => i % 251)
  await db.images.add({
    hash: await sha256(bytes),
    type: 'image/png',
    bytes,
    width: 3,
    height: null,
  })
  return db
}

const text = async (file: Blob): Promise<string> => file.text()
const plain = (lines: readonly string[]): Blob => new Blob([lines.join('\n')])

describe('export and import', () => {
  it.each([true, false])(
    'give the same archive in a fresh profile (compressed: %s)',
    async (compress) => {
      const [from, to] = [await archive(), freshDatabase()]
      const report = await importArchive(to, await fileOf(from, compress))
      expect(report).toMatchObject({ new: 9, same: 0, different: 0, refused: 0 })
      expect(await contents(to)).toEqual(await contents(from))
      const search = new IndexedSearch(to)
      expect((await search.query({ text: '安全保障' })).total).toBe(2)
      expect((await search.query({ text: '覚え書き OR 書き直した' })).total).toBe(1)
    },
  )

  it('change nothing when the same file comes again', async () => {
    const db = await archive()
    const before = await contents(db)
    expect(await importArchive(db, await fileOf(db))).toMatchObject({
      new: 0,
      same: 9,
      different: 0,
    })
    expect(await contents(db)).toEqual(before)
  })

  it('add what is missing and never overwrite what the reader wrote', async () => {
    const [from, to] = [await archive(), freshDatabase()]
    const page = { url: 'https://news.example/0', title: '記事その0' }
    await saveArticle(to, engine, extracted(['手元の本文。'], page), new Date(1e12))
    const [own] = await to.articles.toArray()
    await setNote(to, own?.id ?? '', '手元の覚え')
    const report = await importArchive(to, await fileOf(from))
    expect(report).toMatchObject({ new: 8, different: 1, refused: 0 })
    const merged = await to.articles.get(own?.id ?? '')
    expect(merged?.note).toBe('手元の覚え')
    const revisions = await to.revisions
      .where('article')
      .equals(own?.id ?? '')
      .toArray()
    expect(revisions).toHaveLength(3)
    expect(revisions.find(({ id }) => id === merged?.revision)?.blocks[0]).toMatchObject({
      runs: [{ text: '書き直した本文。' }],
    })
  })

  it('go on where an import was cancelled', async () => {
    const from = await archive(160)
    const file = await fileOf(from)
    const to = freshDatabase()
    const abort = new AbortController()
    const onProgress = () => abort.abort(new Error('enough'))
    await expect(importArchive(to, file, { signal: abort.signal, onProgress })).rejects.toThrow(
      'enough',
    )
    const halfway = await to.articles.count()
    expect(halfway).toBeGreaterThan(0)
    expect(halfway).toBeLessThan(160)
    expect(await importArchive(to, file)).toMatchObject({ new: 166, same: 0, refused: 0 })
    expect(await contents(to)).toEqual(await contents(from))
  })

  it('stop reading when the export is cancelled', async () => {
    const reader = exportArchive(await archive(60), { app: '0' }).getReader()
    await reader.cancel()
    expect((await reader.read()).done).toBe(true)
  })
})

describe('a file that cannot be trusted', () => {
  const problemOf = async (file: Blob) =>
    importArchive(freshDatabase(), file).then(
      () => 'taken',
      (error) => error.problem,
    )

  it('is refused by name: not ours, newer, cut off, damaged', async () => {
    const lines = (await text(await fileOf(await archive(), false))).trimEnd().split('\n')
    const [header = '', ...rest] = lines
    expect(await problemOf(plain(lines))).toBe('taken')
    expect(await problemOf(new Blob([]))).toBe('not-ours')
    expect(await problemOf(plain(['{"a":1}']))).toBe('not-ours')
    expect(await problemOf(new Blob([Uint8Array.of(0x89, 0x50, 0, 255, 10, 10)]))).toBe('not-ours')
    expect(await problemOf(plain([header.replace('"version":2', '"version":3'), ...rest]))).toBe(
      'newer',
    )
    expect(await problemOf(plain(lines.slice(0, -1)))).toBe('cut-off')
    expect(await problemOf(plain([...lines.slice(0, -1), (lines.at(-1) ?? '').slice(0, 30)]))).toBe(
      'cut-off',
    )
    expect(await problemOf(plain([header, ...rest.slice(1)]))).toBe('damaged')
    expect(await problemOf(plain([...lines, lines[1] ?? '']))).toBe('damaged')
    expect(await problemOf(plain(lines.map((line) => line.replace('第1段', '第9段'))))).toBe(
      'damaged',
    )
  })

  it('is refused when its compression is cut off, anywhere', async () => {
    const whole = await fileOf(await archive())
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      expect(await problemOf(whole.slice(0, Math.floor(whole.size * share)))).toBe('cut-off')
    }
  })

  it('leaves nothing behind when it is refused', async () => {
    const whole = await fileOf(await archive())
    const db = freshDatabase()
    await importArchive(db, whole.slice(0, whole.size - 40)).catch(() => {})
    expect((await contents(db)).flat()).toEqual([])
  })

  it('gives what is whole in it, where the reader asks for that', async () => {
    const lines = (await text(await fileOf(await archive(), false))).split('\n')
    const whole = lines.slice(0, 8)
    const db = freshDatabase()
    const report = await importArchive(db, plain(whole), { salvage: true })
    expect(report.refused).toBe(0)
    const articles = whole.filter((line) => line.startsWith('{"type":"article"'))
    expect(articles.length).toBeGreaterThan(0)
    expect(await db.articles.count()).toBe(articles.length)
  })

  it('is refused when a line of it, or all it unpacks to, is more than any archive has', async () => {
    const packed = new Blob([new Uint8Array(30_000_000)])
      .stream()
      .pipeThrough(new CompressionStream('gzip'))
    const bomb = await new Response(packed).blob()
    for (const limits of [
      { record: 1_000_000, total: 1e9 },
      { record: 1e9, total: 10_000_000 },
    ])
      await expect(inspectArchive(bomb, { limits })).rejects.toMatchObject({
        problem: 'too-large',
      })
  })

  it('loses the lines that are wrong, each by name, and nothing else', async () => {
    const lines = (await text(await fileOf(await archive(), false)))
      .trimEnd()
      .split('\n')
      .slice(0, -1)
    const article = lines.find((line) => line.includes('記事その1')) ?? ''
    const image = lines.find((line) => line.includes('"image"')) ?? ''
    const wrong: [string, string][] = [
      ['{"type":"article"', 'not-json'],
      [`{"type":"article","x":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'too-deep'],
      [
        article.replace('"type":"article",', '"type":"article","__proto__":{"polluted":1},'),
        'prototype-key',
      ],
      ['{"type":"spaceship"}', 'unknown-type'],
      [article.replace('"truncated":false', '"truncated":"no"'), 'wrong-type'],
      [article.replace(/"revision":"[^"]+"/, '"revision":"elsewhere"'), 'inconsistent'],
      [image.replace('"data":"A', '"data":"B'), 'inconsistent'],
      [article, 'duplicate-id'],
    ]
    const db = freshDatabase()
    const file = plain([...lines, ...wrong.map(([line]) => line)])
    const report = await importArchive(db, file, { salvage: true })
    expect(report).toMatchObject({ new: 9, refused: wrong.length })
    expect(report.refusals.map(({ problem }) => problem)).toEqual(
      wrong.map(([, problem]) => problem),
    )
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('cannot take an id that is another article’s here', async () => {
    const db = await archive(1)
    const [own] = await db.articles.toArray()
    const before = await db.revisions.toArray()
    const lines = (await text(await fileOf(db, false))).trimEnd().split('\n').slice(0, -1)
    const foreign = lines.map((line) =>
      line.replaceAll('https://news.example/0', 'https://evil.example/x'),
    )
    await importArchive(db, plain(foreign), { salvage: true })
    expect(await db.articles.count()).toBe(2)
    expect(await db.articles.get(own?.id ?? '')).toEqual(own)
    expect(await db.revisions.bulkGet(before.map(({ id }) => id))).toEqual(before)
  })

  it('keeps no link that would run something', async () => {
    const from = freshDatabase()
    const runs = [
      { text: 'ここ', href: ' javascript:alert(1)' },
      { text: '先', href: 'https://a.example/' },
    ]
    await saveArticle(
      from,
      engine,
      extracted([], { blocks: [{ kind: 'paragraph', id: 'p', runs }] }),
    )
    const to = freshDatabase()
    await importArchive(to, await fileOf(from))
    const [revision] = await to.revisions.toArray()
    expect(revision?.blocks[0]).toMatchObject({
      runs: [{ text: 'ここ' }, { href: 'https://a.example/' }],
    })
    expect(JSON.stringify(revision)).not.toContain('javascript')
  })
})
