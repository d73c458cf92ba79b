/**
 * `npm run prove [-- PROOF...] [--quick]`: what takes too long for the tests. Writes
 * docs/prove/<proof>.json with the machine's description; exit code 1 where a proof fails.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Family } from './launch'
import { type KillCounts, type KillResults, proveKills } from './prove/kills'

const FULL: KillCounts = {
  saves: 200,
  imports: 20,
  indexes: 20,
  migrations: 20,
  merges: 20,
  bins: 20,
}
const QUICK: KillCounts = { saves: 20, imports: 2, indexes: 2, migrations: 2, merges: 3, bins: 3 }

const args = process.argv.slice(2)
const quick = args.includes('--quick')
const browsers: Family[] = ['chromium', 'firefox']
const names = args.filter((arg) => !arg.startsWith('--'))

interface Proof {
  /** Nothing was found that should not be. */
  holds: boolean
  /** Every part was run; a proof that was stopped is kept as far as it came. */
  complete: boolean
  [figure: string]: unknown
}

type Keep = (proof: Proof) => Promise<void>

async function kills(family: Family, keep: Keep): Promise<Proof> {
  const counts = quick ? QUICK : FULL
  const proofOf = (results: KillResults): Proof => ({
    holds: Object.values(results).every(({ problems }) => problems.length === 0),
    complete: Object.keys(results).length === Object.keys(counts).length,
    counts,
    results,
  })
  const say = (line: string) => console.error(`${family} ${line}`)
  return proofOf(await proveKills(family, counts, say, (results) => keep(proofOf(results))))
}

/** Each proof by its name; `all` of them where none is named. */
const PROOFS: Readonly<Record<string, (keep: Keep) => Promise<Proof>>> = Object.fromEntries(
  browsers.map((family) => [`kills-${family}`, (keep: Keep) => kills(family, keep)]),
)

const folder = join(import.meta.dirname, '..', 'docs', 'prove')
await mkdir(folder, { recursive: true })
const machine = { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30) }
for (const name of names.length > 0 ? names : Object.keys(PROOFS)) {
  const proof = PROOFS[name]
  if (!proof) {
    console.error(`prove: no proof called ${name}; there are ${Object.keys(PROOFS).join(', ')}`)
    process.exit(2)
  }
  const keep = async (result: Proof) => {
    const written = { proof: name, date: new Date().toISOString().slice(0, 10), machine, ...result }
    const text = `${JSON.stringify(written, null, 2)}\n`
    if (quick) console.log(text)
    else await writeFile(join(folder, `${name}.json`), text)
  }
  const result = await proof(keep)
  console.error(`${name}: ${result.holds ? 'holds' : 'DOES NOT HOLD'}`)
  if (!result.holds) process.exitCode = 1
}
