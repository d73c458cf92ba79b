/**
 * The compiled glossary on disk: made when the assets or the engine changed, else read as it is.
 * Node only.
 */
import { createHash } from 'node:crypto'
import { glob, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { compileEngine } from '../engine'
import { levelsOf } from '../events/level'
import { type HistoryRecord, recordHistory } from '../story/history'
import type { StoryWeights } from '../story/weights'
import type { GlossaryData } from './data'
import { readGrammar } from './grammar'
import { loadAssets } from './load'
import { packGlossary, unpackGlossary } from './packed'
import { readStoryWeights } from './story-weights'

export interface Compiled {
  data: GlossaryData
  /** The matcher for `openEngine`. */
  engine: Uint8Array
  /** The history for `openHistory`. */
  history: HistoryRecord
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
      const seed = gunzipSync(await readFile(join(out, 'seed.bin'))).toString()
      const data = unpackGlossary(JSON.parse(seed))
      const history = JSON.parse(await readFile(join(out, 'stories.json'), 'utf8')) as HistoryRecord
      return { data, engine: new Uint8Array(await readFile(join(out, 'engine.bin'))), history }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const compiled = await compileAssets(root)
  await mkdir(out, { recursive: true })
  // Packed: stores refuse text of more than 5 MB.
  const seed = JSON.stringify(packGlossary(compiled.data))
  await write(join(out, 'seed.bin'), gzipSync(seed, { level: 9 }))
  await write(join(out, 'engine.bin'), compiled.engine)
  await write(join(out, 'stories.json'), JSON.stringify(compiled.history))
  await write(join(out, 'stamp'), stamp)
  return compiled
}

async function compileAssets(root: string): Promise<Compiled> {
  const assets = join(root, 'assets')
  const [data, grammar, weights] = await Promise.all([
    loadAssets(assets),
    readGrammar(assets),
    readStoryWeights(assets),
  ])
  return { data, engine: compileEngine(data, grammar), history: historyOf(data, weights) }
}

/** What the choice of an article's story reads, for the background (docs/decisions/stories.md). */
function historyOf({ events, stories }: GlossaryData, weights: StoryWeights): HistoryRecord {
  const levels = levelsOf(events, stories)
  const withLevels = events.map((event) => ({ ...event, level: levels.get(event.id) ?? 'detail' }))
  return recordHistory(withLevels, stories, weights)
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
