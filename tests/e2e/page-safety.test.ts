/** The page is read, never rewritten; and whatever a page does, it and the reader's archive go on. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Reader, type Site } from '../../scripts/launch'
import { ask, tabOf } from './archive'
import { extensionFor } from './builds'
import { FAMILIES } from './families'
import { ADDRESS, changed, web } from './site'
import { headword, hover, placeOf, waitForCard, waitForMarks, waitForNoCard } from './surfaces'

/** Notes each change after the page is there, and each shift of its layout. */
const WATCH = `<script>
  window.seen = { nodes: [], attributes: [], shift: 0 };
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver((records) => {
      for (const record of records) {
        for (const node of record.addedNodes) window.seen.nodes.push(node.nodeName);
        if (record.type === 'attributes') window.seen.attributes.push(record.attributeName + ' of ' + record.target.nodeName);
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  try {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.seen.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  } catch {}
</script>`

interface Seen {
  nodes: string[]
  attributes: string[]
  shift: number
}
const seenBy = (page: Page): Promise<Seen> =>
  page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen)

describe.each(FAMILIES)('on a page in %s', (family) => {
  let reader: Reader
  beforeAll(async () => {
    reader = await launch(family, { extension: extensionFor(family) })
  })
  afterAll(() => reader?.close())

  const visit = async (site: Site): Promise<Page> => {
    const page = await reader.visit(ADDRESS.nikkei, site)
    await waitForMarks(page)
    return page
  }
  const withHead = (head: string, headers?: Record<string, string>): Site =>
    changed(
      'nikkei',
      (html) => html.replace('<head>', `<head>${head}`).replaceAll(/<img [^>]*>/g, ''),
      headers,
    )
  const withBody = (start: string): Site =>
    changed('nikkei', (html) => html.replace('<body>', `<body>${start}`))

  it('nothing but our one host is ever added, and nothing moves', async () => {
    const page = await visit(withHead(WATCH))
    await hover(page, '茂木外相')
    const { nodes, attributes, shift } = await seenBy(page)
    expect([...new Set(nodes)]).toEqual(['BUNMYAKU-CARD'])
    expect(attributes.filter((change) => !change.endsWith('BUNMYAKU-CARD'))).toEqual([])
    expect(shift).toBe(0)
    await page.close()
  })

  it('the card is never over its own term', async () => {
    const page = await visit(web)
    await hover(page, '茂木外相')
    const { x, y } = await placeOf(page, '茂木外相')
    const top = await page.evaluate((x, y) => document.elementFromPoint(x, y)?.nodeName, x, y)
    expect(top).not.toBe('BUNMYAKU-CARD')
    await page.close()
  })

  it('the strictest policy for scripts and styles keeps no card away', async () => {
    const page = await visit(
      withHead('', {
        'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'",
      }),
    )
    await hover(page, '茂木外相')
    expect(await headword(page)).toBe('茂木敏充')
    await page.close()
  })

  it('a link stays a link: the card opens over it and the click goes where the page meant', async () => {
    const page = await visit(web)
    await hover(page, 'ルビオ国務長官')
    expect(await headword(page)).toBe('マルコ・ルビオ')
    const { x, y } = await placeOf(page, 'ルビオ国務長官')
    await Promise.all([page.waitForNavigation(), page.mouse.click(x, y)])
    expect(page.url()).toContain('/topics/rubio/')
    await page.close()
  })

  it("a card is within reach while a dialog of the page is open, and Escape leaves the page's dialog", async () => {
    const page = await visit(web)
    await page.evaluate(() =>
      (document.querySelector('#page-dialog') as HTMLDialogElement).showModal(),
    )
    const own = await reader.extensionPage('library.html')
    const tab = await tabOf(own, ADDRESS.nikkei)
    await page.bringToFront()
    for (const command of ['next-term', 'open-card'])
      await own.evaluate(
        (id, command) => {
          const { chrome } = globalThis as unknown as {
            chrome: { tabs: { sendMessage(tab: number, message: unknown): Promise<unknown> } }
          }
          return chrome.tabs.sendMessage(id, { name: 'content:command', request: { command } })
        },
        tab,
        command,
      )
    await waitForCard(page)
    await page.keyboard.press('Escape')
    await waitForNoCard(page)
    expect(await page.$eval('#page-dialog', (dialog) => (dialog as HTMLDialogElement).open)).toBe(
      true,
    )
    await own.close()
    await page.close()
  })

  it('clobbered names of the DOM break nothing', async () => {
    const page = await visit(
      withBody(
        '<form name="querySelector"><input name="querySelectorAll"></form><img name="body" alt=""><form name="createTreeWalker"></form><form name="documentElement"></form><form name="title"></form>',
      ),
    )
    expect(await waitForMarks(page)).toBeGreaterThan(5)
    await page.close()
  })

  it('forged messages and events are not heard', async () => {
    const page = await visit(web)
    const { x, y } = await placeOf(page, '茂木外相')
    await page.evaluate(
      (x, y) => {
        const at = document.elementFromPoint(x, y) ?? document.body
        for (const type of ['pointermove', 'pointerdown', 'mousemove', 'touchstart'])
          at.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, bubbles: true }))
        window.postMessage({ name: 'save', request: {} }, '*')
        document.dispatchEvent(new CustomEvent('bunmyaku', { detail: { name: 'save' } }))
      },
      x,
      y,
    )
    await new Promise((resolve) => setTimeout(resolve, 800))
    expect(await page.$('bunmyaku-card')).toBeNull()
    // And the page cannot reach the background at all.
    const reach = await page.evaluate(() => {
      const { chrome, browser } = globalThis as unknown as Record<
        string,
        { runtime?: { id?: string } }
      >
      return chrome?.runtime?.id ?? browser?.runtime?.id ?? null
    })
    expect(reach).toBeNull()
    await page.close()
  })

  it('text that comes late is marked too', async () => {
    const page = await visit(web)
    const before = await waitForMarks(page)
    await page.evaluate(() => {
      const section = document.querySelector('section')
      const paragraph = document.createElement('p')
      paragraph.className = 'paragraph_p18mfke4'
      paragraph.textContent =
        '北大西洋条約機構（NATO）の事務総長は国際原子力機関（IAEA）と協議した。'
      section?.append(paragraph)
    })
    await page.waitForFunction(
      (count) =>
        [...CSS.highlights.entries()]
          .filter(([name]) => name.startsWith('bunmyaku-') && name !== 'bunmyaku-active')
          .reduce((sum, [, highlight]) => sum + highlight.size, 0) > count,
      {},
      before,
    )
    await page.close()
  })

  it('a hundred thousand nodes and one text of five million characters leave the page alive', async () => {
    const many = '<i>文</i>'.repeat(100_000)
    const long = `<p>${'日本の首相は会談した。'.repeat(450_000)}</p>`
    const page = await reader.visit(
      ADDRESS.nikkei,
      changed('nikkei', (html) =>
        html.replace('</main>', `</main><div id="many">${many}</div><div hidden>${long}</div>`),
      ),
    )
    await waitForMarks(page)
    expect(await page.evaluate(() => document.querySelectorAll('#many i').length)).toBe(100_000)
    await page.close()
  })

  it('a page that is no article is left alone', async () => {
    const page = await reader.visit(ADDRESS['not-article'], web)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    const painted = () =>
      [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0)
    expect(await page.evaluate(painted)).toBe(0)
    const own = await reader.extensionPage('library.html')
    const tab = await tabOf(own, ADDRESS['not-article'])
    expect(await ask(own, 'page', { tab })).toMatchObject({ state: 'not-article' })
    expect(await ask(own, 'save', { tab })).toMatchObject({ result: 'not-article' })
    await own.close()
    await page.close()
  })

  it('a site that is switched off has no marks, and has them again when it is on', async () => {
    const page = await visit(web)
    const own = await reader.extensionPage('library.html')
    await ask(own, 'site-switch', { host: 'www.nikkei.com', on: false })
    await page.waitForFunction(
      () => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0) === 0,
    )
    await ask(own, 'site-switch', { host: 'www.nikkei.com', on: true })
    await waitForMarks(page)
    await own.close()
    await page.close()
  })
})
