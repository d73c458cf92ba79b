/**
 * The compiled glossary on disk: made when the assets or the engine changed, else read as it is.
 * Node only.
 */
import { createHash } from 'node:crypto'
import { glob, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compileEngine } from '../engine'
import { levelsOf } from '../events/level'
import { type HistoryRecord, recordHistory } from '../story/history'
import type { GlossaryData } from './data'
import { readGrammar } from './grammar'
import { loadAssets } from './load'
import { packGlossary, unpackGlossary } from './packed'

export interface Compiled {
  data: GlossaryData
  /** The matcher for `openEngine`. */
  engine: Uint8Array
}

/** What the compiler's output depends on: the assets and the code that turns them into a matcher. */
const INPUTS = ['assets/**/*.yaml', 'lib/**/*.ts', 'package-lock.json']

/**
 * Gives the compiled glossary of the project in `root`, compiling into `public/data` where that is
 * missing or older than its inputs.
 * @throws AssetError where the assets do not fit their schema.
 */
export async function ensureCompiled(root: string): Promise<Compiled> {
  const out = join(root, 'public/data')
  const stamp = await inputHash(root)
  try {
    if ((await readFile(join(out, 'stamp'), 'utf8')) === stamp) {
      const data = unpackGlossary(JSON.parse(await readFile(join(out, 'seed.json'), 'utf8')))
      return { data, engine: new Uint8Array(await readFile(join(out, 'engine.bin'))) }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const compiled = await compileAssets(root)
  await mkdir(out, { recursive: true })
  await write(join(out, 'seed.json'), JSON.stringify(packGlossary(compiled.data)))
  await write(join(out, 'engine.bin'), compiled.engine)
  await write(join(out, 'stories.json'), JSON.stringify(storiesOf(compiled.data)))
  await write(join(out, 'stamp'), stamp)
  return compiled
}

async function compileAssets(root: string): Promise<Compiled> {
  const assets = join(root, 'assets')
  const [data, grammar] = await Promise.all([loadAssets(assets), readGrammar(assets)])
  return { data, engine: compileEngine(data, grammar) }
}

/** What the choice of an article's story reads, for the background (docs/decisions/stories.md). */
function storiesOf({ events, stories }: GlossaryData): HistoryRecord {
  const levels = levelsOf(events, stories)
  const withLevels = events.map((event) => ({ ...event, level: levels.get(event.id) ?? 'detail' }))
  return recordHistory(withLevels, stories)
}

async function inputHash(root: string): Promise<string> {
  const hash = createHash('sha256')
  for (const pattern of INPUTS)
    for (const file of (await Array.fromAsync(glob(pattern, { cwd: root }))).sort())
      hash
        .update(file)
        .update('\0')
        .update(await readFile(join(root, file)))
  return hash.digest('hex')
}

/** Whole or not at all: two commands may compile at the same time. */
async function write(file: string, content: string | Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}`
  await writeFile(draft, content)
  await rename(draft, file)
}
