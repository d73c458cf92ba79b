/** The rows of each table: the schemas' types with what the indexes need beside them. */
import type { Article, Correction, Follow, Highlight, Revision } from '../archive/schema'
import type { Claim, Event } from '../events/schema'
import type { Entity, Tenure } from '../glossary/schema'

export interface MetaRow {
  key: string
  value: unknown
}

export interface PackRow {
  id: string
  name: string
  origin: 'bundled' | 'imported' | 'own'
  /** Version of the pack's content; written last, so that a pack without its row was never there. */
  version: string
  enabled: boolean
}

export type EntityRow = Entity & { pack: string }
export type TenureRow = Tenure & { pack: string }

export type EventRow = Event & {
  /** First day of the event's date, `YYYY-MM-DD`. */
  sort: string
  /** Participants, place and topics that are entities. */
  entities: string[]
  /** The pack that told of it first, or `archive`. */
  pack: string
}

export type ClaimRow = Claim & {
  /** Set where the source is a saved article. */
  article?: string
}

/** What the reader decided about two events that the merge judged otherwise. */
export interface JoinRow {
  id: string
  type: 'join' | 'split'
  events: string[]
  at: string
}

export type ArticleRow = Article & {
  /** 1 where the reader wrote a note or marked a passage; absent otherwise, so that the index is short. */
  noted?: 1
}
export type RevisionRow = Revision
export type HighlightRow = Highlight
export type CorrectionRow = Correction
export type FollowRow = Follow

export interface ImageRow {
  /** SHA-256 of the bytes. */
  hash: string
  type: string
  /** Bytes, not a Blob: WebKit-style blob files were lost by browsers, records are not. */
  bytes: Uint8Array<ArrayBuffer>
  width: number | null
  height: number | null
}

export interface CompiledRow {
  key: string
  version: string
  bytes: Uint8Array<ArrayBuffer>
}

/** One article's searchable text: its latest revision as it was when it was saved. */
export interface SearchTextRow {
  /** Given by the database, always rising: the same article saved again is a new text. */
  seq?: number
  article: string
  title: string
  /** One line a block, readings of ruby left out. */
  body: string
  publisher: string | null
  /** The article's own, so that a hit is shown without reading the article. */
  publishedAt: string | null
  savedAt: string
  /** Days since 1970-01-01 in Japan of the article's own date, or of the day of saving. */
  day: number
  /** Stretches of `title + '\n' + body` that name one thing, as flat pairs of start and end. */
  names: number[]
  /** 1 until a segment holds it. */
  tail?: 1
}

export interface SearchSegmentRow {
  id: string
  /** Bytes of postings, for the choice of what to merge. */
  bytes: number
  shards: number
  articles: string[]
  /** In order of `articles`. */
  seqs: Uint32Array<ArrayBuffer>
  /** Position of each text's first unit in the segment; one more entry at the end. */
  bases: Uint32Array<ArrayBuffer>
  titleLengths: Uint16Array<ArrayBuffer>
  days: Int32Array<ArrayBuffer>
  publishers: string[]
  /** Index into `publishers`, 65535 for none. */
  publisherOf: Uint16Array<ArrayBuffer>
}

export interface SearchShardRow {
  segment: string
  shard: number
  bytes: Uint8Array<ArrayBuffer>
}

export interface SearchDeadRow {
  seq: number
}
