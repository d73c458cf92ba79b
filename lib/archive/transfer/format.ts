/**
 * The archive as a file: one JSON record a line, gzip around it. Described for others in
 * docs/archive-format.md; a change there and here is a new `VERSION`.
 *
 * First line: header. Then records; an article comes with its latest text and what that tells, so
 * that no record is half an article, and its earlier texts and marked passages follow it, each a
 * record of its own. A long record is several lines (`parts.ts`). Last line: how many of each there
 * were, and the SHA-256 of all before it.
 */
import * as v from 'valibot'
import { Claim, Event } from '../../events/schema'
import { Entity, Tenure } from '../../glossary/schema'
import { Article, Correction, Follow, Highlight, Revision } from '../schema'

export const FORMAT = 'bunmyaku'
export const VERSION = 2
/** What files are called: `bunmyaku-2026-03-19.ndjson.gz`. */
export const fileName = (now: Date): string =>
  `bunmyaku-${now.toISOString().slice(0, 10)}.ndjson.gz`

export const Header = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  createdAt: v.pipe(v.string(), v.maxLength(40)),
  /** Version of the extension that wrote it. */
  app: v.pipe(v.string(), v.maxLength(40)),
  /** Whether the pictures that were kept are in the file. */
  images: v.boolean(),
})
export type Header = v.InferOutput<typeof Header>

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(4_500))
const packed = { pack: id }

const others = [
  v.object({
    type: v.literal('pack'),
    id,
    name: v.string(),
    origin: v.picklist(['imported', 'own']),
    version: v.string(),
    enabled: v.boolean(),
  }),
  v.object({ type: v.literal('entity'), entity: v.object({ ...Entity.entries, ...packed }) }),
  v.object({ type: v.literal('tenure'), tenure: v.object({ ...Tenure.entries, ...packed }) }),
  v.object({
    type: v.literal('event'),
    event: v.object({ ...Event.entries, sort: v.string(), entities: v.array(v.string()) }),
  }),
  v.object({
    type: v.literal('join'),
    join: v.object({
      id,
      type: v.picklist(['join', 'split']),
      events: v.array(v.string()),
      at: v.string(),
    }),
  }),
  v.object({ type: v.literal('correction'), correction: Correction }),
  v.object({ type: v.literal('follow'), follow: Follow }),
  v.object({
    type: v.literal('image'),
    hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    mime: v.pipe(v.string(), v.regex(/^image\/[a-z0-9.+-]+$/)),
    /** Base64 of the bytes. */
    data: v.string(),
    width: v.nullable(v.number()),
    height: v.nullable(v.number()),
  }),
] as const

const article = v.object({ ...Article.entries, id })

/** One record of the file, by `type`. */
export const TransferRecord = v.variant('type', [
  ...others,
  /** An article as its latest revision has it, with what that tells of events. */
  v.object({ type: v.literal('article'), article, revision: Revision, claims: v.array(Claim) }),
  /** An earlier text, or a marked passage, of the article before it. */
  v.object({ type: v.literal('revision'), revision: Revision }),
  v.object({ type: v.literal('highlight'), highlight: Highlight }),
])
export type TransferRecord = v.InferOutput<typeof TransferRecord>
export type ArticleRecord = Extract<TransferRecord, { type: 'article' }>

/** As version 1 had them: an article with all its revisions was one line. */
export const TransferRecord1 = v.variant('type', [
  ...others,
  v.object({
    type: v.literal('article'),
    article,
    revisions: v.pipe(v.array(Revision), v.minLength(1)),
    highlights: v.array(Highlight),
    claims: v.array(Claim),
  }),
])
export type TransferRecord1 = v.InferOutput<typeof TransferRecord1>

/** How many records of each type: names come from files, so none of them is looked up in an object. */
export type Counts = Map<string, number>

export const Trailer = v.object({
  type: v.literal('end'),
  counts: v.custom<Record<string, number>>(
    (value) =>
      value !== null &&
      typeof value === 'object' &&
      Object.values(value).every((count) => Number.isSafeInteger(count)),
  ),
  /** Lowercase hex SHA-256 of every byte before this line. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})
export type Trailer = v.InferOutput<typeof Trailer>
