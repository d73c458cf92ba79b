/** The walk that `npm start` takes where there is no display: hover, timeline, save, search. */
import { join } from 'node:path'
import type { Reader, Site } from '../../scripts/launch'
import { ask, tabOf } from './archive'
import { pastWelcome, point, popupBeside, waitForMarks } from './surfaces'

/**
 * Goes through the main job on the article at `address` and leaves screenshots in `folder`.
 * @returns what was seen, a line for each step
 * @throws Error where a step finds nothing
 */
export async function runTour(
  reader: Reader,
  address: string,
  site: Site,
  folder: string,
): Promise<string[]> {
  const seen: string[] = []
  const article = await reader.visit(address, site)
  seen.push(`marks: ${await waitForMarks(article)} on ${address}`)
  await article.screenshot({ path: join(folder, '1-marks.png') })

  await point(article, '茂木外相')
  // The root is closed, to us as to the page: what it shows is in the screenshot.
  await article.waitForSelector('bunmyaku-card:popover-open')
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  seen.push('hover: a card opened over 「茂木外相」')
  await article.screenshot({ path: join(folder, '2-card.png') })
  await article.mouse.move(5, 5)

  const popup = await popupBeside(reader, article)
  await pastWelcome(popup)
  await popup.screenshot({ path: join(folder, '3-terms.png') })
  await popup.$eval('#tab-timeline', (tab) => (tab as HTMLElement).click())
  await popup.waitForSelector('[data-row="article"]')
  const steps = await popup.$$eval('.story .step', (rows) => rows.length)
  seen.push(`story: ${steps} steps around the article`)
  await popup.screenshot({ path: join(folder, '4-story.png') })

  const tab = await tabOf(popup, address)
  const { result } = await ask(popup, 'save', { tab })
  seen.push(`save: ${result}`)
  const { hits } = await ask(popup, 'search', { query: '安全保障' })
  seen.push(`search 「安全保障」: ${hits.map(({ title }) => title).join('; ')}`)
  const library = await reader.extensionPage(`library.html#/read/${hits[0]?.article ?? ''}`)
  await library.setViewport({ width: 1280, height: 900 })
  await library.waitForSelector('.prose__block .term-mark')
  await library.screenshot({ path: join(folder, '5-library.png') })
  return seen
}
