/** What a file of somebody else's may say, and what of it is believed. */
import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { follow } from '../../lib/archive/follows'
import { saveArticle } from '../../lib/archive/save'
import { csvRows, momentOf } from '../../lib/archive/transfer/csv'
import { exportArchive } from '../../lib/archive/transfer/export'
import { exportPages } from '../../lib/archive/transfer/export-files'
import { importArchive } from '../../lib/archive/transfer/import'
import { fileKind } from '../../lib/archive/transfer/import-any'
import { readHtmlFiles } from '../../lib/archive/transfer/import-html'
import { readOmnivore } from '../../lib/archive/transfer/import-omnivore'
import { importPages, type KeptPages } from '../../lib/archive/transfer/import-pages'
import { readPocketCsv, readPocketHtml } from '../../lib/archive/transfer/import-pocket'
import { encoded } from '../article/encoded'
import { extracted, freshDatabase, listEngine } from './example'

const engine = listEngine({})
const parse = (html: string) => new JSDOM(html).window.document

async function imported(pages: KeptPages, db = freshDatabase()) {
  const report = await importPages(db, engine, pages)
  return { db, report, articles: await db.articles.orderBy('savedAt').toArray() }
}

/** A whole file with these lines, as docs/archive-format.md describes it; `counts` as another program may count. */
function archiveFile(lines: readonly string[]): Blob {
  const header =
    '{"format":"bunmyaku","version":2,"createdAt":"2026-03-19T03:00:00.000Z","app":"1","images":false}'
  const text = [header, ...lines].map((line) => `${line}\n`).join('')
  const counts = new Map<string, number>()
  for (const line of lines) {
    const type = /^\{"type":"([^"]*)"/.exec(line)?.[1] ?? 'unknown'
    counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  const told = [...counts].map(([type, count]) => `${JSON.stringify(type)}:${count}`).join(',')
  const sha256 = createHash('sha256').update(text).digest('hex')
  return new Blob([text, `{"type":"end","counts":{${told}},"sha256":"${sha256}"}\n`])
}

