/**
 * The main job, end to end: marks, card, timeline, save, search, and everything still there
 * afterwards. In real browsers, on pages written for this project under the hosts they imitate.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Reader } from '../../scripts/launch'
import { archiveRows, ask, exportTo, importFrom, tabOf } from './archive'
import { extensionFor } from './builds'
import { FAMILIES } from './families'
import { ADDRESS, type PageName, web } from './site'
import {
  headword,
  hover,
  pastWelcome,
  popupBeside,
  textOf,
  waitForCard,
  waitForMarks,
  waitForNoCard,
} from './surfaces'

describe.each(FAMILIES)('in %s a reader', (family) => {
  let reader: Reader
  let profile: string
  const folder = () => join(tmpdir(), `bunmyaku-e2e-${family}-`)
  const start = (at: string) => launch(family, { extension: extensionFor(family), profile: at })

  beforeAll(async () => {
    profile = await mkdtemp(folder())
    reader = await start(profile)
  })
  afterAll(async () => {
    await reader?.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  })

  const visit = async (name: PageName): Promise<Page> => {
    const page = await reader.visit(ADDRESS[name], web)
    await waitForMarks(page)
    return page
  }

  it.each<[PageName, string, string]>([
    ['nikkei', '茂木外相', '茂木敏充'],
    ['nhk-web', '高市首相', '高市早苗'],
    ['nhk-www3', 'ルビオ国務長官', 'マルコ・ルビオ'],
  ])('sees marks on %s and finds the card of %s', async (name, text, expected) => {
    const page = await visit(name)
    await hover(page, text)
    expect(await headword(page)).toBe(expected)
    await page.close()
  })

  it('finds the card on a screen of two pixels to one', async () => {
    const page = await reader.visit(ADDRESS.nikkei, web)
    await page.setViewport({ width: 1200, height: 900, deviceScaleFactor: 2 })
    await waitForMarks(page)
    await hover(page, '茂木外相')
    expect(await headword(page)).toBe('茂木敏充')
    await page.close()
  })

  it('reads words with a reading above every character', async () => {
    const page = await visit('nhk-easy')
    // The word is broken into ruby elements: rest the pointer on its first characters.
    await hover(page, '茂木')
    expect(await headword(page)).toBe('茂木敏充')
    await page.close()
  })

  it('finds a term that runs across elements, and leaves hidden text and navigation alone', async () => {
    const page = await visit('nikkei')
    await hover(page, '大抑')
    expect(await headword(page)).toBe('拡大抑止')
    const own = await reader.extensionPage('library.html')
    const state = await ask(own, 'page', { tab: await tabOf(own, ADDRESS.nikkei) })
    if (state.state !== 'ready') throw new Error(state.state)
    // 「トランプ大統領」 stands in the body; 「東アジア」 only among the recommendations.
    const terms = state.terms.map((term) => term.headword)
    expect(terms).toContain('ドナルド・トランプ')
    expect(terms).not.toContain('東アジア')
    await own.close()
    await page.close()
  })

  it('steps from term to term by keyboard, opens a card and leaves it with Escape', async () => {
    const page = await visit('nikkei')
    const own = await reader.extensionPage('library.html')
    const tab = await tabOf(own, ADDRESS.nikkei)
    const command = (name: string) =>
      own.evaluate(
        (id, command) => {
          const { chrome } = globalThis as unknown as {
            chrome: { tabs: { sendMessage(tab: number, message: unknown): Promise<unknown> } }
          }
          return chrome.tabs.sendMessage(id, { name: 'content:command', request: { command } })
        },
        tab,
        name,
      )
    await page.bringToFront()
    await command('next-term')
    await command('next-term')
    await command('open-card')
    await waitForCard(page)
    const first = await headword(page)
    expect(first).not.toBeNull()
    await page.keyboard.press('Escape')
    await waitForNoCard(page)
    await command('next-term')
    await command('open-card')
    await waitForCard(page)
    expect(await headword(page)).not.toBe(first)
    await own.close()
    await page.close()
  })

  it('sees the story behind the article, saves it, and is told when it is there already', async () => {
    const article = await visit('nikkei')
    const popup = await popupBeside(reader, article)
    await pastWelcome(popup)
    expect(await textOf(popup, 'main')).toContain('国家安全保障局')

    await popup.$eval('#tab-timeline', (tab) => (tab as HTMLElement).click())
    await popup.waitForSelector('[data-row="article"]')
    const steps = await popup.$$eval('.story .step', (items) => items.length)
    expect(steps).toBeGreaterThan(3)
    expect(steps).toBeLessThanOrEqual(14)
    await popup.$eval('.story .step__head', (head) => (head as HTMLElement).click())
    await popup.waitForSelector('.step[open] .step-sources__chip')

    const own = await reader.extensionPage('library.html')
    const tab = await tabOf(own, ADDRESS.nikkei)
    expect(await ask(own, 'save', { tab })).toMatchObject({ result: 'saved' })
    expect(await ask(own, 'save', { tab })).toMatchObject({ result: 'already' })
    await own.close()
    await popup.close()
    await article.close()
  })

  it('finds the saved article by a part of a word and reads it with its marks', async () => {
    const own = await reader.extensionPage('library.html')
    const { hits } = await ask(own, 'search', { query: '安全保障' })
    expect(hits.map(({ title }) => title)).toEqual([
      expect.stringContaining('国家安全保障局が調整'),
    ])
    // «都» after «京» is another word: nothing is found that does not stand there.
    expect((await ask(own, 'search', { query: '安全保証' })).total).toBe(0)
    const [hit] = hits
    const page = await reader.extensionPage(`library.html#/read/${hit?.article}`)
    await page.waitForFunction(() => document.body.textContent.includes('複数の政府関係者'))
    await page.waitForSelector('.prose__block .term-mark')
    await page.waitForSelector('.reader .story .step')
    await page.close()
    await own.close()
  })

  it('keeps everything over a restart of the browser', async () => {
    const before = await archiveRows(await reader.extensionPage('library.html'))
    expect(before.articles).toHaveLength(1)
    await reader.close()
    reader = await start(profile)
    const own = await reader.extensionPage('library.html')
    expect(await archiveRows(own)).toEqual(before)
    expect((await ask(own, 'search', { query: '経済安保' })).total).toBe(1)
  })

  it('takes the archive to a fresh profile in one file, and gets the same archive', async () => {
    const path = join(profile, 'export.ndjson.gz')
    await exportTo(reader, path)
    const before = await archiveRows(await reader.extensionPage('library.html'))
    const elsewhere = await mkdtemp(folder())
    const other = await start(elsewhere)
    try {
      await importFrom(other, path)
      const own = await other.extensionPage('library.html')
      expect(await archiveRows(own)).toEqual(before)
      expect((await ask(own, 'search', { query: '安全保障' })).total).toBe(1)
      // Again: nothing new, nothing lost.
      await importFrom(other, path)
      expect(await archiveRows(own)).toEqual(before)

      const foreign = join(elsewhere, 'foreign.ndjson')
      await writeFile(foreign, '{"hello":"world"}\n')
      await importFrom(other, foreign)
      expect(await archiveRows(own)).toEqual(before)
    } finally {
      await other.close()
      await rm(elsewhere, { recursive: true, force: true, maxRetries: 5 })
    }
  })
})
