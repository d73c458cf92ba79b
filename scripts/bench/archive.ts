/**
 * `npm run bench -- archive [--write]`: the archive at its design size in real Chromium.
 *
 * Fills it with 10,000 articles of 1,500 characters, the last of them saved as a reader saves, then
 * measures search, the first answer, memory, saving, export and import, and three libraries on the
 * same texts.
 */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { ensureCompiled } from '../../lib/glossary/compiled'
import { findBrowser } from '../browsers.mjs'
import { type BenchArticle, benchQueries, Corpus } from './corpus'
import { type Figure, rounded } from './measure'

const root = join(import.meta.dirname, '..', '..')

/** So many of the articles are read by the engine and saved one by one, as a reader saves them. */
const READ = 150

const percentile = (times: readonly number[], share: number): number => {
  const sorted = times.toSorted((a, b) => a - b)
  return (
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) /
    10
  )
}
const spread = (times: readonly number[]) => ({
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  max: percentile(times, 1),
})

/** Serves the page, the engine's record and the articles on this machine alone. */
async function serve(corpus: Corpus, engine: Uint8Array) {
  const bundled = await build({
    entryPoints: [fileURLToPath(new URL('./archive-page.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    target: 'es2023',
    write: false,
  })
  const script = bundled.outputFiles[0]?.text ?? ''
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname === '/page.js') return response.end(script)
    if (url.pathname === '/engine.bin') return response.end(engine)
    if (url.pathname === '/articles') {
      const [from, to] = [Number(url.searchParams.get('from')), Number(url.searchParams.get('to'))]
      const list = Array.from({ length: to - from }, (_, i) => corpus.article(from + i))
      return response.end(JSON.stringify(list))
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    return response.end('<!doctype html><title>bench</title><script src="/page.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() }
}

type Call = (name: string, ...args: unknown[]) => Promise<unknown>

/** A fresh page; `call` runs one of the page's measurements, `heap` is what it holds afterwards. */
async function openPage(browser: Browser, origin: string) {
  const page = await browser.newPage()
  if (process.env.BENCH_LOG) page.on('console', (message) => console.error(message.text()))
  await page.goto(origin)
  const call: Call = (name, ...args) => {
    console.error(`archive: ${name} …`)
    return page.evaluate(
      (method, given) =>
        (globalThis as unknown as { bench: Record<string, (...a: unknown[]) => unknown> }).bench[
          method
        ]?.(...given),
      name,
      args,
    )
  }
  return { page, call, heap: () => heapOf(page) }
}

/** Mebibytes of JavaScript heap and of buffers after a collection. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession()
  await session.send('HeapProfiler.collectGarbage')
  const usage = await session.send('Runtime.getHeapUsage')
  const { usedSize, backingStorageSize = 0 } = usage as {
    usedSize: number
    backingStorageSize?: number
  }
  return Math.round((usedSize + backingStorageSize) / 1_048_576)
}

function exact(articles: readonly string[], query: string): Set<number> {
  const words = query.toLowerCase().split(' ')
  return new Set(
    articles.flatMap((text, i) => (words.every((word) => text.includes(word)) ? [i] : [])),
  )
}

function quality(texts: readonly string[], queries: readonly string[], found: readonly number[][]) {
  let [right, given, wanted] = [0, 0, 0]
  queries.forEach((query, i) => {
    const truth = exact(texts, query)
    const hits = new Set(found[i])
    wanted += truth.size
    given += hits.size
    for (const hit of hits) if (truth.has(hit)) right++
  })
  return { recall: right / Math.max(1, wanted), precision: right / Math.max(1, given) }
}

type RivalFigures = Awaited<ReturnType<typeof measureRival>>

/** Measures `count` articles in a fresh profile; `keep` gets what there is as soon as it is there. */
async function benchArchive(count: number, keep: (result: unknown) => Promise<void>) {
  const { data, engine } = await ensureCompiled(root)
  if (!engine) throw new Error('the glossary has no compiled engine')
  const executablePath = findBrowser('chromium')
  if (!executablePath) throw new Error('Chromium is not installed')
  const corpus = new Corpus(data)
  const sample = Array.from({ length: 400 }, (_, i) =>
    corpus.article(Math.floor((i * count) / 400)),
  )
  const queries = benchQueries(sample, 200)
  const server = await serve(corpus, engine)
  const profile = await mkdtemp(join(tmpdir(), 'bunmyaku-bench-'))
  const browser = await puppeteer.launch({
    executablePath,
    userDataDir: profile,
    args: ['--no-sandbox', '--disable-gpu', '--js-flags=--expose-gc'],
    protocolTimeout: 3_600_000,
  })
  try {
    const texts = Array.from({ length: count }, (_, i) => textOf(corpus.article(i)))
    const machine = {
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      browser: await browser.version(),
    }
    const own = await measureOwn(browser, server.origin, count, queries, texts, (own) =>
      keep({ machine, articles: count, own }),
    )
    const result = { machine, articles: count, own, rivals: {} as Record<string, RivalFigures> }
    await keep(result)
    for (const name of ['MiniSearch', 'FlexSearch', 'Orama']) {
      result.rivals[name] = await measureRival(browser, server.origin, name, count, queries, texts)
      await keep(result)
    }
    return result
  } finally {
    await browser.close()
    server.close()
    await rm(profile, { recursive: true, force: true })
  }
}

const textOf = ({ title, paragraphs }: BenchArticle): string =>
  `${title}\n${paragraphs.join('\n')}`.normalize('NFKC').toLowerCase()

interface Queried {
  times: number[]
  totals: number[]
}

async function measureOwn(
  browser: Browser,
  origin: string,
  count: number,
  queries: readonly string[],
  texts: readonly string[],
  keep: (found: unknown) => Promise<void>,
) {
  const filling = await openPage(browser, origin)
  const saved = (await filling.call('fill', 0, count - READ)) as {
    compacting: number
    segments: unknown
  }
  const last = (await filling.call('save', count - READ, count)) as {
    saves: number[]
    count: number
  }
  if (last.count !== count) throw new Error(`${last.count} of ${count} articles were saved`)
  await filling.page.close()
  const firsts: number[] = []
  for (const query of queries.slice(0, 5)) {
    const opened = await openPage(browser, origin)
    firsts.push((await opened.call('first', query)) as number)
    await opened.page.close()
  }
  const asking = await openPage(browser, origin)
  const before = await asking.heap()
  const { times, totals } = (await asking.call('queries', queries)) as Queried
  const heap = await asking.heap()
  const wrong = queries.filter((query, i) => exact(texts, query).size !== totals[i])
  const check = await asking.call('check')
  const found = {
    save: spread(last.saves.slice(50)),
    compactingSeconds: Math.round(saved.compacting / 1000),
    segments: saved.segments,
    firstAnswer: spread(firsts),
    query: spread(times),
    queriesWithOtherTotalsThanExactSubstrings: wrong.length,
    heapMiB: { before, after: heap },
    checkMs: Math.round(check as number),
  }
  await keep(found)
  const exported = (await asking.call('exportAll')) as { time: number; bytes: number }
  const afterExport = await asking.heap()
  const imported = (await asking.call('importAll')) as { time: number; report: unknown }
  const afterImport = await asking.heap()
  await asking.page.close()
  return {
    ...found,
    export: { seconds: exported.time / 1000, bytes: exported.bytes, heapMiB: afterExport },
    import: { seconds: imported.time / 1000, report: imported.report, heapMiB: afterImport },
  }
}

async function measureRival(
  browser: Browser,
  origin: string,
  name: string,
  count: number,
  queries: readonly string[],
  texts: readonly string[],
) {
  const { page, call, heap } = await openPage(browser, origin)
  const before = await heap()
  const result = (await call('rival', name, count, queries)) as {
    indexing: number
    times: number[]
    found: number[][]
  }
  const after = await heap()
  await page.close()
  return {
    indexingSeconds: Math.round(result.indexing / 1000),
    heapMiB: { before, after },
    query: spread(result.times),
    ...quality(texts, queries, result.found),
  }
}

/** The design size; `BENCH_ARTICLES` takes another. */
const DESIGN_SIZE = 10_000

/** Writes the figures where they were asked for: the whole takes long, and a part is worth keeping. */
async function keep(result: unknown): Promise<void> {
  if (!process.argv.includes('--write')) return
  await mkdir(join(root, 'docs', 'bench'), { recursive: true })
  await writeFile(
    join(root, 'docs', 'bench', 'archive.json'),
    `${JSON.stringify(result, null, 2)}\n`,
  )
}

/**
 * Measures the design size; with `--write` the whole of it goes to docs/bench/archive.json.
 * Takes half an hour on two cores.
 */
export async function measure(): Promise<Figure[]> {
  const result = await benchArchive(Number(process.env.BENCH_ARTICLES ?? DESIGN_SIZE), keep)
  const { own, rivals } = result
  const figure = (
    name: string,
    value: number,
    unit: string,
    budget: number,
    of: (rival: RivalFigures) => number,
  ): Figure => {
    const others = Object.entries(rivals).map(([rival, figures]) => `${rival} ${of(figures)}`)
    return { name, value, unit, better: 'lower', budget, peer: others.join(', ') }
  }
  const alone = (name: string, value: number, unit: string, budget: number): Figure => ({
    name,
    value: rounded(value),
    unit,
    better: 'lower',
    budget,
    peer: '',
  })
  return [
    figure('archive query p95', own.query.p95, 'ms', 60, ({ query }) => query.p95),
    figure('archive heap', own.heapMiB.after, 'MiB', 150, ({ heapMiB }) => heapMiB.after),
    alone('archive first answer', own.firstAnswer.max, 'ms', 500),
    alone('archive save p95', own.save.p95, 'ms', 150),
    alone('archive export', own.export.seconds, 's', 60),
    alone('archive import', own.import.seconds, 's', 180),
    alone('archive wrong totals', own.queriesWithOtherTotalsThanExactSubstrings, 'queries', 0),
  ]
}
