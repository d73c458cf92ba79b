/** Plain text files as documents: which line breaks end a paragraph and which only a printed line. */
import type { Block, Document } from '../article/document'

export interface PlainDocument {
  readonly blocks: Block[]
  /** UTF-16 offset in the raw text of each block's first unit, by block id; a block's text is an unbroken stretch of it. */
  readonly offsets: ReadonlyMap<string, number>
}

interface Line {
  start: number
  end: number
  /** Blank lines before it. */
  blanks: number
}

/** Heading signs of Japanese print and web text: ■ ◇ ◆ ● ▪ 【】 and numbers of sections. */
const HEADING = /^\s*(?:[■□◆◇●○▪▼▽★☆◎]|【[^】]*】\s*$)/u
const BULLET = /^\s*[•・*＊-]\s*\S/u
const ENDS_SENTENCE = /[。！？!?」』）)】]\s*$/u

/**
 * Splits a text file into blocks. In a text whose lines were broken at a fixed width (a PDF, an
 * e-mail) a full line that ends no sentence goes on in the next, also across the blank line which
 * such texts put after every line; elsewhere every line is a block of its own.
 */
export function readPlain(raw: string): PlainDocument {
  const lines = linesOf(raw)
  const goesOn = continuation(raw, lines)
  const blocks: Block[] = []
  const offsets = new Map<string, number>()
  let k = 0
  while (k < lines.length) {
    const first = lines[k]
    if (!first) break
    let last = first
    while (k + 1 < lines.length && goesOn(k)) {
      k++
      last = lines[k] ?? last
    }
    const id = `b${blocks.length}`
    const text = raw.slice(first.start, last.end)
    blocks.push(blockOf(id, text, blocks.length === 0))
    offsets.set(id, first.start)
    k++
  }
  return { blocks, offsets }
}

/** The document of a text file. */
export const plainDocument = (
  plain: PlainDocument,
  meta: Pick<Document, 'url' | 'publisher' | 'publishedAt'>,
): Document => ({ ...meta, blocks: plain.blocks })

function linesOf(raw: string): Line[] {
  const lines: Line[] = []
  let blanks = 0
  for (const match of raw.matchAll(/[^\r\n\u2028\u2029]+/gu)) {
    const text = match[0]
    const before = raw.slice(lines.at(-1)?.end ?? 0, match.index)
    if (!text.trim()) continue
    const breaks = before.replace(/\r\n/gu, '\n').replace(/[^\r\n\u2028\u2029]/gu, '').length
    blanks = Math.max(0, breaks - 1)
    const lead = text.length - text.trimStart().length
    // Ideographic indentation tells where a paragraph starts: it is looked up in the raw text.
    lines.push({ start: match.index + lead, end: match.index + text.trimEnd().length, blanks })
  }
  return lines
}

/** Whether line k goes on in line k + 1. */
function continuation(raw: string, lines: readonly Line[]): (k: number) => boolean {
  const widths = lines.map((line) => width(raw.slice(line.start, line.end)))
  const sorted = [...widths].sort((a, b) => a - b)
  const full = sorted[Math.floor(sorted.length * 0.9)] ?? 0
  const isFull = (k: number) => (widths[k] ?? 0) >= full * 0.8 && (widths[k] ?? 0) <= full * 1.25
  const open = (k: number) => {
    const line = lines[k]
    return line !== undefined && !ENDS_SENTENCE.test(raw.slice(line.start, line.end))
  }
  const wrapped = lines.filter((_, k) => isFull(k) && open(k)).length
  // Lines of one width that stop amid sentences: no writer does that by hand.
  if (full < 40 || full > 160 || lines.length < 4 || wrapped < lines.length * 0.35)
    return () => false
  const doubled = lines.filter((line) => line.blanks === 1).length > lines.length * 0.7
  return (k) => {
    const next = lines[k + 1]
    if (!next || !isFull(k) || !open(k) || next.blanks > (doubled ? 1 : 0)) return false
    const text = raw.slice(next.start, next.end)
    return !HEADING.test(text) && !BULLET.test(text)
  }
}

/** Columns: ideographs and kana take two. */
function width(text: string): number {
  let columns = 0
  for (let k = 0; k < text.length; k++) columns += text.charCodeAt(k) > 0x2e7f ? 2 : 1
  return columns
}

function blockOf(id: string, text: string, isFirst: boolean): Block {
  const runs = [{ text }]
  if (BULLET.test(text)) return { kind: 'item', id, ordered: false, depth: 0, runs }
  if (HEADING.test(text)) return { kind: 'heading', id, level: 2, runs }
  if (isFirst && !/[。]\s*$/u.test(text)) return { kind: 'heading', id, level: 1, runs }
  return { kind: 'paragraph', id, runs }
}
