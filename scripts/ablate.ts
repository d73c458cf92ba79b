/**
 * `npm run ablate -- [--write] [ID...]`: what each rule decides.
 *
 * Takes one row of `assets/weights.yaml` after another out and reads every marked text that the rule
 * speaks in again, and the articles of `../shared/corpus` too. Prints how many mentions change, and how
 * many known marks are right no longer; a source of spans that is taken out proposes nothing. With `--write` the number of mentions becomes the
 * row's `support`. A row that changes nothing, and has no test of its own, can go.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureCompiled } from '../lib/glossary/compiled'
import { readGrammar } from '../lib/glossary/grammar'
import { decide } from '../lib/linking/decide'
import { readPaths } from '../lib/linking/link'
import type { Mention } from '../lib/linking/mention'
import { openTables } from '../lib/linking/record/tables'
import { openWeights } from '../lib/linking/record/weights'
import { findTimes } from '../lib/time/find'
import { corpus, type Marked, markedTexts } from './marked'

/** So little that no span of a source is ever taken. */
const NEVER = -1e6
/** Rows that weigh every span: without them there is no path. */
const EVERY = new Set(['span.unit', 'span.each', 'span.meaning'])

const root = join(import.meta.dirname, '..')
const args = process.argv.slice(2)
const { engine: record } = await ensureCompiled(root)
const tables = openTables(record)
const { weights } = await readGrammar(join(root, 'assets'))
const ids = args.filter((arg) => !arg.startsWith('--'))

interface Read {
  readonly text: Marked
  readonly mentions: readonly Mention[]
  /** Rules that spoke for or against anything in the text. */
  readonly rules: ReadonlySet<string>
}

const texts = [...(await markedTexts(root)), ...(await corpus(root))]
const base = texts.map((text) => read(text, weights))
const rows = (ids.length > 0 ? ids : Object.keys(weights)).map((id) => {
  const gone = id.startsWith('span.') && !EVERY.has(id) ? NEVER : 0
  let changed = 0
  let lost = 0
  for (const { text, mentions, rules } of base) {
    if (!rules.has(id) && !EVERY.has(id)) continue
    const without = read(text, { ...weights, [id]: gone }).mentions
    changed += difference(mentions, without)
    lost += text.right(mentions) - text.right(without)
  }
  return { id, changed, lost }
})
rows.sort((a, b) => b.changed - a.changed)
console.table(Object.fromEntries(rows.map(({ id, changed, lost }) => [id, { changed, lost }])))
if (args.includes('--write')) await writeSupport()

function read(text: Marked, table: Readonly<Record<string, number>>): Read {
  const own = { ...tables, weights: openWeights(table) }
  const { facts, covers, spans } = readPaths(text.document, own, null, findTimes(text.document))
  const rules = new Set<string>()
  for (const { source, choices } of spans.flat()) {
    rules.add(`span.${source}`)
    for (const { evidence } of choices) for (const { id } of evidence) if (id) rules.add(id)
  }
  for (const { choices } of [...facts.people.values()].flat())
    for (const { evidence } of choices) for (const { id } of evidence) if (id) rules.add(id)
  return { text, mentions: decide(facts, covers).mentions, rules }
}

function difference(one: readonly Mention[], other: readonly Mention[]): number {
  const key = ({ block, start, end, entity, headword, refersTo }: Mention) =>
    [block, start, end, entity ?? headword, refersTo].join(' ')
  const [a, b] = [new Set(one.map(key)), new Set(other.map(key))]
  return Math.max(a.difference(b).size, b.difference(a).size)
}

/** Puts the numbers into the file, whose rows are one line each. */
async function writeSupport(): Promise<void> {
  const file = join(root, 'assets/weights.yaml')
  let yaml = await readFile(file, 'utf8')
  for (const { id, changed } of rows)
    yaml = yaml.replace(
      new RegExp(`^(  ${id.replaceAll('.', '\\.')}: \\{ .*?)(?:, support: \\d+)? \\}$`, 'm'),
      `$1, support: ${changed} }`,
    )
  await writeFile(file, yaml)
}
