/**
 * The demo: the extension in a real browser on an article written for this project.
 *
 * With a display the window stays open for the reader. Without one the demo walks through the main
 * job itself (hover, timeline, save, search), says what it saw and leaves screenshots.
 */
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Family, launch, type Reader, type Site } from './launch'
import { ROOT } from './setup.mjs'

const ADDRESS = 'https://www.nikkei.com/article/DGXZQOBUNMYAKUDEMO/'
const SCREENSHOTS = join(ROOT, 'screenshots')

const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)

const family: Family = process.argv[2] === 'firefox' ? 'firefox' : 'chromium'
const html = await readFile(join(ROOT, 'tests/fixtures/pages/nikkei.html'), 'utf8')
const site: Site = (url) => (url.href === ADDRESS ? { body: html } : null)

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
  await visit(ADDRESS, site)
  console.log('Rest the pointer on an underlined term. The toolbar button opens the timeline.')
  console.log('Close the browser to end.')
  await new Promise((resolve) => browser.on('disconnected', resolve))
}

async function tour(reader: Reader): Promise<void> {
  await mkdir(SCREENSHOTS, { recursive: true })
  const { runTour } = await import('../tests/e2e/tour')
  for (const line of await runTour(reader, ADDRESS, site, SCREENSHOTS)) console.log(line)
  console.log(`Screenshots: ${SCREENSHOTS}`)
}
