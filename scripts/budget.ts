/**
 * `npm run budget`: how heavy is what runs in the reader's pages, and what the popup loads.
 *
 * Measures the builds that `npm run build:test` made (a little larger than the shipped ones), as the
 * browser gets them: gzip of every script. Exit code 1 where one is over its budget.
 */
import { readFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'

const KIB = 1024
const BUILDS = ['.output/chrome-mv3-e2e', '.output/firefox-mv3-e2e']

interface Budget {
  name: string
  /** KiB of gzip. */
  most: number
  scripts: (build: string) => Promise<string[]>
  /** Strings that a library leaves even in minified code; none of these may be there. */
  without?: Record<string, string>
}

/** Words of Dexie's and MiniSearch's own that no minifier takes away. */
const LIBRARIES = { Dexie: 'DexieError', MiniSearch: 'MiniSearch: ' }

const BUDGETS: Budget[] = [
  { name: 'reads and paints', most: 12.5, scripts: async () => ['content-scripts/content.js'] },
  {
    name: 'card',
    most: 28,
    scripts: async (build) => ['card.js', ...(await pageScripts(build, 'card-frame.html'))],
  },
  {
    name: 'popup',
    most: 45,
    scripts: (build) => pageScripts(build, 'popup.html'),
    without: LIBRARIES,
  },
]

/** Every script that a page loads: those it names and those they import, in turn. */
async function pageScripts(build: string, page: string): Promise<string[]> {
  const html = await readFile(join(build, page), 'utf8')
  const found = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path]) => path ?? '')
  for (const path of found) {
    const code = await readFile(join(build, path), 'utf8')
    for (const [, to = ''] of code.matchAll(/(?:from|import)\s*\(?["'`](\.[^"'`]+\.js)["'`]/g)) {
      const imported = posix.join(dirname(path), to)
      if (!found.includes(imported)) found.push(imported)
    }
  }
  return found
}

async function measure(build: string, budget: Budget): Promise<boolean> {
  const scripts = await budget.scripts(build)
  const codes = await Promise.all(scripts.map((path) => readFile(join(build, path), 'utf8')))
  const bytes = codes.reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0)
  const inside = Object.entries(budget.without ?? {}).filter(([, sign]) =>
    codes.some((code) => code.includes(sign)),
  )
  const fits = bytes <= budget.most * KIB && scripts.length > 0 && inside.length === 0
  console.log(
    `${fits ? 'ok  ' : 'OVER'} ${build} ${budget.name}: ${(bytes / KIB).toFixed(2)} of ${budget.most} KiB` +
      inside.map(([name]) => `; contains ${name}`).join(''),
  )
  return fits
}

/** The sign of a library must be where the library is, or looking for it elsewhere proves nothing. */
async function signsAreGood(build: string): Promise<boolean> {
  const background = await readFile(join(build, 'background.js'), 'utf8')
  const found = background.includes(LIBRARIES.Dexie)
  if (!found) console.log(`OVER ${build}: the sign of Dexie is not in the background either`)
  return found
}

let good = true
for (const build of BUILDS) {
  good = (await signsAreGood(build)) && good
  for (const budget of BUDGETS) good = (await measure(build, budget)) && good
}
process.exitCode = good ? 0 : 1
