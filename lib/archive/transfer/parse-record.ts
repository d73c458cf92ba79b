/** The JSON of a record becomes the record, or a named refusal. What a file says is hostile. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { blockText } from '../../article/block-text'
import type { Block } from '../../article/document'
import { TITLE_BLOCK } from '../../article/extracted'
import { safeBlock, safeImage } from '../../article/safe-blocks'
import { isPageAddress, type Revision } from '../schema'
import { fromBase64 } from './base64'
import {
  type ArticleRecord,
  TransferRecord as Schema,
  TransferRecord1 as Schema1,
  type TransferRecord,
  type TransferRecord1,
  VERSION,
} from './format'

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

export interface RecordProblem {
  problem: LineProblem
  detail: string
}

/** `records`: an article of version 1 is one for each of its texts and marked passages. */
export type ParsedRecord = { ok: true; records: TransferRecord[] } | ({ ok: false } & RecordProblem)

const DEEPEST = 40
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

const refuse = (problem: LineProblem, detail: string): ParsedRecord => ({
  ok: false,
  problem,
  detail,
})

/**
 * Parses a record of a file of this version and looks through it. Never throws.
 * @param json one line, or the parts of a long record put together
 */
export function parseRecord(json: string, version: number = VERSION): ParsedRecord {
  if (tooDeep(json)) return refuse('too-deep', `more than ${DEEPEST} levels`)
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    return refuse('not-json', String(error).slice(0, 200))
  }
  const forbidden = forbiddenKey(value)
  if (forbidden !== null) return refuse('prototype-key', forbidden)
  const parsed = v.safeParse(version === 1 ? Schema1 : Schema, value, { abortEarly: true })
  if (!parsed.success) return refused(parsed.issues)
  const records = 'revisions' in parsed.output ? unfolded(parsed.output) : [parsed.output]
  if (typeof records === 'string') return refuse('inconsistent', records)
  const problem = records.map(inconsistency).find((one) => one !== null)
  if (problem) return refuse('inconsistent', problem)
  const [first] = records
  // A later text stands alone; we never wrote one whose addresses were not whole.
  const base = first?.type === 'article' ? first.article.url : 'about:blank'
  return { ok: true, records: records.map((record) => harmless(record, base)) }
}

/** Why our own import would not take a record that is to be written; null where it does. */
export function problemOf(record: TransferRecord): RecordProblem | null {
  const parsed = v.safeParse(Schema, record, { abortEarly: true })
  if (!parsed.success) return refused(parsed.issues)
  const problem = inconsistency(parsed.output)
  return problem ? { problem: 'inconsistent', detail: problem } : null
}

function refused(
  issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]],
): { ok: false } & RecordProblem {
  const [issue] = issues
  const path = v.getDotPath(issue)
  const problem = path === 'type' ? 'unknown-type' : 'wrong-type'
  return { ok: false, problem, detail: `${path ?? ''}: ${issue.message}`.slice(0, 300) }
}

/** An article of version 1 as its records of today; or what does not belong together in it. */
function unfolded(
  record: Extract<TransferRecord1, { type: 'article' }>,
): TransferRecord[] | string {
  const { article, revisions, highlights, claims } = record
  if (new Set(revisions.map(({ id }) => id)).size < revisions.length)
    return 'two revisions of one id'
  if (revisions.some((revision) => revision.article !== article.id)) return 'a foreign revision'
  if (highlights.some((highlight) => highlight.article !== article.id)) return 'a foreign mark'
  const latest = revisions.find(({ id }) => id === article.revision)
  if (!latest) return 'the latest revision is missing'
  const earlier = revisions.filter((revision) => revision !== latest)
  return [
    { type: 'article', article, revision: latest, claims },
    ...earlier.map((revision) => ({ type: 'revision' as const, revision })),
    ...highlights.map((highlight) => ({ type: 'highlight' as const, highlight })),
  ]
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

/** What of a record does not belong together, in words; null where all of it does. */
function inconsistency(record: TransferRecord): string | null {
  switch (record.type) {
    case 'image':
      return isItsHash(record) ? null : 'a picture that is not what its hash says'
    case 'article':
      return foreign(record) ?? disorder(record.revision)
    case 'revision':
      return disorder(record.revision)
    default:
      return null
  }
}

function isItsHash({ data, hash }: Extract<TransferRecord, { type: 'image' }>): boolean {
  try {
    return bytesToHex(sha256(fromBase64(data))) === hash
  } catch {
    return false
  }
}

function foreign({ article, revision, claims }: ArticleRecord): string | null {
  if (revision.id !== article.revision) return 'the latest revision is missing'
  if (revision.article !== article.id) return 'a foreign revision'
  const known = article.pages?.known ?? []
  if (!known.every(({ url }) => isPageAddress(url))) return 'a page whose address is none'
  const others = claims.some(
    ({ source }) => source.from !== 'article' || source.article !== article.id,
  )
  return others ? 'a foreign claim' : null
}

const disorder = (revision: Revision): string | null =>
  misparted(revision)
    ? 'pages that are not its text'
    : misplaced(revision)
      ? 'a mention outside its text'
      : null

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

/** With addresses in its text that can run nothing, made whole by the article's own. */
function harmless(record: TransferRecord, base: string): TransferRecord {
  if (!('revision' in record)) return record
  const { leadImage, blocks, ...revision } = record.revision
  const src = leadImage && safeImage(leadImage.src, base)
  const lead = leadImage && src ? { ...leadImage, src } : null
  const safe = blocks.map((block) => harmlessBlock(block, base))
  return { ...record, revision: { ...revision, leadImage: lead, blocks: safe } }
}

/** A picture without an address leaves its caption. */
const harmlessBlock = (block: Block, base: string): Block =>
  safeBlock(block, base) ?? { kind: 'paragraph', id: block.id, runs: [] }
