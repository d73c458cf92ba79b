/** Private windows, fingers, withheld access and full screen: where a browser behaves otherwise. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Family, launch, type Reader, serve } from '../../scripts/launch'
import { archiveRows, ask, tabOf } from './archive'
import { extensionFor } from './builds'
import { ADDRESS, changed, web } from './site'
import {
  cardFrame,
  headword,
  hover,
  placeOf,
  pressInCard,
  textOf,
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
        chrome: { developerPrivate: { updateExtensionConfiguration(all: object): Promise<void> } }
      }
      await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, ...change })
    },
    new URL(reader.origin).host,
    change,
  )
  await page.close()
}

/** A page of the extension's, once it is there again after its access was changed. */
async function ownPage(reader: Reader): Promise<Page> {
  for (let left = 20; ; left--)
    try {
      return await reader.extensionPage('library.html')
    } catch (error) {
      if (left === 0) throw error
      await pause(250)
    }
}

describe.each<Family>(['chromium', 'firefox'])('in %s', (family) => {
  let reader: Reader
  beforeAll(async () => {
    reader = await launch(family, { extension: extensionFor(family), privateWindows: true })
    if (family === 'chromium') await configure(reader, { incognitoAccess: true })
  })
  afterAll(() => reader?.close())

  it('nothing of a private window is saved before the reader has confirmed it', async () => {
    const own = await ownPage(reader)
    await own.evaluate(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { windows: { create(options: object): Promise<unknown> } }
      }
      return chrome.windows.create({ incognito: true, url: 'about:blank' })
    })
    let page: Page | undefined
    for (let left = 60; left > 0 && !page; left--) {
      await pause(100)
      const pages = await Promise.all(
        reader.browser.targets().map((target) => target.page().catch(() => null)),
      )
      page = pages.filter((one) => one?.url() === 'about:blank').at(-1) ?? undefined
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
    await hover(page, TERM)
    await pressInCard(page, '.card-button--follow')
    expect(await waitInCard(page, '.notice')).toContain('追うことにしました')
    const frame = await cardFrame(page)
    expect(await frame?.evaluate(() => document.body.clientHeight)).toBeGreaterThan(100)
    await page.screenshot({ path: `test-results/fullscreen-${family}.png` })
    await page.close()
  })
})

describe('where access to a site is withheld', () => {
  it('Chromium: no marks, and the popup says what is missing', async () => {
    const reader = await launch('chromium', { extension: extensionFor('chromium') })
    try {
      await configure(reader, { hostAccess: 'ON_CLICK' })
      const own = await ownPage(reader)
      const page = await reader.visit(ADDRESS.nikkei, web)
      await page.bringToFront()
      await pause(1_000)
      expect(await page.evaluate(() => CSS.highlights.size)).toBe(0)
      // A press on the toolbar button: the popup may look at this tab, and asks for the site.
      const browser = await reader.browser.target().createCDPSession()
      const { targetInfos } = await browser.send('Target.getTargets', {
        filter: [{ type: 'tab', exclude: false }],
      })
      const tab = targetInfos.find(({ url }) => url === ADDRESS.nikkei)
      await (browser.send as (name: string, what: object) => Promise<unknown>)(
        'Extensions.triggerAction',
        { id: new URL(reader.origin).host, targetId: tab?.targetId },
      )
      const target = await reader.browser.waitForTarget((one) => one.url().includes('popup.html'))
      const popup = await target.asPage()
      await popup.waitForFunction(() => document.body.textContent.includes('読む許可がありません'))
      expect(await textOf(popup)).toContain('www.nikkei.com を読む許可がありません')
      await own.close()
    } finally {
      await reader.close()
    }
  })

  it('Firefox: no marks where the reader has taken it back, and marks again when it is given', async () => {
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
