/** Draws the toolbar's icons from the mark, in a headless Chromium: `npx tsx scripts/icons.ts`. */
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser } from './browsers.mjs'

const SIZES = [16, 32, 48, 128]
const root = join(import.meta.dirname, '..')

const executablePath = findBrowser('chromium')
if (!executablePath) throw new Error('Chromium is not installed')
const mark = await readFile(join(root, 'assets/mark/mark.svg'), 'utf8')
const out = join(root, 'public/icons')
await mkdir(out, { recursive: true })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
try {
  const page = await browser.newPage()
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(
      `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${mark}`,
    )
    await page.screenshot({ path: join(out, `${size}.png`), omitBackground: true })
  }
} finally {
  await browser.close()
}
