/** A long archive is read a page at a time: little is read at first, and all of it can be reached. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Reader } from '../../scripts/launch'
import { extensionFor } from './builds'
import { FAMILIES } from './families'

const COUNT = 230

/** Puts so many articles beside what is kept, the last one being the latest. */
const fill = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (many) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('bunmyaku')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const transaction = db.transaction('articles', 'readwrite')
    for (let i = 0; i < many; i++)
      transaction.objectStore('articles').put({
        id: `a${i}`,
        url: `https://news.example/${i}`,
        addresses: [],
        title: `見本の記事 ${i}`,
        publisher: '見本新聞',
        byline: null,
        section: null,
        keywords: [],
        publishedAt: '2026-03-19',
        truncated: false,
        savedAt: new Date(1e12 + i).toISOString(),
        revision: `r${i}`,
        entities: [],
        note: '',
        deletedAt: null,
      })
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve
      transaction.onerror = reject
    })
    db.close()
  }, count)

/** How many rows of the table of articles the page has asked for since `watchReads`. */
const watchReads = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const seen = { rows: 0 }
    Object.assign(window, { seen })
    const { getAll } = IDBIndex.prototype
    IDBIndex.prototype.getAll = function (...args) {
      const request = getAll.apply(this, args)
      request.addEventListener('success', () => {
        if (this.objectStore.name === 'articles') seen.rows += request.result.length
      })
      return request
    }
    const { openCursor } = IDBIndex.prototype
    IDBIndex.prototype.openCursor = function (...args) {
      const request = openCursor.apply(this, args)
      request.addEventListener('success', () => {
        if (this.objectStore.name === 'articles' && request.result) seen.rows++
      })
      return request
    }
  })

const rowsRead = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { seen: { rows: number } }).seen.rows)

const lastPosition = (page: Page): Promise<number> =>
  page.$$eval('.articles li', (items) =>
    Math.max(...items.map((item) => Number(item.getAttribute('aria-posinset')))),
  )

describe.each(FAMILIES)('in %s', (family) => {
  let reader: Reader
  beforeAll(async () => {
    reader = await launch(family, { extension: extensionFor(family) })
    const own = await reader.extensionPage('library.html#/archive')
    await own.waitForSelector('.notice')
    await fill(own, COUNT)
    await own.close()
  })
  afterAll(() => reader?.close())

  it('counts all, reads few, and goes on by wheel and by key to the very last', async () => {
    const page = await reader.extensionPage('library.html#/welcome')
    await page.waitForSelector('main h1')
    await watchReads(page)
    await page.evaluate(() => {
      location.hash = '#/archive'
    })
    await page.waitForSelector('.article-line')
    await page.waitForFunction(
      (count) => document.querySelector('.split__count')?.textContent === count,
      {},
      `${COUNT}本`,
    )
    const sizes = await page.$$eval('.articles li', (items) => [
      ...new Set(items.map((item) => item.getAttribute('aria-setsize'))),
    ])
    expect(sizes).toEqual([String(COUNT)])
    expect(await lastPosition(page)).toBeLessThanOrEqual(50)
    // One page, with what the notice of the backup reads beside it.
    expect(await rowsRead(page)).toBeLessThan(60)

    await page.bringToFront()
    const at = () =>
      page.evaluate(() =>
        Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset') ?? 0),
      )
    // At the last line that has been read a key waits for more, as a finger does.
    for (let step = 0; step < 200 && (await at()) <= 60; step++) {
      await page.keyboard.press('j')
      if ((await at()) % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 100))
    }
    expect(await at()).toBeGreaterThan(60)
    for (let turn = 0; turn < 12 && (await lastPosition(page)) < COUNT; turn++) {
      await page.$eval('.articles', (box) => box.scrollTo(0, box.scrollHeight))
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    expect(await lastPosition(page)).toBe(COUNT)
    const last = await page.$$eval('.article-line__title', (all) => all.at(-1)?.textContent)
    expect(last).toBe('見本の記事 0')
    await page.close()
  })
})
