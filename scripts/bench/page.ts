/**
 * `npm run bench -- page`: what a long article with many terms bears, in real Chromium.
 *
 * 15,000 characters, 300 terms, under the real host of a news site. Times are those of the machine
 * with whatever else it does; the tasks' are the thread's own, which nothing else lengthens.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { ensureCompiled } from '../../lib/glossary/compiled'
import { readSettings } from '../../lib/settings'
import { launch, type Reader } from '../launch'
import { type Figure, rounded } from './measure'
import { ADDRESS, type BenchPage, benchPage, crowdedPage } from './page-article'
import { type Task, tasksDuring } from './trace'

const root = join(import.meta.dirname, '../..')
const EXTENSION = join(root, '.output/chrome-mv3-e2e')
/** The same page where the extension has no access. */
const ELSEWHERE = 'https://bench.example/article'
const ROUNDS = 3
const HOVERS = 40
const ELEMENTS = 50_000
/** Texts that were hard on the engine: digits alone, and a book. */
const LONG = ['1234567890'.repeat(15_000), '政府は会談の日程を調整している。'.repeat(18_750)]
/** Milliseconds in which a page is surely read, marked and at rest again. */
const SETTLED = 2_500

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? Number.NaN

const figure = (
  name: string,
  value: number,
  budget: number,
  rest: Partial<Pick<Figure, 'unit' | 'peer'>> = {},
): Figure => ({
  name,
  value: rounded(value),
  unit: 'ms',
  better: 'lower',
  budget,
  peer: 'none',
  ...rest,
})

/** Longest tasks, delays of marks and of cards. Builds the tests' build where there is none. */
export async function measure(): Promise<Figure[]> {
  if (!existsSync(EXTENSION)) {
    const { status } = spawnSync('npm', ['run', '--silent', 'build:test'], {
      cwd: root,
      stdio: 'inherit',
    })
    if (status !== 0) throw new Error('the extension could not be built')
  }
  const article = benchPage(await ensureCompiled(root))
  const figures: Figure[] = []
  const fresh = await launch('chromium', { extension: EXTENSION })
  try {
    figures.push(...(await onFreshProfile(fresh, article)))
    figures.push(...(await marks(fresh, article)))
    figures.push(...(await cards(fresh, article)))
    figures.push(...(await tasks(fresh, article)))
    figures.push(await beside(fresh))
  } finally {
    await fresh.close()
  }
  return figures
}

const serve = (html: string) => () => ({ body: html })

/** Milliseconds from the document's being ready to its marks. */
async function delay(reader: Reader, article: BenchPage): Promise<{ page: Page; ms: number }> {
  const page = await reader.visit(ADDRESS, serve(article.html))
  await page.bringToFront()
  await page.waitForFunction('bench.marked > 0')
  const ms = (await page.evaluate('bench.marked - bench.ready')) as number
  return { page, ms }
}

async function onFreshProfile(reader: Reader, article: BenchPage): Promise<Figure[]> {
  const own = await reader.extensionPage('library.html')
  // Whoever asks for the history waits until it is written: so it is being written now.
  const seeded = own.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } }
    }
    const request = { entities: [], around: null, limit: 1 }
    await chrome.runtime.sendMessage({ name: 'timeline', request })
    return Date.now()
  })
  const { page, ms } = await delay(reader, article)
  const marked = Date.now()
  const card = await dwell(page, article.terms[0] ?? '')
  const ahead = (await seeded) - marked
  await page.close()
  await own.close()
  console.error(`bench: the glossary was there ${Math.round(ahead)} ms after the first marks`)
  return [figure('page.marks.fresh', ms, 1_000), figure('page.card.fresh', card, 0)]
}

async function marks(reader: Reader, article: BenchPage): Promise<Figure[]> {
  const woken: number[] = []
  const asleep: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const awake = await delay(reader, article)
    woken.push(awake.ms)
    await awake.page.close()
    await sendToSleep(reader)
    const slept = await delay(reader, article)
    asleep.push(slept.ms)
    await slept.page.close()
  }
  return [
    figure('page.marks.woken', percentile(woken, 0.5), 300),
    figure('page.marks.asleep', percentile(asleep, 0.5), 800),
  ]
}

/** Stops the background's worker, as the browser does after half a minute without work. */
async function sendToSleep({ browser, origin }: Reader): Promise<void> {
  const target = await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().startsWith(origin),
  )
  const worker = await target.worker()
  await worker?.close()
}

