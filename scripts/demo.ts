/**
 * The demo: the extension in a real browser on an article written for this project.
 *
 * With a display the window stays open for the reader. Without one the demo walks through the main
 * job itself (hover, timeline, save, search), says what it saw and leaves screenshots.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ADDRESS as PAGES, web } from '../tests/e2e/site'
import { runTour } from '../tests/e2e/tour'
import { type Family, launch, type Reader } from './launch'
import { ROOT } from './setup.mjs'

/** Written for this project in a newspaper's shape; the news in it is invented. */
const ADDRESS = PAGES.nikkei
const SCREENSHOTS = join(ROOT, 'screenshots')

const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)

const family: Family = process.argv[2] === 'firefox' ? 'firefox' : 'chromium'

const reader = await launch(family, {
  extension: join(ROOT, '.output', family === 'chromium' ? 'chrome-mv3' : 'firefox-mv3'),
  headless: !hasDisplay,
})
try {
  if (hasDisplay) await stayOpen(reader)
  else await tour(reader)
} finally {
  await reader.close()
}

async function stayOpen({ browser, visit }: Reader): Promise<void> {
  await visit(ADDRESS, web)
  console.log('Rest the pointer on an underlined term. The toolbar button opens the timeline.')
  console.log('Close the browser to end.')
  await new Promise((resolve) => browser.on('disconnected', resolve))
}

async function tour(reader: Reader): Promise<void> {
  await mkdir(SCREENSHOTS, { recursive: true })
  for (const line of await runTour(reader, ADDRESS, web, SCREENSHOTS)) console.log(line)
  console.log(`Screenshots: ${SCREENSHOTS}`)
}
