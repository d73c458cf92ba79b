/**
 * Kills real browsers at random moments of saves, imports, merges, re-indexing, migrations and of
 * what the bin does, with a note being typed, and looks afterwards: everything acknowledged must be there and equal, nothing half.
 */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureCompiled } from '../../lib/glossary/compiled'
import { benchQueries, Corpus, random } from '../bench/corpus'
import type { Family } from '../launch'
import { type Doomed, startDoomed } from './doomed-browser'
import { Driver } from './driver'
import type { Finding } from './findings'
import { killBins, killMerges } from './kill-keeping'
import { emptyResult, type KillResult, killDuring, type Round } from './kill-round'

export interface KillCounts {
  /** Saves begun in all; the others are kills. */
  saves: number
  imports: number
  indexes: number
  migrations: number
  /** Imports into an archive that has some of it, a note being typed. */
  merges: number
  /** Into the bin, out of it and for good, a note being typed. */
  bins: number
}

/** Articles that a page saves one after another. */
const AT_ONCE = 10

export type KillResults = Partial<Record<keyof KillCounts, KillResult>>

/**
 * Runs the proof in one browser. Deterministic but for the moments of the kills themselves.
 * @param fileArticles how many articles the imported file has.
 * @param keep gets the results as they come: the whole takes long, and a part is worth keeping.
 */
export async function proveKills(
  family: Family,
  counts: KillCounts,
  say: (line: string) => void = () => {},
  keep: (results: KillResults) => Promise<void> = async () => {},
  fileArticles = 150,
): Promise<KillResults> {
  const { data, engine } = await ensureCompiled(join(import.meta.dirname, '..', '..'))
  if (!engine) throw new Error('the glossary has no compiled engine')
  const driver = new Driver(new Corpus(data), engine)
  await driver.listen()
  const profile = await mkdtemp(join(tmpdir(), 'bunmyaku-prove-'))
  const start = () => startDoomed(family, profile, driver.origin)
  const round = { driver, start, say, fileArticles, chance: random(2026) }
  const results: KillResults = {}
  try {
    for (const [what, prove] of Object.entries(STAGES) as [keyof KillCounts, Stage][]) {
      results[what] = await prove(round, counts[what])
      await keep(results)
    }
    return results
  } finally {
    driver.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

async function lookAgain({ driver }: Round, browser: Doomed, result: KillResult): Promise<Finding> {
  const finding = (await browser.call('look', [...driver.acknowledged.values()])) as Finding
  const { missing, stale, broken, leftovers } = finding.repaired
  result.problems.push(...finding.lost, ...finding.half)
  // An archive and an index that parted would be repaired, but should never have parted.
  if (missing + stale + broken > 0)
    result.problems.push(`drift: ${JSON.stringify(finding.repaired)}`)
  result.leftoversRemoved += leftovers
  result.acknowledged = driver.acknowledged.size
  result.browser = browser.version
  return finding
}

/** Saves and kills until `count` saves were begun; none to nine are let through before each kill. */
async function killSaves(round: Round, count: number): Promise<KillResult> {
  const { driver, chance, say } = round
  const result = emptyResult()
  for (let begun = 0, from = 0; begun < count; from += AT_ONCE) {
    const browser = await round.start()
    // What the kill before this one left behind.
    await lookAgain(round, browser, result)
    const before = driver.acknowledged.size
    const through = Math.min(count - begun - 1, Math.floor(chance() * AT_ONCE))
    const saving = browser.call('save', from, from + AT_ONCE)
    while (driver.acknowledged.size < before + through) await driver.begun()
    if (await killDuring(driver, browser, saving, 120, chance)) result.during++
    result.kills++
    begun += Math.max(1, driver.acknowledged.size - before + 1)
    say(`saves: ${result.kills} kills in ${begun} saves`)
  }
  return finish(round, result)
}

async function killIndexing(round: Round, count: number): Promise<KillResult> {
  const result = emptyResult()
  const sample = Array.from({ length: 40 }, (_, i) => round.driver.corpus.article(i))
  const queries = benchQueries(sample, 40).filter((query) => !query.includes(' '))
  for (let i = 0; i < count; i++) {
    const browser = await round.start()
    await lookAgain(round, browser, result)
    const { wrong } = (await browser.call('search', queries)) as { wrong: string[] }
    result.problems.push(...wrong)
    const from = 100_000 + i * 12
    const work = browser.call('index', from, from + 12)
    if (await killDuring(round.driver, browser, work, 400, round.chance)) result.during++
    result.kills++
  }
  round.say(`indexes: ${result.kills} kills`)
  return finish(round, result)
}

async function killImports(round: Round, count: number): Promise<KillResult> {
  const result = emptyResult()
  if (count === 0) return result
  const maker = await round.start()
  await maker.call('makeFile', round.fileArticles)
  const started = Date.now()
  await maker.call('import', 'import-timed')
  const usual = Date.now() - started
  await maker.kill()
  for (let i = 0; i < count; i++) {
    const name = `import-${i}`
    const doomed = await round.start()
    if (await killDuring(round.driver, doomed, doomed.call('import', name), usual, round.chance))
      result.during++
    result.kills++
    const next = await round.start()
    const done = (await next.call('import', name)) as {
      report: { new: number; same: number; refused: number }
      articles: number
      half: string[]
    }
    result.problems.push(...done.half)
    if (done.articles !== round.fileArticles || done.report.refused > 0)
      result.problems.push(`import ${i}: ${JSON.stringify(done)}`)
    result.acknowledged += done.articles
    result.browser = next.version
    await next.kill()
  }
  round.say(`imports: ${result.kills} kills`)
  return result
}

async function killMigrations(round: Round, count: number): Promise<KillResult> {
  const result = emptyResult()
  for (let i = 0; i < count; i++) {
    const name = `migrate-${i}`
    const doomed = await round.start()
    const articles = (await doomed.call('prepareMigration', name)) as number
    const work = doomed.call('migrate', name)
    if (await killDuring(round.driver, doomed, work, 250, round.chance)) result.during++
    result.kills++
    const next = await round.start()
    // Where the kill came too late, the database was migrated, counted and deleted already.
    const existing = (await next.page.evaluate(() => indexedDB.databases())).map((one) => one.name)
    if (existing.includes(name)) {
      const done = (await next.call('migrate', name)) as { articles: number; wrong: number }
      if (done.articles !== articles || done.wrong > 0)
        result.problems.push(`migration ${i}: ${JSON.stringify(done)} of ${articles}`)
    }
    result.acknowledged += articles
    result.browser = next.version
    await next.kill()
  }
  round.say(`migrations: ${result.kills} kills`)
  return result
}

async function finish(round: Round, result: KillResult): Promise<KillResult> {
  const browser = await round.start()
  await lookAgain(round, browser, result)
  await browser.kill()
  return result
}

type Stage = (round: Round, count: number) => Promise<KillResult>

/** In this order: what is saved first is indexed and migrated later. */
const STAGES: Readonly<Record<keyof KillCounts, Stage>> = {
  saves: killSaves,
  indexes: killIndexing,
  migrations: killMigrations,
  imports: killImports,
  merges: killMerges,
  bins: killBins,
}
