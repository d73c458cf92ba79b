/**
 * `npm run --silent coverage -- [--top N] [--json] PATH...`: names in texts that have no entry.
 *
 * PATH is a `.txt` file, an `.ndjson` file with `text`, `title` and `published` on each line, or a
 * folder of them. Lists the name-like strings of most texts first and the share of the `N` (400)
 * most frequent that the engine finds; `coverage-noise.tsv` names what is no name, each with its
 * reason, and is left out of the count.
 */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { openEngine } from '../lib/engine'
import { commonWords } from '../lib/glossary/common-word'
import { ensureCompiled } from '../lib/glossary/compiled'
import { Coverage, isKnown } from '../lib/glossary/coverage'
import { plainDocument, readPlain } from '../lib/text/plain'

const Line = v.object({
  text: v.string(),
  title: v.optional(v.string(), ''),
  published: v.optional(v.nullable(v.string()), null),
})

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { top: { type: 'string', default: '400' }, json: { type: 'boolean', default: false } },
})
const top = Number(values.top)
if (positionals.length === 0 || !(top > 0)) {
  console.error('coverage: give text files, .ndjson files or folders, and --top a number over 0')
  process.exit(2)
}

const { engine: record } = await ensureCompiled(join(import.meta.dirname, '..'))
const engine = openEngine(record)
const noise = await readNoise()
const coverage = new Coverage(await commonWords())
for (const path of positionals)
  for (const file of await filesOf(path))
    for (const { text, published } of await textsOf(file)) {
      const meta = { url: null, publisher: null, publishedAt: published }
      const document = plainDocument(readPlain(text), meta)
      coverage.add(document, engine.mentions(document).mentions)
    }

const forms = coverage.forms()
const names = forms.filter(({ form }) => !noise.has(form))
const frequent = names.slice(0, top)
const known = frequent.filter(isKnown).length
const left = frequent.filter((form) => !isKnown(form))
if (values.json)
  console.log(
    JSON.stringify({
      forms: forms.length,
      counted: frequent.length,
      known,
      noise: noise.size,
      left,
    }),
  )
else {
  for (const { form, count, covered, documents } of left)
    console.log(`${form}\t${documents} texts\t${covered} of ${count} found`)
  const share = ((known / frequent.length) * 100).toFixed(1)
  console.log(
    `${known} of the ${frequent.length} most frequent have an entry (${share} %); ` +
      `${forms.length} name-like strings in all, ${noise.size} listed as noise`,
  )
}

async function readNoise(): Promise<Set<string>> {
  const lines = (await readFile(join(import.meta.dirname, 'coverage-noise.tsv'), 'utf8')).split(
    '\n',
  )
  return new Set(
    lines.filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t')[0] ?? ''),
  )
}

async function filesOf(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const names = (await readdir(path)).filter((name) => /\.(txt|ndjson)$/.test(name))
  return names.sort().map((name) => join(path, name))
}

async function textsOf(file: string): Promise<{ text: string; published: string | null }[]> {
  const raw = await readFile(file, 'utf8')
  if (!file.endsWith('.ndjson')) {
    const meta = await readFile(file.replace(/\.txt$/, '.meta.json'), 'utf8').catch(() => '{}')
    const { published } = v.parse(v.partial(v.omit(Line, ['text'])), JSON.parse(meta))
    return [{ text: raw, published: published ?? null }]
  }
  return raw
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => v.parse(Line, JSON.parse(line)))
    .map(({ title, text, published }) => ({ text: `${title}\n${text}`, published }))
}
