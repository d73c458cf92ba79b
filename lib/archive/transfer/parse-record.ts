/** One line of a file becomes one record, or a named refusal. What a file says is hostile. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { blockText } from '../../article/block-text'
import type { Block } from '../../article/document'
import { TITLE_BLOCK } from '../../article/extracted'
import { safeBlock } from '../../article/safe-blocks'
import type { Revision } from '../schema'
import { fromBase64 } from './base64'
import { type ArticleRecord, TransferRecord as Schema, type TransferRecord } from './format'

/** Why a line is not taken; the lines beside it are. */
export const LINE_PROBLEMS = [
  'not-json',
  'too-deep',
  /** `__proto__` and the like as a key. */
  'prototype-key',
  'unknown-type',
  'wrong-type',
  /** Parts that do not belong together: a revision of another article, a mark outside its text. */
  'inconsistent',
  'duplicate-id',
] as const
type LineProblem = (typeof LINE_PROBLEMS)[number]

export type ParsedLine =
  | { ok: true; record: TransferRecord }
  | { ok: false; problem: LineProblem; detail: string }

const DEEPEST = 40
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

const refuse = (problem: LineProblem, detail: string): ParsedLine => ({
  ok: false,
  problem,
  detail,
})

/** Parses the JSON of a line and looks through it. Never throws. */
export function parseRecord(line: string): ParsedLine {
  if (tooDeep(line)) return refuse('too-deep', `more than ${DEEPEST} levels`)
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return refuse('not-json', String(error).slice(0, 200))
  }
  const forbidden = forbiddenKey(value)
  if (forbidden !== null) return refuse('prototype-key', forbidden)
  const parsed = v.safeParse(Schema, value, { abortEarly: true })
  if (parsed.success) return check(parsed.output)
  const [issue] = parsed.issues
  const path = v.getDotPath(issue)
  return refuse(path === 'type' ? 'unknown-type' : 'wrong-type', `${path ?? ''}: ${issue.message}`)
}

/** Looks at brackets outside strings: what is too deep for a parser's stack never reaches it. */
function tooDeep(line: string): boolean {
  let [depth, inString] = [0, false]
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i)
    if (inString) {
      if (unit === 0x5c) i++
      else if (unit === 0x22) inString = false
    } else if (unit === 0x22) inString = true
    else if (unit === 0x7b || unit === 0x5b) {
      if (++depth > DEEPEST) return true
    } else if (unit === 0x7d || unit === 0x5d) depth--
  }
  return false
}

function forbiddenKey(value: unknown): string | null {
  const open: unknown[] = [value]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === null || typeof next !== 'object') continue
    for (const key of Object.keys(next)) {
      if (FORBIDDEN.has(key)) return key
      const inner: unknown = Reflect.get(next, key)
      if (inner !== null && typeof inner === 'object') open.push(inner)
    }
  }
  return null
}

function check(record: TransferRecord): ParsedLine {
  if (record.type === 'image' && !isItsHash(record))
    return refuse('inconsistent', 'a picture that is not what its hash says')
  if (record.type !== 'article') return { ok: true, record }
  const problem = inconsistency(record)
  if (problem) return refuse('inconsistent', problem)
  const revisions = record.revisions.map((revision) => ({
    ...revision,
    blocks: revision.blocks.map((block) => harmless(block, record.article.url)),
  }))
  return { ok: true, record: { ...record, revisions } }
}

function isItsHash({ data, hash }: Extract<TransferRecord, { type: 'image' }>): boolean {
  try {
    return bytesToHex(sha256(fromBase64(data))) === hash
  } catch {
    return false
  }
}

function inconsistency({ article, revisions, highlights, claims }: ArticleRecord): string | null {
  const ids = new Set(revisions.map(({ id }) => id))
  if (ids.size < revisions.length) return 'two revisions of one id'
  if (!ids.has(article.revision)) return 'the latest revision is missing'
  if (!URL.canParse(article.url)) return 'its address is none'
  if (revisions.some((revision) => revision.article !== article.id)) return 'a foreign revision'
  if (highlights.some((highlight) => highlight.article !== article.id)) return 'a foreign mark'
  const foreign = claims.some(
    ({ source }) => source.from !== 'article' || source.article !== article.id,
  )
  if (foreign) return 'a foreign claim'
  if (revisions.some(misparted)) return 'pages that are not its text'
  return revisions.some(misplaced) ? 'a mention outside its text' : null
}

/** No pages, pages out of order, or with more or fewer blocks than there are. */
const misparted = ({ parts, blocks }: Revision): boolean =>
  parts !== undefined &&
  (parts.length === 0 ||
    parts.some(({ page }, at) => page <= (parts[at - 1]?.page ?? 0)) ||
    parts.reduce((sum, part) => sum + part.blocks, 0) !== blocks.length)

function misplaced({ title, blocks, mentions }: Revision): boolean {
  const lengths = new Map(blocks.map((block) => [block.id, blockText(block).length]))
  lengths.set(TITLE_BLOCK, title.length)
  return mentions.some(({ block, start, end }) => start >= end || end > (lengths.get(block) ?? 0))
}

/** The block with addresses that can run nothing; a picture without one leaves its caption. */
const harmless = (block: Block, base: string): Block =>
  safeBlock(block, base) ?? { kind: 'paragraph', id: block.id, runs: [] }
