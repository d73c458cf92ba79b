/** Private windows, fingers, withheld access and full screen: where a browser behaves otherwise. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Reader, serve } from '../../scripts/launch'
import { archiveRows, ask, tabOf } from './archive'
import { extensionFor } from './builds'
import { FAMILIES, runsIn } from './families'
import { ADDRESS, changed, web } from './site'
import {
  headword,
  hover,
  placeOf,
  pressInCard,
  waitForCard,
  waitForMarks,
  waitInCard,
} from './surfaces'

const TERM = '茂木外相'
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** What the browser's own page of extensions can set, in Chromium. */
async function configure(reader: Reader, change: Record<string, unknown>): Promise<void> {
  const page = await reader.browser.newPage()
  await page.goto('chrome://extensions/')
  await page.evaluate(
    async (id, change) => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          developerPrivate: { updateExtensionConfiguration(all: object): Promise<void> }
          management: { setEnabled(id: string, on: boolean): Promise<void> }
        }
      }
      await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, ...change })
      // It is loaded anew, and left switched off.
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      await chrome.management.setEnabled(id, true)
    },
    new URL(reader.origin).host,
    change,
  )
  await page.close()
}

/** A page of the extension's, once it is there again: a change of its access loads it anew. */
async function ownPage(reader: Reader): Promise<Page> {
  for (let left = 60; ; left--)
    try {
      const page = await reader.extensionPage('library.html')
      await ask(page, 'settings', {})
      return page
    } catch (error) {
      if (left === 0) throw error
      await pause(500)
    }
}

describe.each(FAMILIES)('in %s', (family) => {
  let reader: Reader
  beforeAll(async () => {
    reader = await launch(family, { extension: extensionFor(family) })
  })
  afterAll(() => reader?.close())

  it('a finger that rests on a term opens its card, and the link under it is not followed', async () => {
    const page = await reader.visit(ADDRESS.nikkei, web)
    await waitForMarks(page)
    const { x, y } = await placeOf(page, 'ルビオ国務長官')
    const touch = await page.touchscreen.touchStart(x, y)
    await pause(700)
    await touch.end()
    await waitForCard(page)
    expect(await headword(page)).toBe('マルコ・ルビオ')
    expect(page.url()).toBe(ADDRESS.nikkei)
    await page.close()
  })

  it('a card shows over what fills the screen, and can be used there', async () => {
    const page = await reader.visit(
      ADDRESS.nikkei,
      changed('nikkei', (html) =>
        html
          .replace('<body>', '<body><button id="full">全画面</button>')
          .replace(
            '</body>',
            `<script>document.querySelector('#full').onclick = () => document.querySelector('main').requestFullscreen()</script></body>`,
          ),
      ),
    )
    await page.bringToFront()
    await waitForMarks(page)
    await page.click('#full')
    await page.waitForFunction(() => document.fullscreenElement !== null)
    await page.$eval('main', (main) => main.style.setProperty('background', 'white'))
    expect(await hover(page, TERM)).toContain('茂木敏充')
    await pressInCard(page, '.card-tool[aria-pressed]')
    await waitInCard(page, '.card-tool[aria-pressed=true]')
    await page.screenshot({ path: `test-results/fullscreen-${family}.png` })
    await page.close()
  })
})

// Firefox lets no driver give an extension that it installs access to private windows.
describe.runIf(runsIn('chromium'))('in a private window of Chromium', () => {
  let reader: Reader
  beforeAll(async () => {
    reader = await launch('chromium', { extension: extensionFor('chromium') })
    await configure(reader, { incognitoAccess: true })
  })
  afterAll(() => reader?.close())

  it('nothing is saved before the reader has confirmed it', async () => {
    const own = await ownPage(reader)
    const open = async () =>
      (
        await Promise.all(reader.browser.targets().map((target) => target.page().catch(() => null)))
      ).filter((one) => one !== null)
    const before = new Set(await open())
    await own.evaluate(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { windows: { create(options: object): Promise<unknown> } }
      }
      return chrome.windows.create({ incognito: true, url: 'about:blank' })
    })
    let page: Page | undefined
    for (let left = 60; left > 0 && !page; left--) {
      await pause(100)
      page = (await open()).find((one) => !before.has(one))
    }
    if (!page) throw new Error('no private window opened')
    await serve(page, web)
    await page.goto(ADDRESS.nikkei, { waitUntil: 'domcontentloaded' })
    expect(await waitForMarks(page)).toBeGreaterThan(5)
    const tab = await tabOf(own, ADDRESS.nikkei)
    expect(await ask(own, 'save', { tab })).toEqual({ result: 'ask-private' })
    expect((await archiveRows(own)).articles).toEqual([])
    expect(await ask(own, 'save', { tab, confirmed: true })).toMatchObject({ result: 'saved' })
    await page.close()
    await own.close()
  })
})

describe('where access to a site is withheld', () => {
  it.runIf(runsIn('chromium'))('Chromium: no marks, and nothing of ours in the page', async () => {
    const reader = await launch('chromium', { extension: extensionFor('chromium') })
    try {
      await configure(reader, { hostAccess: 'ON_CLICK' })
      const own = await ownPage(reader)
      const page = await reader.visit(ADDRESS.nikkei, web)
      await page.bringToFront()
      await pause(1_000)
      expect(await page.evaluate(() => CSS.highlights.size)).toBe(0)
      const [{ id }] = (await own.evaluate(() => {
        const { chrome } = globalThis as unknown as {
          chrome: { tabs: { query(of: object): Promise<{ id: number }[]> } }
        }
        return chrome.tabs.query({ active: true, currentWindow: true })
      })) as [{ id: number }]
      expect(await ask(own, 'page', { tab: id })).toEqual({
        state: 'restricted',
        why: 'unseen',
      })
      await own.close()
    } finally {
      await reader.close()
    }
  })

  it.runIf(runsIn('firefox'))('Firefox: no marks where the reader has taken it back', async () => {
    const reader = await launch('firefox', { extension: extensionFor('firefox') })
    const change = (own: Page, what: 'remove' | 'request') =>
      own.evaluate((what) => {
        const { browser } = globalThis as unknown as {
          browser: { permissions: Record<string, (all: object) => Promise<boolean>> }
        }
        return browser.permissions[what]?.({ origins: ['https://www.nikkei.com/*'] })
      }, what)
    try {
      const own = await ownPage(reader)
      expect(await change(own, 'remove')).toBe(true)
      const page = await reader.visit(ADDRESS.nikkei, web)
      await pause(1_000)
      expect(await page.evaluate(() => CSS.highlights.size)).toBe(0)
      await page.close()
      await own.close()
    } finally {
      await reader.close()
    }
  })
})
