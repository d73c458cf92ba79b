/** What a test does with the surfaces: see marks, open a card, open the popup beside a page. */
import type { Frame, Page } from 'puppeteer-core'
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

/** The document of the card; null before one was wanted. Only a driver can look in, never the page. */
export async function cardFrame(page: Page): Promise<Frame | null> {
  for (const frame of page.frames()) {
    const path = await frame.evaluate(() => location.pathname).catch(() => '')
    if (path === '/card-frame.html') return frame
  }
  return null
}

/** True while the page shows a card with its content. Only the tests' build has an open root. */
const isOpen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const host = document.querySelector('bunmyaku-card:popover-open')
    return !!host?.shadowRoot?.querySelector('iframe.open[aria-busy=false]')
  })

/** Milliseconds between two looks, and for how many of them a card is waited for. */
const LOOK = 50
const LOOKS = 600

async function until<T>(look: () => Promise<T | null>, wanted: string): Promise<T> {
  for (let left = LOOKS; left > 0; left--) {
    const found = await look().catch(() => null)
    if (found !== null) return found
    await new Promise((resolve) => setTimeout(resolve, LOOK))
  }
  throw new Error(`${wanted} did not come`)
}

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

const inCard = async (page: Page, selector: string): Promise<string | null> => {
  if (!(await isOpen(page))) return null
  const frame = await cardFrame(page)
  return (await frame?.$eval(selector, (found) => found.textContent)) ?? null
}

/** Waits until a card is open and filled, and gives its text. */
export const waitForCard = (page: Page): Promise<string> =>
  until(async () => {
    const name = await inCard(page, '.card-headword')
    return name === null ? null : inCard(page, '.card-sheet')
  }, 'a card')

/** Waits until no card is open. The host may stay to say something. */
export async function waitForNoCard(page: Page): Promise<void> {
  await until(async () => ((await isOpen(page)) ? null : true), 'the end of the card')
}

export const headword = (page: Page): Promise<string | null> => inCard(page, '.card-headword')

/** Presses what a reader would press, with the pointer, where it stands on the page. */
export async function pressInCard(page: Page, selector: string): Promise<void> {
  const { x, y } = await until(async () => {
    const frame = await cardFrame(page)
    const inside = await frame?.$eval(selector, (element) => {
      const box = element.getBoundingClientRect()
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
    })
    const outside = await page.evaluate(() => {
      const host = document.querySelector('bunmyaku-card')
      const box = host?.shadowRoot?.querySelector('iframe')?.getBoundingClientRect()
      return box ? { x: box.left + 1, y: box.top + 1 } : null
    })
    return inside && outside ? { x: inside.x + outside.x, y: inside.y + outside.y } : null
  }, selector)
  await page.mouse.move(x - 4, y)
  await page.mouse.move(x, y)
  // A card that has only just come under the pointer has not been seen yet.
  await new Promise((resolve) => setTimeout(resolve, 700))
  await page.mouse.click(x, y)
}

/** Waits until `look` says so of the card's document. */
export const waitInCard = (page: Page, selector: string): Promise<string> =>
  until(() => inCard(page, selector), selector)

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

/** Waits for what is so in a page that lies behind another: no frame of it is drawn to look at. */
export async function waitBehind(page: Page, isSo: () => boolean): Promise<void> {
  await page.waitForFunction(isSo, { polling: 100 })
}

/** Takes the popup's first-run words away, and waits for the article's terms. */
export async function pastWelcome(popup: Page): Promise<void> {
  const go = await popup.waitForSelector('[data-done=welcome]')
  await go?.evaluate((button) => (button as HTMLElement).click())
  await waitBehind(popup, () => document.querySelectorAll('main li').length > 5)
}

/** What stands on a page, as a reader sees it. */
export const textOf = (page: Page, selector = 'body'): Promise<string> =>
  page.$eval(selector, (element) => (element as HTMLElement).textContent)
