/** One page cannot hold up the others: what is long is read on a thread of its own. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Reader } from '../../scripts/launch'
import { ask, tabOf } from './archive'
import { extensionFor } from './builds'
import { FAMILIES } from './families'
import { ADDRESS, changed, web } from './site'
import { pastWelcome, popupBeside, textOf, waitBehind, waitForMarks } from './surfaces'

const DIGITS = '1234567890'.repeat(15_000)
const SENTENCES = '茂木外相は会談した。'.repeat(34_000)

/** Asks for the marks of a long text and, at once, for other things; gives the order of the answers. */
const answersBeside = (page: Page, text: string): Promise<string[]> =>
  page.evaluate(async (text) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } }
    }
    const order: string[] = []
    const blocks = [{ kind: 'paragraph', id: 'p', runs: [{ text }] }]
    const document = { url: null, publisher: null, publishedAt: null, blocks }
    const asked = async (name: string, request: unknown) => {
      await chrome.runtime.sendMessage({ name, request })
      order.push(name)
    }
    const long = asked('annotate', { document })
    for (const query of ['安全', '会談', '外相']) await asked('search', { query })
    await asked('settings', {})
    await long
    return order
  }, text)

describe.each(FAMILIES)('in %s, while a page is read', (family) => {
  let reader: Reader
  let own: Page
  beforeAll(async () => {
    reader = await launch(family, { extension: extensionFor(family) })
    own = await reader.extensionPage('library.html')
    // The glossary is written once, at the first start.
    await ask(own, 'timeline', { entities: [], around: null, limit: 1 })
  })
  afterAll(() => reader?.close())

  it.each([
    ['150,000 digits', DIGITS],
    ['340,000 characters', SENTENCES],
  ])('%s: searches are answered first', async (_, text) => {
    const order = await answersBeside(own, text)
    expect(order).toEqual(['search', 'search', 'search', 'settings', 'annotate'])
  })

  it('a very long page has marks in its first part, and the popup says how far it was read', async () => {
    const page = await reader.visit(
      ADDRESS.nikkei,
      changed('nikkei', (html) =>
        html.replace('</section>', `<p class="paragraph_p18mfke4">${SENTENCES}</p></section>`),
      ),
    )
    await waitForMarks(page)
    const state = await ask(own, 'page', { tab: await tabOf(own, ADDRESS.nikkei) })
    expect(state).toMatchObject({ state: 'ready', cut: true })
    const popup = await popupBeside(reader, page)
    await pastWelcome(popup)
    await waitBehind(popup, () => document.body.textContent.includes('300,000字'))
    expect(await textOf(popup)).toContain('とても長いページ')
    await popup.close()
    await page.close()
  })

  it('a tab that is closed takes its work along, and the next page is read', async () => {
    const page = await reader.visit(
      ADDRESS.nikkei,
      changed('nikkei', (html) =>
        html.replace('</section>', `<p class="paragraph_p18mfke4">${DIGITS}。</p></section>`),
      ),
    )
    await new Promise((resolve) => setTimeout(resolve, 400))
    await page.close()
    const next = await reader.visit(ADDRESS['nhk-web'], web)
    expect(await waitForMarks(next)).toBeGreaterThan(3)
    await next.close()
  })
})
