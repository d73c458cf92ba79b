/**
 * `npm run blind -- [SET…]`: how many of the names that were marked blind get a mark, and a card.
 *
 * Reads `tests/marked/*.jsonl` and finds their texts in `../shared`; what is not there, or has another
 * hash, is named and left out. Prints a line for each half, and one for all.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { openEngine } from '../lib/engine'
import { ensureCompiled } from '../lib/glossary/compiled'
import type { Mention } from '../lib/linking/mention'
import { plainDocument, readPlain } from '../lib/text/plain'

const Marked = v.object({
  id: v.string(),
  half: v.string(),
  publisher: v.nullable(v.string()),
  url: v.string(),
  published: v.string(),
  from: v.string(),
  sha256: v.string(),
  marks: v.array(v.tuple([v.number(), v.number(), v.string(), v.string(), v.string()])),
})
type Marked = v.InferOutput<typeof Marked>

/** A mark fits where it is the name, a title beside it more or less. */
const SLACK = 3

interface Count {
  documents: number
  /** Distinct wanted names, those with any mark, and those with an entry. */
  wanted: number
  marked: number
  listed: number
  /** Wanted names without an entry, and those of them that have a mark. */
  unlisted: number
  found: number
  /** Marks of the engine, and those that touch a marked name. */
  marks: number
  known: number
}

const root = join(import.meta.dirname, '..')
const sets = process.argv.slice(2)
const texts = await textsByAddress()
const engine = openEngine((await ensureCompiled(root)).engine)
const counts = new Map<string, Count>()
for (const file of (await readdir(join(root, 'tests/marked'))).sort()) {
  if (!file.endsWith('.jsonl') || (sets.length > 0 && !sets.includes(file.replace('.jsonl', ''))))
    continue
  const lines = (await readFile(join(root, 'tests/marked', file), 'utf8')).trim().split('\n')
  for (const line of lines) measure(v.parse(Marked, JSON.parse(line)))
}
for (const [half, c] of counts) {
  const share = (part: number, whole: number) => (whole ? (part / whole).toFixed(3) : '–')
  console.log(
    `${half}: ${c.documents} documents, ${c.wanted} names wanted: marked ${share(c.marked, c.wanted)}, with an entry ${share(c.listed, c.wanted)}; of ${c.unlisted} without one found ${share(c.found, c.unlisted)}; of ${c.marks} marks on a marked name ${share(c.known, c.marks)}`,
  )
}

/** Headline, blank line and paragraphs of what lies in `../shared`, by address. */
async function textsByAddress(): Promise<Map<string, string>> {
  const shared = join(root, '../shared')
  const found = new Map<string, string>()
  const read = (path: string) => readFile(join(shared, path), 'utf8').catch(() => null)
  const corpus = await read('corpus/nhk-2026-02-03.ndjson')
  for (const line of corpus?.trim().split('\n') ?? []) {
    const { url, title, text } = JSON.parse(line) as Record<'url' | 'title' | 'text', string>
    found.set(url, `${title}\n\n${text}\n`)
  }
  const pages = await read('pages/expected.json')
  type Page = { url: string; title: string; paragraphs: string[] }
  for (const { url, title, paragraphs } of Object.values(
    JSON.parse(pages ?? '{}') as Record<string, Page>,
  ))
    found.set(url, `${title}\n\n${paragraphs.join('\n')}\n`)
  return found
}

function measure(document: Marked): void {
  const text = texts.get(document.url)
  if (!text || createHash('sha256').update(text).digest('hex') !== document.sha256) {
    console.error(`blind: ${document.id}: its text is not in ../shared`)
    process.exitCode = 2
    return
  }
  const { url, publisher, published } = document
  const plain = readPlain(text)
  const { mentions } = engine.mentions(
    plainDocument(plain, { url, publisher, publishedAt: published }),
  )
  const placed = mentions.map((mention) => {
    const at = plain.offsets.get(mention.block) ?? 0
    return { ...mention, start: at + mention.start, end: at + mention.end }
  })
  for (const half of [document.half, 'all']) count(half, document, placed)
}

function count(half: string, { marks }: Marked, placed: readonly Mention[]): void {
  const c = counts.get(half) ?? {
    ...{ documents: 0, wanted: 0, marked: 0, listed: 0 },
    ...{ unlisted: 0, found: 0, marks: 0, known: 0 },
  }
  counts.set(half, c)
  c.documents++
  const names = new Map<string, { marked: boolean; listed: boolean }>()
  for (const [start, end, headword, , tier] of marks) {
    if (tier !== 'key') continue
    const fit = placed.find(
      (m) =>
        m.start < end &&
        m.end > start &&
        m.start <= start + SLACK &&
        m.end >= end - SLACK &&
        m.end - m.start <= end - start + 2 * SLACK,
    )
    const name = names.get(headword) ?? { marked: false, listed: false }
    names.set(headword, {
      marked: name.marked || fit !== undefined,
      listed: name.listed || (fit !== undefined && fit.entity !== null),
    })
  }
  for (const { marked, listed } of names.values()) {
    c.wanted++
    if (marked) c.marked++
    if (listed) c.listed++
    else {
      c.unlisted++
      if (marked) c.found++
    }
  }
  c.marks += placed.length
  c.known += placed.filter((m) =>
    marks.some(([start, end]) => m.start < end && m.end > start),
  ).length
}
