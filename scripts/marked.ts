/** Texts whose marks are known: `../shared/gold` and `../shared/cases` where they lie, and the glossary's own senses. */
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Document } from '../lib/article/document'
import { readAssets } from '../lib/glossary/load'
import type { Mention } from '../lib/linking/mention'
import { plainDocument, readPlain } from '../lib/text/plain'

export interface Marked {
  readonly name: string
  readonly document: Document
  /** How many of the known marks some mentions have right. */
  right(mentions: readonly Mention[]): number
}

interface GoldMark {
  start: number
  end: number
  headword: string
}
interface Case {
  id: string
  text: string
  published: string
  target: { start: number; end: number }
  expect: { entity: string | null; refersTo?: string }
}

/** The articles of `../shared/corpus`, of which no marks are known. */
export async function corpus(root: string): Promise<Marked[]> {
  const file = join(root, '../shared/corpus/nhk-2026-02-03.ndjson')
  const articles = lines<{ text: string; published: string }>(
    await readFile(file, 'utf8').catch(() => ''),
  )
  return articles.map(({ text, published }, k) => ({
    name: `corpus ${k}`,
    document: documentOf(text, published).document,
    right: () => 0,
  }))
}

/** All marked texts that this machine has. */
export async function markedTexts(root: string): Promise<Marked[]> {
  const { senses } = await readAssets(join(root, 'assets'))
  const own = senses.map(
    ({ sense: { text, published, form, means } }): Marked => ({
      name: `senses ${form}`,
      document: documentOf(text, published).document,
      right: (mentions) =>
        Number(
          means === null
            ? mentions.every(({ surface }) => surface !== form)
            : mentions.some(({ surface, entity }) => surface.includes(form) && entity === means),
        ),
    }),
  )
  return [...(await gold(join(root, '../shared/gold'))), ...(await cases(root)), ...own]
}

async function gold(dir: string): Promise<Marked[]> {
  const texts: Marked[] = []
  for await (const file of glob('*.mentions.jsonl', { cwd: dir })) {
    const name = file.replace('.mentions.jsonl', '')
    const meta = JSON.parse(await readFile(join(dir, `${name}.meta.json`), 'utf8'))
    const { document, offsets } = documentOf(
      await readFile(join(dir, `${name}.txt`), 'utf8'),
      meta.published ?? null,
    )
    const marks = lines<GoldMark>(await readFile(join(dir, file), 'utf8'))
    texts.push({
      name: `gold ${name}`,
      document,
      right: (mentions) => {
        const said = new Set(
          mentions.map(({ block, start, end, headword }) => {
            const at = offsets.get(block) ?? 0
            return `${at + start} ${at + end} ${headword}`
          }),
        )
        return marks.filter(({ start, end, headword }) =>
          said.has(`${start} ${end} ${headword.split('=')[0]}`),
        ).length
      },
    })
  }
  return texts
}

async function cases(root: string): Promise<Marked[]> {
  const file = await readFile(join(root, '../shared/cases/dev.jsonl'), 'utf8').catch(() => '')
  return lines<Case>(file).map(({ id, text, published, target, expect }) => ({
    name: `case ${id}`,
    document: documentOf(text, published).document,
    right: (mentions) => {
      const there = mentions.find(({ start, end }) => start < target.end && end > target.start)
      return Number((there?.headword ?? null) === (expect.entity ?? null))
    },
  }))
}

function documentOf(text: string, publishedAt: string | null) {
  const plain = readPlain(text)
  return {
    document: plainDocument(plain, { url: null, publisher: null, publishedAt }),
    offsets: plain.offsets,
  }
}

const lines = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)
