/**
 * `npm run prove [-- PROOF...] [--browsers=chromium,firefox] [--quick]`: what takes too long for the
 * tests. Writes docs/prove/<proof>.json with the machine's description; exit code 1 where a proof fails.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Family } from './launch'
import { type KillCounts, proveKills } from './prove/kills'

const FULL: KillCounts = { saves: 200, imports: 20, indexes: 20, migrations: 20 }
const QUICK: KillCounts = { saves: 20, imports: 2, indexes: 2, migrations: 2 }

const args = process.argv.slice(2)
const quick = args.includes('--quick')
const chosen = args.find((arg) => arg.startsWith('--browsers='))?.slice('--browsers='.length)
const browsers = (chosen ?? 'chromium,firefox').split(',') as Family[]
const names = args.filter((arg) => !arg.startsWith('--'))

interface Proof {
  holds: boolean
  [figure: string]: unknown
}

/** Each proof by its name; `all` of them where none is named. */
const PROOFS: Readonly<Record<string, () => Promise<Proof>>> = {
  async kills() {
    const results: Record<string, Awaited<ReturnType<typeof proveKills>>> = {}
    for (const family of browsers) {
      const say = (line: string) => console.error(`${family} ${line}`)
      results[family] = await proveKills(family, quick ? QUICK : FULL, say)
    }
    const problems = Object.values(results).flatMap((result) =>
      Object.values(result).flatMap((one) => one.problems),
    )
    return { holds: problems.length === 0, counts: quick ? QUICK : FULL, results }
  },
}

const folder = join(import.meta.dirname, '..', 'docs', 'prove')
await mkdir(folder, { recursive: true })
const machine = { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30) }
for (const name of names.length > 0 ? names : Object.keys(PROOFS)) {
  const proof = PROOFS[name]
  if (!proof) {
    console.error(`prove: no proof called ${name}; there are ${Object.keys(PROOFS).join(', ')}`)
    process.exit(2)
  }
  const result = await proof()
  const written = { proof: name, date: new Date().toISOString().slice(0, 10), machine, ...result }
  if (!quick) await writeFile(join(folder, `${name}.json`), `${JSON.stringify(written, null, 2)}\n`)
  console.log(JSON.stringify(written, null, 2))
  if (!result.holds) process.exitCode = 1
}
