/** An archive that no single line of its file could hold leaves one profile and comes whole into another. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Reader } from '../../scripts/launch'
import { exportTo, importFrom } from './archive'
import { extensionFor } from './builds'
import { FAMILIES } from './families'

const REVISIONS = 60
const PARAGRAPHS = 900
/** UTF-8 bytes of one text, about: all of them together are over what one line could be. */
const UNITS = 300

/** A match told minute by minute: one article, saved again and again, beside an ordinary one. */
const fill = (page: Page): Promise<void> =>
  page.evaluate(
    async (revisions, paragraphs, units) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('bunmyaku')
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      const hex = (at: number) => at.toString(16).padStart(64, '0')
      const when = (at: number) => new Date(1_770_000_000_000 + at * 60_000).toISOString()
      const article = (id: string, revision: string) => ({
        id,
        url: `https://live.example/${id}`,
        addresses: [],
        title: `${id}の経過`,
        publisher: null,
        byline: null,
        section: null,
        keywords: [],
        publishedAt: '2026-02-02',
        truncated: false,
        savedAt: when(0),
        revision,
        entities: [],
        note: '',
        deletedAt: null,
      })
      const revision = (id: string, of: string, at: number, texts: string[]) => ({
        id,
        article: of,
        hash: hex(of.length * 1_000 + at),
        savedAt: when(at),
        modifiedAt: null,
        title: `${of}の経過`,
        leadImage: null,
        blocks: texts.map((text, i) => ({ kind: 'paragraph', id: `p${i}`, runs: [{ text }] })),
        mentions: [],
        locals: [],
      })
      const write = (store: string, row: object) =>
        new Promise<void>((resolve, reject) => {
          const transaction = db.transaction(store, 'readwrite')
          transaction.objectStore(store).put(row)
          transaction.oncomplete = () => resolve()
          transaction.onabort = () => reject(transaction.error)
        })
      await write('articles', article('試合', `試合-${revisions - 1}`))
      for (let at = 0; at < revisions; at++) {
        const texts = Array.from(
          { length: paragraphs },
          (_, i) => `${i}分、${at}報。${'攻守が入れ替わる。'.repeat(Math.ceil(units / 9))}`,
        )
        await write('revisions', revision(`試合-${at}`, '試合', at, texts))
      }
      await write('articles', article('議会', '議会-0'))
      await write('revisions', revision('議会-0', '議会', 0, ['予算の審議が続く。']))
      db.close()
    },
    REVISIONS,
    PARAGRAPHS,
    UNITS,
  )

/** What there is, row by row, as checksums: the rows themselves are too many to carry. */
const sums = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('bunmyaku')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const ask = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const inOrder = (_: string, value: unknown): unknown =>
      value instanceof Object && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value
    const found: string[] = []
    for (const store of ['articles', 'revisions'])
      for (const key of await ask(db.transaction(store).objectStore(store).getAllKeys())) {
        const row = await ask(db.transaction(store).objectStore(store).get(key))
        const bytes = new TextEncoder().encode(JSON.stringify(row, inOrder))
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
        found.push(`${store} ${key} ${bytes.length} ${digest.slice(0, 8)}`)
      }
    db.close()
    return found.sort()
  })

describe.each(FAMILIES)('in %s', (family) => {
  let readers: Reader[] = []
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bunmyaku-large-'))
    const start = () => launch(family, { extension: extensionFor(family) })
    readers = [await start(), await start()]
  })
  afterAll(async () => {
    for (const reader of readers) await reader.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('an article of sixty long revisions comes back equal, and so does what stands beside it', async () => {
    const [from, to] = readers
    if (!from || !to) throw new Error('no browser')
    const page = await from.extensionPage('library.html')
    await page.waitForSelector('main')
    await fill(page)
    const before = await sums(page)
    expect(before).toHaveLength(REVISIONS + 3)
    const bytes = before.reduce((sum, line) => sum + Number(line.split(' ')[2]), 0)
    expect(bytes).toBeGreaterThan(48_000_000)
    const path = join(folder, 'large.ndjson.gz')
    await exportTo(from, path)
    await importFrom(to, path)
    const other = await to.extensionPage('library.html')
    await other.waitForSelector('main')
    expect(await sums(other)).toEqual(before)
    // And again where it came from: nothing changes.
    await importFrom(from, path)
    expect(await sums(page)).toEqual(before)
  }, 600_000)
})