describe('an archive’s file', () => {
  const good =
    '{"type":"follow","follow":{"id":"keyword:銀行","target":{"type":"keyword","keyword":"銀行"},"at":"2026-03-01T00:00:00.000Z"}}'

  async function articleLine(): Promise<string> {
    const db = freshDatabase()
    await saveArticle(db, engine, extracted(['港の話。'], { url: 'https://a.example/1' }))
    const text = await new Response(exportArchive(db, { app: '1', compress: false })).text()
    return text.split('\n').find((line) => line.startsWith('{"type":"article"')) ?? ''
  }

  it('loses a record whose type is the name of something in JavaScript, and no more', async () => {
    for (const type of [
      'constructor',
      '__proto__',
      'toString',
      'hasOwnProperty',
      'prototype',
      'part',
    ]) {
      const db = freshDatabase()
      const report = await importArchive(db, archiveFile([good, `{"type":"${type}"}`]))
      expect([type, report]).toMatchObject([type, { new: 1, refused: 1, refusals: [{ line: 3 }] }])
      expect(await db.follows.count()).toBe(1)
    }
  })

  it('loses an article whose addresses, moments or flags are none, one by one', async () => {
    const line = await articleLine()
    const wrong: [string, RegExp, string][] = [
      ['an address that runs', /"url":"https:[^"]*"/, '"url":"javascript:alert(1)"'],
      ['an address of data', /"url":"https:[^"]*"/, '"url":"data:text/html,x"'],
      [
        'another address that runs',
        /"addresses":\[[^\]]*\]/,
        '"addresses":["JavaScript:alert(1)"]',
      ],
      ['no address', /"url":"https:[^"]*"/, '"url":""'],
      ['a bin without a day', /"deletedAt":null/, '"deletedAt":""'],
      ['a bin on no day', /"deletedAt":null/, '"deletedAt":"2026-13-45T00:00:00Z"'],
      ['a day of saving that is a path', /"savedAt":"[^"]*"/, '"savedAt":"../../x"'],
      ['a flag that is a word', /"truncated":false/, '"truncated":"false"'],
      ['keywords that are none', /"keywords":\[\]/, '"keywords":[{}]'],
    ]
    for (const [what, from, to] of wrong) {
      const changed = line.replace(from, to)
      expect([what, changed]).not.toEqual([what, line])
      const db = freshDatabase()
      const report = await importArchive(db, archiveFile([changed, good]))
      expect([what, report.new, report.refusals.map(({ problem }) => problem)]).toEqual([
        what,
        1,
        ['wrong-type'],
      ])
      expect(await db.articles.count()).toBe(0)
    }
  })

  it('keeps an article whose day of publication is no date, without it', async () => {
    const line = (await articleLine()).replace(
      '"publishedAt":"2026-03-19"',
      '"publishedAt":"../../a"',
    )
    const db = freshDatabase()
    expect(await importArchive(db, archiveFile([line]))).toMatchObject({ new: 1, refused: 0 })
    expect(await db.articles.toArray()).toMatchObject([{ publishedAt: null }])
  })

  it('takes no text or mark whose article is not before it', async () => {
    const line = await articleLine()
    const { article, revision } = JSON.parse(line)
    const stray = JSON.stringify({ type: 'revision', revision: { ...revision, id: 'r2' } })
    const foreign = JSON.stringify({
      type: 'revision',
      revision: { ...revision, id: 'r3', article: 'another' },
    })
    const db = freshDatabase()
    const report = await importArchive(db, archiveFile([stray, line, foreign]))
    expect(report).toMatchObject({ new: 1, refused: 2 })
    expect(report.refusals.map(({ line: at, problem }) => [at, problem])).toEqual([
      [2, 'inconsistent'],
      [4, 'inconsistent'],
    ])
    expect(await db.revisions.toCollection().primaryKeys()).toEqual([article.revision])
  })

  it('never makes an import fail in another way than by name, whatever its lines are', async () => {
    const values = fc.oneof(
      fc.json({ maxDepth: 3 }),
      fc.string(),
      fc.constantFrom(
        good,
        '{"type":"part","of":"follow","n":2,"parts":2,"json":"x"}',
        '[]',
        'null',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(values, { maxLength: 12 }), async (lines) => {
        const plain = lines.map((line) => line.replace(/\n/g, ' ')).filter((line) => line !== '')
        const file = archiveFile(plain)
        const db = freshDatabase()
        const report = await importArchive(db, file).catch((error) => error)
        if (report instanceof Error) expect(report.name).toBe('FileRefused')
        else expect(report.new + report.same + report.different + report.refused).toBe(plain.length)
        await db.delete()
      }),
      { numRuns: 60 },
    )
  })

  it('of very many small records takes as long as they are many', async () => {
    const [from, to] = [freshDatabase(), freshDatabase()]
    const rows = Array.from({ length: 20_000 }, (_, i) => ({
      id: `keyword:語${i}`,
      target: { type: 'keyword' as const, keyword: `語${i}` },
      at: '2026-03-01T00:00:00.000Z',
    }))
    await from.follows.bulkAdd(rows)
    await follow(to, { type: 'keyword', keyword: '語7' })
    let batches = 0
    const file = await new Response(exportArchive(from, { app: '1' })).blob()
    const onProgress = ({ phase }: { phase: string }) => {
      if (phase === 'write') batches++
    }
    const report = await importArchive(to, file, { onProgress })
    expect(report).toMatchObject({ new: 19_999, different: 1 })
    // A transaction each fifty of them was what took so long.
    expect(batches).toBeLessThan(20)
  })
})

