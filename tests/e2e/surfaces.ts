/** What a test does with the surfaces: see marks, open a card, open the popup beside a page. */
import type { Page } from 'puppeteer-core'
import type { Reader } from '../../scripts/launch'

/** Waits until the page has marks and gives how many. */
export async function waitForMarks(page: Page): Promise<number> {
  const count = () =>
    [...CSS.highlights.entries()]
      .filter(([name]) => name.startsWith('bunmyaku-') && name !== 'bunmyaku-active')
      .reduce((sum, [, highlight]) => sum + highlight.size, 0)
  await page.waitForFunction(count)
  return page.evaluate(count)
}

/** Centre of the first place where `text` stands in the page's text nodes, in CSS pixels of the window. */
export async function placeOf(page: Page, text: string): Promise<{ x: number; y: number }> {
  const found = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, 4)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const box = range.getClientRects()[0]
      if (!box || box.width === 0) continue
      node.parentElement?.scrollIntoView({ block: 'center' })
      const seen = range.getClientRects()[0] ?? box
      return { x: seen.left + seen.width / 2, y: seen.top + seen.height / 2 }
    }
    return null
  }, text)
  if (!found) throw new Error(`${text} does not stand on the page`)
  return found
}

/** Text of the open card; null while none is open. Only the tests' build has an open root. */
const cardText = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const host = document.querySelector('bunmyaku-card')
    if (!host?.matches(':popover-open')) return null
    return (
      host.shadowRoot?.querySelector<HTMLElement>('.frame.open .card-sheet')?.textContent ?? null
    )
  })

/** Rests the pointer on `text`. */
export async function point(page: Page, text: string): Promise<void> {
  const { x, y } = await placeOf(page, text)
  // Two moves: a pointer that only appears has not come from anywhere.
  await page.mouse.move(x - 3, y)
  await page.mouse.move(x, y)
}

/** Rests the pointer on `text` and waits for its card. */
export async function hover(page: Page, text: string): Promise<string> {
  await point(page, text)
  return waitForCard(page)
}

/** Waits until a card is open and filled, and gives its text. */
export async function waitForCard(page: Page): Promise<string> {
  await page.waitForFunction(() => {
    const host = document.querySelector('bunmyaku-card')
    return (
      host?.matches(':popover-open') && host.shadowRoot?.querySelector('.frame.open .card-headword')
    )
  })
  return (await cardText(page)) ?? ''
}

/** Waits until no card is open. The host may stay to say something. */
export const waitForNoCard = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () =>
      !document
        .querySelector('bunmyaku-card:popover-open')
        ?.shadowRoot?.querySelector('.frame.open .card-headword'),
  )
}

export const headword = (page: Page): Promise<string | null> =>
  page.evaluate(
    () =>
      document
        .querySelector('bunmyaku-card:popover-open')
        ?.shadowRoot?.querySelector('.frame.open .card-headword')?.textContent ?? null,
  )

/**
 * Opens the popup's page behind the article, so that the article is the active tab when the popup
 * asks, as it is beside a real popup.
 */
export async function popupBeside(reader: Reader, article: Page): Promise<Page> {
  const popup = await reader.extensionPage('popup.html')
  await popup.setViewport({ width: 400, height: 600 })
  await article.bringToFront()
  await popup.evaluate(() => {
    document.body.replaceChildren()
    location.reload()
  })
  await popup.waitForSelector('.context')
  return popup
}

/** What stands on a page, as a reader sees it. */
export const textOf = (page: Page, selector = 'body'): Promise<string> =>
  page.$eval(selector, (element) => (element as HTMLElement).textContent)
