/** What the reader keeps: articles, their revisions, notes and corrections. */
import * as v from 'valibot'
import { Block, Image } from '../article/document'
import { KnownPage, PageNumber } from '../article/extracted'
import { TextSpan } from '../events/schema'
import { LocalEntity, Mention } from '../linking/mention'

const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/
const DATED = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/

const exists = (moment: string): boolean =>
  !Number.isNaN(Date.parse(moment.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')))

/** A moment with its zone, ISO 8601: what we wrote ourselves. */
const instant = v.pipe(v.string(), v.maxLength(40), v.regex(ZONED), v.check(exists))

/** A date that somebody else wrote: as precise as they were, or none where it is no date. */
export const Dated = v.pipe(
  v.nullable(v.pipe(v.string(), v.maxLength(4_000))),
  v.transform((date) => (date !== null && DATED.test(date) && exists(date) ? date : null)),
)

/** Where an article can be: on the web, or in a file of the reader's. Nothing that would run. */
export const isPageAddress = (address: string): boolean =>
  /^(https?|file):/i.test(address) && address.length <= 4_000 && URL.canParse(address)
const address = v.pipe(v.string(), v.check(isPageAddress, 'no address of a page'))

/** Which pages of an article of several are kept, and where they are. */
export const KeptPages = v.object({
  /** How many there are, as far as the kept ones tell. */
  total: PageNumber,
  /** Those that are kept, rising. */
  kept: v.array(PageNumber),
  /** Addresses of pages, kept or not, in order. */
  known: v.array(KnownPage),
  /** Pages that the reader took out again: they are joined only where the reader asks for it. */
  apart: v.optional(v.array(PageNumber)),
})
export type KeptPages = v.InferOutput<typeof KeptPages>

/** One article under all its addresses; what changes when it is saved again is in its revisions. */
export const Article = v.object({
  id: v.string(),
  /** Canonical address without tracking parameters: the article's identity. */
  url: address,
  /** Every other address under which it was met. */
  addresses: v.array(address),
  title: v.string(),
  publisher: v.nullable(v.string()),
  byline: v.nullable(v.string()),
  section: v.nullable(v.string()),
  keywords: v.array(v.string()),
  /** Day or instant with zone, as precise as the page said. */
  publishedAt: Dated,
  /** The page shows only the start of the article. */
  truncated: v.boolean(),
  savedAt: instant,
  /** Latest revision. */
  revision: v.string(),
  /** Entity ids of the latest revision, for filters and the timeline. */
  entities: v.array(v.string()),
  /** Only where the article has several pages. */
  pages: v.optional(KeptPages),
  note: v.optional(v.string(), ''),
  /** What the reader wrote elsewhere at the same time, until one of the texts is chosen. */
  otherNotes: v.optional(v.array(v.string())),
  /** Set while a deletion can still be undone. */
  deletedAt: v.optional(v.nullable(instant), null),
})
export type Article = v.InferOutput<typeof Article>

/** One page of a revision: its blocks stand together, in the order of the pages. */
export const PagePart = v.object({
  page: PageNumber,
  /** How many pages it said there are. */
  total: PageNumber,
  /** `textHash` of this page alone, as it was extracted. */
  hash: v.string(),
  savedAt: instant,
  truncated: v.boolean(),
  /** How many of the revision's blocks are its. */
  blocks: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
export type PagePart = v.InferOutput<typeof PagePart>

export const Revision = v.object({
  id: v.string(),
  article: v.string(),
  /** SHA-256 of the blocks' text: the same text is the same revision. */
  hash: v.string(),
  savedAt: instant,
  modifiedAt: Dated,
  title: v.string(),
  leadImage: v.nullable(Image),
  blocks: v.array(Block),
  mentions: v.array(Mention),
  locals: v.array(LocalEntity),
  /** Only where the article has several pages; rising. */
  parts: v.optional(v.array(PagePart)),
})
export type Revision = v.InferOutput<typeof Revision>

/** A marked passage, found again by its words: W3C text quote with position as a hint. */
export const Highlight = v.object({
  id: v.string(),
  article: v.string(),
  quote: v.string(),
  prefix: v.string(),
  suffix: v.string(),
  hint: TextSpan,
  note: v.string(),
  /** As an article's. */
  otherNotes: v.optional(v.array(v.string())),
  createdAt: instant,
})
export type Highlight = v.InferOutput<typeof Highlight>

/** What the reader told us about marks; every row can be undone in the settings. */
export const Correction = v.variant('type', [
  /** «この印はまちがい»: on this page this form does not mean this entity. */
  v.object({
    type: v.literal('wrong'),
    id: v.string(),
    url: v.string(),
    form: v.string(),
    entity: v.nullable(v.string()),
    at: instant,
  }),
  /** «この語を隠す»: never marked. */
  v.object({ type: v.literal('hidden'), id: v.string(), entity: v.string(), at: instant }),
  /** «知っている»: no longer marked, still found. */
  v.object({ type: v.literal('known'), id: v.string(), entity: v.string(), at: instant }),
])
export type Correction = v.InferOutput<typeof Correction>

/** What the reader follows (追う). */
export const Follow = v.object({
  id: v.string(),
  target: v.variant('type', [
    v.object({ type: v.literal('entity'), entity: v.string() }),
    v.object({ type: v.literal('event'), event: v.string() }),
    v.object({ type: v.literal('keyword'), keyword: v.string() }),
  ]),
  at: instant,
})
export type Follow = v.InferOutput<typeof Follow>

/** Longest note in UTF-16 units; what is over is refused, not cut. */
export const LONGEST_NOTE = 100_000

/** Which note: of an article, or beside a marked passage. */
export const NoteOf = v.object({ of: v.picklist(['article', 'highlight']), id: v.string() })
export type NoteOf = v.InferOutput<typeof NoteOf>