/** Rests the pointer on a term; milliseconds until its card is to be seen, beyond the dwell. */
async function dwell(page: Page, term: string): Promise<number> {
  const place = (await page.evaluate((wanted) => {
    const paragraph = [...document.querySelectorAll('p')].find((p) =>
      p.textContent.includes(wanted),
    )
    const node = paragraph?.firstChild
    const at = node?.textContent?.indexOf(wanted) ?? -1
    if (!node || at < 0) return null
    paragraph.scrollIntoView({ block: 'center', behavior: 'instant' })
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + wanted.length)
    const box = range.getClientRects()[0]
    return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null
  }, term)) as { x: number; y: number } | null
  if (!place) throw new Error(`${term} does not stand on the page`)
  await page.mouse.move(2, 2)
  await page.waitForFunction(() => !document.querySelector('bunmyaku-card:popover-open'))
  await page.evaluate('bench.rest()')
  await page.mouse.move(place.x, place.y)
  await page.waitForFunction('bench.card > 0')
  const taken = (await page.evaluate('bench.card - bench.met')) as number
  return Math.max(0, taken - readSettings(null).dwell)
}

async function cards(reader: Reader, article: BenchPage): Promise<Figure[]> {
  const { page } = await delay(reader, article)
  // The first makes the page load the card's script; it is another measurement.
  await dwell(page, article.terms.at(-1) ?? '')
  const step = Math.floor(article.terms.length / HOVERS)
  const times: number[] = []
  for (let k = 0; k < HOVERS; k++) times.push(await dwell(page, article.terms[k * step] ?? ''))
  await page.close()
  return [
    figure('page.card.p50', percentile(times, 0.5), 0),
    figure('page.card.p95', percentile(times, 0.95), 100),
  ]
}

async function tasks(reader: Reader, article: BenchPage): Promise<Figure[]> {
  const traced = async (address: string, html: string, settled: number) => {
    const page = await reader.visit(new URL('/', ELSEWHERE).href, serve('<p>…'))
    await page.bringToFront()
    page.removeAllListeners('request')
    page.on('request', (request) => {
      if (!/^https?:/.test(request.url())) return void request.continue()
      void request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body: html })
    })
    const found = await tasksDuring(page, reader.origin, async () => {
      await page.goto(address, { waitUntil: 'domcontentloaded' })
      await wait(settled)
    })
    await page.close()
    return found
  }
  const longest = (list: readonly Task[], by: 'cpu' | 'wall') =>
    Math.max(0, ...list.map((task) => task[by]))
  const ours: number[] = []
  const wall: number[] = []
  const share: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const here = await traced(ADDRESS, article.html, SETTLED)
    const bare = await traced(ELSEWHERE, article.html, SETTLED)
    const own = here.filter((task) => task.ours)
    ours.push(longest(own, 'cpu'))
    wall.push(longest(own, 'wall'))
    share.push(longest(here, 'cpu') / longest(bare, 'cpu'))
  }
  const crowded = await traced(ADDRESS, crowdedPage(article, ELEMENTS), 4 * SETTLED)
  const own = crowded.filter((task) => task.ours)
  const thread = { unit: 'ms of the thread' }
  return [
    figure('page.task', percentile(ours, 0.5), 50, thread),
    figure('page.task.wall', percentile(wall, 0.5), 0),
    figure('page.task.share', percentile(share, 0.5), 0, {
      unit: 'x',
      peer: "the page's longest task without the extension",
    }),
    figure('page.task.crowded', longest(own, 'cpu'), 50, thread),
  ]
}

/** What a search takes longer while a long page is read, at most. */
async function beside(reader: Reader): Promise<Figure> {
  const own = await reader.extensionPage('library.html')
  const search = (): Promise<number> =>
    own.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } }
      }
      const start = performance.now()
      await chrome.runtime.sendMessage({ name: 'search', request: { query: '会談', limit: 50 } })
      return performance.now() - start
    })
  const alone: number[] = []
  for (let k = 0; k < 20; k++) alone.push(await search())
  let worst = 0
  for (const text of LONG) {
    const blocks = [{ kind: 'paragraph', id: 'p', runs: [{ text }] }]
    const document = { url: null, publisher: null, publishedAt: null, blocks }
    await own.evaluate(
      (request) => {
        const page = globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } }
          read: boolean
        }
        page.read = false
        void page.chrome.runtime.sendMessage({ name: 'annotate', request }).then(() => {
          page.read = true
        })
      },
      { document },
    )
    while (!(await own.evaluate('read'))) worst = Math.max(worst, await search())
  }
  await own.close()
  return figure('page.search.beside', worst - percentile(alone, 0.5), 150)
}
