/** An archive from anywhere is safe to open, and the pages that show it can be used by everybody. */
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Reader } from '../../scripts/launch'
import { archiveRows, importFrom } from './archive'
import { seriousIn } from './axe'
import { extensionFor } from './builds'
import { FAMILIES } from './families'
import { PAYLOADS } from './payloads'
import { ADDRESS, web } from './site'
import { pastWelcome, popupBeside, waitForMarks } from './surfaces'

/** Milliseconds for tests that open many pages; nothing is measured by it. */
const LONG = 150_000

const day = '2026-03-19T00:00:00.000Z'

/** An article that is nothing but this payload, wherever words or addresses can stand. */
function hostile(payload: string, at: number) {
  const runs = [{ text: payload, ruby: payload, href: payload, mark: 'strong' }, { text: '文脈' }]
  const image = { src: payload, alt: payload }
  const own = { id: `p${at}`, title: payload, savedAt: day }
  return {
    type: 'article',
    article: {
      ...own,
      url: `https://payload.example/${at}`,
      addresses: [],
      publisher: payload,
      byline: payload,
      section: payload,
      keywords: [payload],
      publishedAt: '2026-03-19',
      truncated: false,
      revision: `r${at}`,
      entities: [],
      note: payload,
    },
    revisions: [
      {
        ...own,
        id: `r${at}`,
        article: `p${at}`,
        hash: '0'.repeat(64),
        modifiedAt: null,
        leadImage: null,
        blocks: [
          { kind: 'heading', id: 'h', level: 2, runs },
          { kind: 'paragraph', id: 'p', runs },
          { kind: 'item', id: 'i', ordered: false, depth: 0, runs },
          { kind: 'quote', id: 'q', runs },
          { kind: 'figure', id: 'f', image, runs },
          { kind: 'table', id: 't', rows: [[runs]] },
        ],
        mentions: [],
        locals: [],
      },
    ],
    highlights: [],
    claims: [],
  }
}

/** The archive's own file with these articles, as docs/archive-format.md describes it. */
function archiveFile(articles: readonly object[]): Buffer {
  const header = { format: 'bunmyaku', version: 1, createdAt: day, app: '0.1.0', images: false }
  const lines = [header, ...articles].map((line) => `${JSON.stringify(line)}\n`).join('')
  const sha256 = createHash('sha256').update(lines).digest('hex')
  const end = { type: 'end', counts: { article: articles.length }, sha256 }
  return gzipSync(`${lines}${JSON.stringify(end)}\n`)
}

/** Opens each article in turn; gives what would have run, or could. */
const openAll = (page: Page, ids: readonly string[]): Promise<string[]> =>
  page.evaluate(async (all) => {
    const found: string[] = []
    const until = async (there: () => boolean) => {
      for (let left = 500; left > 0 && !there(); left--)
        await new Promise((resolve) => setTimeout(resolve, 10))
      return there()
    }
    for (const id of all) {
      location.hash = '#/archive'
      await until(() => !document.querySelector('.reader'))
      location.hash = `#/read/${encodeURIComponent(id)}`
      if (!(await until(() => document.querySelectorAll('.prose__block').length >= 6)))
        found.push(`${id} did not open`)
      if ('pwned' in globalThis) found.push(`${id} ran`)
      Reflect.deleteProperty(globalThis, 'pwned')
      // The policy of the page would stop these too: they must not come about at all.
      for (const element of document.querySelectorAll('.reader *')) {
        if (/^(script|iframe|object|embed|style|link|base|form|template)$/i.test(element.tagName))
          if (!element.closest('.note')) found.push(`${id}: ${element.tagName}`)
        for (const { name, value } of element.attributes) {
          if (/^on/i.test(name)) found.push(`${id}: ${name}`)
          if (/^(href|src)$/.test(name) && !/^(https?:|blob:|#|\/icons\/)/.test(value))
            found.push(`${id}: ${name}=${value}`)
        }
      }
    }
    return found
  }, ids)

describe.each(FAMILIES)('in %s', (family) => {
  let reader: Reader
  let folder: string
  let ids: string[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bunmyaku-safety-'))
    reader = await launch(family, { extension: extensionFor(family) })
    const path = join(folder, 'hostile.ndjson.gz')
    await writeFile(path, archiveFile(PAYLOADS.map(hostile)))
    await importFrom(reader, path)
    const page = await reader.extensionPage('library.html')
    const { articles = [] } = await archiveRows(page)
    ids = articles.map((row) => String((row as { id: string }).id))
    await page.close()
  })
  afterAll(async () => {
    await reader?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it(
    'keeps and opens a hundred and fifty hostile articles, and none of them runs anything',
    async () => {
      expect(ids.length).toBe(PAYLOADS.length)
      expect(ids.length).toBeGreaterThanOrEqual(150)
      const page = await reader.extensionPage('library.html')
      expect(await openAll(page, ids)).toEqual([])
      await page.close()
    },
    LONG,
  )

  it(
    'has nothing serious for axe in any view of the library',
    async () => {
      const views = ['archive', 'timeline', 'glossary', 'follows', 'storage', 'settings', 'welcome']
      for (const view of [...views, `read/${encodeURIComponent(ids[0] ?? '')}`]) {
        const page = await reader.extensionPage(`library.html#/${view}`)
        await page.waitForSelector('main h1, .reader, main input')
        expect([view, await seriousIn(page)]).toEqual([view, []])
        await page.close()
      }
    },
    LONG,
  )

  it('has nothing serious for axe in the popup', async () => {
    const article = await reader.visit(ADDRESS.nikkei, web)
    await waitForMarks(article)
    const popup = await popupBeside(reader, article)
    await popup.waitForSelector('[data-done=welcome]')
    expect(await seriousIn(popup)).toEqual([])
    await pastWelcome(popup)
    expect(await seriousIn(popup)).toEqual([])
    await popup.close()
    await article.close()
  })
})
