/** An article of several pages becomes one in the archive, as the reader opens one after the other. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Reader } from '../../scripts/launch'
import { archiveRows, ask, tabOf } from './archive'
import { extensionFor } from './builds'
import { FAMILIES } from './families'
import { pageAddress, paged } from './paged'
import { popupBeside, textOf, waitForMarks } from './surfaces'

describe.each(FAMILIES)('in %s', (family) => {
  let reader: Reader
  let own: Page
  beforeAll(async () => {
    reader = await launch(family, { extension: extensionFor(family) })
    own = await reader.extensionPage('library.html#/archive')
  })
  afterAll(() => reader?.close())

  const read = async (page: number) => {
    const opened = await reader.visit(pageAddress(page), paged)
    await waitForMarks(opened)
    return opened
  }
  const kept = async (): Promise<number[][]> => {
    const { articles = [] } = await archiveRows(own)
    return articles.map((row) => (row as { pages?: { kept: number[] } }).pages?.kept ?? [])
  }
  const until = async (pages: number[]) => {
    for (let left = 100; left > 0 && String(await kept()) !== String(pages); left--)
      await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await kept()).toEqual([pages])
  }

  it('leaves a page alone whose article is not kept', async () => {
    const second = await read(2)
    expect(await kept()).toEqual([])
    await second.close()
  })

  it('joins the next page when it is opened, and says how far the article goes', async () => {
    const first = await read(1)
    const tab = await tabOf(own, pageAddress(1))
    expect(await ask(own, 'save', { tab })).toMatchObject({ result: 'saved' })
    await first.close()
    const second = await read(2)
    await until([1, 2])
    const popup = await popupBeside(reader, second)
    // By a clock: it stands behind the article, where nothing is drawn.
    const said = () => document.body.textContent.includes('2/3ページまで保存')
    await popup.waitForFunction(said, { polling: 100 })
    await popup.close()
    await second.close()
  })

  it('finds the words of the second page, and shows both in the reader', async () => {
    const { hits } = await ask(own, 'search', { query: '供給網' })
    expect(hits.map(({ title }) => title)).toEqual(['首脳会談の準備が本格化'])
    const page = await reader.extensionPage(`library.html#/read/${hits[0]?.article}`)
    await page.waitForSelector('.reader .prose__block')
    const text = await textOf(page, '.reader')
    expect(text.indexOf('会場の選定')).toBeGreaterThan(0)
    expect(text.indexOf('供給網')).toBeGreaterThan(text.indexOf('会場の選定'))
    expect(text).toContain('2/3ページまで保存')
    const missing = await page.$eval('.reader__page', (link) => (link as HTMLAnchorElement).href)
    expect(missing).toBe(pageAddress(3))
    await page.close()
  })

  it('is whole when the last one was opened, without a revision more', async () => {
    const third = await read(3)
    await until([1, 2, 3])
    const again = await read(2)
    await until([1, 2, 3])
    expect((await archiveRows(own)).revisions).toHaveLength(1)
    await again.close()
    await third.close()
  })
})