describe('a date of another program', () => {
  it('is a moment of the web’s time or none', () => {
    expect(momentOf('1700000000')?.toISOString()).toBe('2023-11-14T22:13:20.000Z')
    expect(momentOf('2024-05-01 09:00:00+09:00')?.toISOString()).toBe('2024-05-01T00:00:00.000Z')
    for (const none of [
      '',
      '5',
      '../../a',
      '+275760-09-13',
      '-1',
      '999999999999999',
      'いつか',
      '0',
    ])
      expect([none, momentOf(none)]).toEqual([none, null])
  })

  it('never makes a name of a file that leads elsewhere', async () => {
    const files = {
      'metadata_0_to_20.json': JSON.stringify(
        ['../../../a', '..\\..\\b', '2024-04-30/../../c', '/etc/d'].map((publishedAt, i) => ({
          slug: `s${i}`,
          title: `../../会談${i}`,
          url: `https://x.example/${i}`,
          publishedAt,
          savedAt: '2024-01-01T00:00:00Z',
        })),
      ),
    }
    const zip = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, strToU8(text)]),
    )
    const { db, articles } = await imported(readOmnivore(new File([zipSync(zip)], 'x.zip'), parse))
    expect(articles.map(({ publishedAt }) => publishedAt)).toEqual([null, null, null, null])
    // A date that was kept before dates were looked at.
    await db.articles.toCollection().modify({ publishedAt: '../../../a' })
    const out = new Uint8Array(await new Response(exportPages(db, 'markdown')).arrayBuffer())
    const names = Object.keys(unzipSync(out))
    expect(names).toHaveLength(4)
    for (const name of names) expect(name).toMatch(/^2024-01-01 [^\\/]+\.md$/)
  })
})

describe('a list or page in an old encoding', () => {
  const csv =
    'title,url,time_added,tags,status\r\n港の防波堤計画,https://a.example/1,1700000000,防災,unread\r\n'

  it('is read as what it is', async () => {
    for (const label of ['utf-8', 'shift_jis', 'euc-jp'] as const) {
      const file = new File([encoded(csv, label)], 'part.csv')
      expect(await fileKind(file)).toBe('pocket-csv')
      const { articles } = await imported(readPocketCsv(file))
      expect(articles).toMatchObject([{ title: '港の防波堤計画', keywords: ['防災'] }])
    }
    const html = `<title>Pocket Export</title><a href="https://a.example/2" time_added="1700000000">港の話</a>`
    const { articles } = await imported(
      readPocketHtml(new File([encoded(html, 'shift_jis')], 'ril.html'), parse),
    )
    expect(articles).toMatchObject([{ title: '港の話' }])
  })

  it('that is garbled is refused by name, and the others come', async () => {
    const garbled = new Uint8Array(
      [...encoded(csv, 'utf-8')].map((byte) => (byte > 0x7f ? 0xff : byte)),
    )
    await expect(imported(readPocketCsv(new File([garbled], 'part.csv')))).rejects.toMatchObject({
      problem: 'garbled',
    })
    const text =
      '<p>港の新しい防波堤について、町の議会は建てる計画を認めた。漁協は海の流れが変わると述べ、調査を求めている。</p>'.repeat(
        5,
      )
    const page = (n: number) =>
      `<html><head><link rel="canonical" href="https://a.example/p/${n}"><title>防波堤の計画</title></head><body><article><h1>防波堤の計画</h1>${text}</article></body></html>`
    const broken = encoded(page(1), 'utf-8').map((byte, i) => (byte > 0x7f && i % 3 ? 0xfe : byte))
    const files = [
      new File([broken], 'broken.html'),
      new File([encoded(page(2), 'euc-jp')], 'euc.html'),
      new File(
        [encoded(page(3).replace('<head>', '<head><meta charset=utf-8>'), 'shift_jis')],
        'sjis.html',
      ),
    ]
    const { report, articles } = await imported(readHtmlFiles(files, parse))
    expect(report.refusals).toMatchObject([{ problem: 'garbled', detail: 'broken.html' }])
    expect(articles.map(({ title }) => title)).toEqual(['防波堤の計画', '防波堤の計画'])
  })

  it('gives rows by the names of their columns, whatever these are', () => {
    const [row] = csvRows('__proto__,constructor,title\na,b,c\n')
    expect(row?.title).toBe('c')
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype)
  })
})
