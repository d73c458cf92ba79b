/**
 * `npm run rules -- [--day YYYY-MM-DD] TEXT`: how the engine reads a text.
 *
 * Prints every span with its source, what each of its meanings adds up to, rule by rule, and which
 * spans the best path takes (`*`).
 */
import { join } from 'node:path'
import { ensureCompiled } from '../lib/glossary/compiled'
import type { Choice } from '../lib/linking/facts/choice'
import { readPaths } from '../lib/linking/link'
import { openTables } from '../lib/linking/record/tables'
import type { Proposal } from '../lib/linking/spans/proposal'
import { plainDocument, readPlain } from '../lib/text/plain'
import { findTimes } from '../lib/time/find'

const args = process.argv.slice(2)
const at = args.indexOf('--day')
const day = at < 0 ? null : (args[at + 1] ?? null)
const text = args.filter((_, k) => at < 0 || (k !== at && k !== at + 1)).join('\n')
if (!text) {
  console.error('rules: give a text')
  process.exit(2)
}

const { engine: record } = await ensureCompiled(join(import.meta.dirname, '..'))
const tables = openTables(record)
const document = plainDocument(readPlain(text), { url: null, publisher: null, publishedAt: day })
const { covers, spans } = readPaths(document, tables, null, findTimes(document))

covers.forEach(({ reading, cover }, k) => {
  const taken = new Set(cover)
  const ordered = [...(spans[k] ?? [])].sort((a, b) => a.start - b.start || b.score - a.score)
  for (const span of ordered) {
    const words = reading.text.slice(span.start, span.end)
    console.log(`${taken.has(span) ? '*' : ' '} ${words}  ${sum(span.score)} = ${spanParts(span)}`)
    for (const choice of span.choices) show(choice)
  }
})

function spanParts({ start, end, source, score }: Proposal): string {
  const { weights } = tables
  const known: [id: string, weight: number][] = [
    [`span.unit ×${end - start}`, weights.of('span.unit') * (end - start)],
    ['span.each', weights.of('span.each')],
    [`span.${source}`, weights.of(`span.${source}`)],
  ]
  const rest = score - known.reduce((total, [, weight]) => total + weight, 0)
  return [...known, ['span.meaning', rest] as const]
    .map(([id, weight]) => `${id} ${sum(weight)}`)
    .join(', ')
}

function show({ thing, local, weight, evidence }: Choice): void {
  const name = thing ? `${thing.headword} (${thing.id})` : `${local?.headword} (this text alone)`
  console.log(`      ${name}  ${sum(weight)}`)
  for (const { id, weight: part, detail } of evidence)
    console.log(`        ${sum(part ?? 0).padStart(7)}  ${id}${detail ? `  ${detail}` : ''}`)
}

/** Two decimals and a sign. */
function sum(value: number): string {
  const rounded = Math.round(value * 100) / 100
  return rounded > 0 ? `+${rounded}` : String(rounded)
}
