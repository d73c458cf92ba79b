/**
 * `npm run package [-- --verify]`: what the stores take, into `.output/store/`.
 *
 * A zip for Chrome, Edge and Firefox, one of the sources that the Firefox package is built from, and
 * SHA256SUMS. The same sources give the same bytes: entries are sorted and have no time of their own.
 * `--verify` unpacks the sources elsewhere, builds there and compares. Exit code 1 where Mozilla's
 * linter finds an error or a warning, or where the bytes differ.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { glob, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { unzipSync, type Zippable, zipSync } from 'fflate'

const ROOT = join(import.meta.dirname, '..')
const STORE = join(ROOT, '.output/store')
const BROWSERS = ['chrome', 'edge', 'firefox'] as const
/** The earliest time that a zip can tell. */
const NO_TIME = '1980-01-01T00:00:00'
/** What a build needs: no tests, no pages of the project about itself but those on building. */
const SOURCES =
  /^(assets|components|entrypoints|lib|public|scripts)\/|^[^/]+\.(json|ts)$|^(README|CONTRIBUTING|CHANGELOG)\.md$|^LICENSE$|^docs\/building\.md$/
const LINTER = 'web-ext@8'

const { values } = parseArgs({ options: { verify: { type: 'boolean', default: false } } })
const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
  version: string
}

const run = (command: string, args: string[], cwd = ROOT): void => {
  execFileSync(command, args, { cwd, stdio: 'inherit' })
}

async function zipped(folder: string, paths: readonly string[]): Promise<Uint8Array> {
  const entries: Zippable = {}
  for (const path of paths.toSorted()) entries[path] = await readFile(join(folder, path))
  return zipSync(entries, { level: 9, mtime: NO_TIME })
}

async function filesIn(folder: string): Promise<string[]> {
  const found: string[] = []
  for await (const path of glob('**/*', { cwd: folder }))
    if ((await stat(join(folder, path))).isFile()) found.push(path)
  return found
}

const sources = (): string[] =>
  execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter((path) => SOURCES.test(path))

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Builds the unpacked sources as docs/building.md says, and gives the Firefox package made there. */
async function rebuilt(archive: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'bunmyaku-sources-'))
  try {
    for (const [path, bytes] of Object.entries(unzipSync(archive))) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), bytes)
    }
    run('npm', ['ci', '--no-audit', '--no-fund'], folder)
    run('npm', ['run', '--silent', 'compile'], folder)
    run('npx', ['wxt', 'build', '-b', 'firefox'], folder)
    const built = join(folder, '.output/firefox-mv3')
    return await zipped(built, await filesIn(built))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

run('npm', ['run', '--silent', 'compile'])
await rm(STORE, { recursive: true, force: true })
await mkdir(STORE, { recursive: true })
const made = new Map<string, Uint8Array>()
for (const browser of BROWSERS) {
  run('npx', ['wxt', 'build', '-b', browser])
  const built = join(ROOT, `.output/${browser}-mv3`)
  made.set(`bunmyaku-${version}-${browser}.zip`, await zipped(built, await filesIn(built)))
}
const sourceName = `bunmyaku-${version}-sources.zip`
made.set(sourceName, await zipped(ROOT, sources()))
for (const [name, bytes] of made) await writeFile(join(STORE, name), bytes)
const sums = [...made].map(([name, bytes]) => `${sumOf(bytes)}  ${name}\n`)
await writeFile(join(STORE, 'SHA256SUMS'), sums.join(''))
console.log(sums.join(''))

run('npx', [
  '--yes',
  LINTER,
  'lint',
  '--warnings-as-errors',
  '--source-dir',
  join(ROOT, '.output/firefox-mv3'),
])
if (values.verify) {
  const archive = made.get(sourceName)
  const shipped = made.get(`bunmyaku-${version}-firefox.zip`)
  if (!archive || !shipped) throw new Error('nothing was packed')
  const same = sumOf(await rebuilt(archive)) === sumOf(shipped)
  console.log(same ? 'the sources give the same package' : 'the sources give another package')
  if (!same) process.exitCode = 1
}
