/**
 * Every message, with the schema of its request; answers are typed and made by our own background.
 *
 * Messages are plain JSON: Chromium serialises them, Firefox clones them, and the test round-trips
 * each one. Surfaces import only types from here (`send` is in `send.ts`), so that no schema
 * code enters the content script.
 */
import * as v from 'valibot'
import type { KeptPages } from './archive/schema'
import { LONGEST_NOTE, NoteOf } from './archive/schema'
import { Document } from './article/document'
import type { Card, EntityLine, EventLine, MoreOfStory, StoryAnswer } from './card'
import type { Kind } from './glossary/schema'
import { LocalEntity, Mention } from './linking/mention'
import type { PageTerm, PlannedMark } from './page-marks'
import type { Settings } from './settings'

const text = v.pipe(v.string(), v.maxLength(4_000))
const words = v.pipe(v.string(), v.maxLength(LONGEST_NOTE))
const date = v.nullable(v.pipe(v.string(), v.maxLength(40)))
const tab = v.pipe(v.number(), v.integer())

const card = v.object({
  entity: v.nullable(text),
  /** The mention that was pointed at; absent for a term opened inside a card or a list. */
  mention: v.optional(Mention),
  /** What the text itself says of a name that no glossary knows. */
  local: v.optional(LocalEntity),
  publishedAt: date,
  url: v.nullable(text),
})

/** Whose story: the article in a tab, or a saved one. */
const StoryOf = v.variant('from', [
  v.object({ from: v.literal('tab'), tab }),
  v.object({ from: v.literal('article'), article: text }),
])
export type StoryOf = v.InferOutput<typeof StoryOf>

/** What surfaces ask of the background. */
export const requests = {
  annotate: v.object({ document: Document }),
  /** What the script in a page paints; the day of publication that a page hides is read from the tab. */
  'page-marks': v.object({ document: Document }),
  /** Has this page been saved, and is what stands there now the same? Asked by the content script on load. */
  'saved-state': v.object({ url: text }),
  card,
  /** The same card as a reader would see it who has saved, followed and said nothing. */
  'plain-card': card,
  /** One for the script in a page, for the frame of its card to be known by; good once. */
  'frame-token': v.object({}),
  /** The frame of a card was introduced with this: is it ours, in the tab that it was given to? */
  'open-frame': v.object({ token: text }),
  /** Injects the card's script into the tab that asks. */
  'need-card': v.object({}),
  /** The popup's and side panel's view of a tab. */
  page: v.object({ tab }),
  /** Run here now: the reader pressed the button on a page that is not on the list of sites. */
  /** `anyway`: also where the page looks like no article. */
  'activate-tab': v.object({ tab, anyway: v.boolean() }),
  timeline: v.object({
    entities: v.pipe(v.array(text), v.maxLength(2_000)),
    around: date,
    limit: v.optional(v.pipe(v.number(), v.maxValue(5_000)), 200),
  }),
  /** What led to an article and what came after it; `more-of-story` what else belongs to it. */
  story: v.object({ of: StoryOf }),
  'more-of-story': v.object({ of: StoryOf }),
  save: v.object({ tab, confirmed: v.optional(v.boolean(), false) }),
  search: v.object({ query: text, limit: v.optional(v.number(), 50) }),
  correct: v.object({
    correction: v.variant('type', [
      v.object({ type: v.literal('wrong'), url: text, form: text, entity: v.nullable(text) }),
      v.object({ type: v.literal('hidden'), entity: text }),
      v.object({ type: v.literal('known'), entity: text }),
    ]),
  }),
  'undo-correction': v.object({ id: text }),
  /** What stood in a note's field when its page was closed: a page that goes can't wait for its own write. */
  'keep-note': v.object({
    note: NoteOf,
    seen: v.pipe(v.array(words), v.maxLength(8)),
    text: words,
  }),
  follow: v.object({
    entity: text,
    on: v.boolean(),
    /** What the answer to an earlier one said, to take it back: followed since when. */
    since: v.optional(v.nullable(v.pipe(v.string(), v.isoTimestamp()))),
  }),
  settings: v.object({}),
  'set-settings': v.object({ change: v.record(v.string(), v.unknown()) }),
  'site-switch': v.object({ host: text, on: v.boolean() }),
  /** Match patterns of the hosts whose pictures a saved article shows and does not keep yet. */
  'picture-hosts': v.object({ article: text }),
  /** Fetches and keeps them, once the reader has permitted the hosts. */
  'keep-pictures': v.object({ article: text }),
  /** A page of ours made the file of a scheduled backup, or could not; see `lib/archive/transfer/backup`. */
  'backup-made': v.object({
    made: v.variant('result', [
      v.object({
        result: v.literal('made'),
        address: text,
        name: text,
        articles: v.number(),
        at: text,
      }),
      v.object({ result: v.literal('failed'), reason: text }),
    ]),
  }),
  'open-library': v.object({
    view: v.optional(text),
    id: v.optional(text),
    /** Search words, for what has no id. */
    query: v.optional(text),
    /** The event at whose place the article is opened. */
    event: v.optional(text),
  }),
} as const

export type SavedState =
  | { state: 'new' }
  | { state: 'saved'; article: string; savedAt: string; pages?: KeptPages; joined?: number }
  | { state: 'changed'; article: string; savedAt: string; pages?: KeptPages }
  /** A page of a saved article that is not kept yet. */
  | { state: 'next-page'; article: string; savedAt: string; pages: KeptPages; page: number }

/** A distinct entity of the page, most telling first. */
export interface TermLine {
  entity: string | null
  headword: string
  kind: Kind
  gloss: string
  count: number
  refersTo: EntityLine | null
}

/** Why no extension can read the page, or why ours cannot yet. */
export type Unreadable = 'unseen' | 'browser' | 'store' | 'pdf' | 'unreachable'

/** What the popup shows: each state has a designed screen. */
export type PageState =
  /** `granted`: access that stays; false where one press let us in for this page. */
  | { state: 'not-article'; host: string; granted: boolean }
  | { state: 'restricted'; why: Unreadable }
  /** A site that the reader has not permitted: nothing is known of the page. */
  | { state: 'not-permitted'; host: string }
  | { state: 'site-off'; host: string }
  | { state: 'withheld'; host: string }
  | { state: 'failed'; reason: string; granted: boolean }
  | {
      state: 'ready'
      host: string
      granted: boolean
      title: string
      url: string
      publishedAt: string | null
      terms: TermLine[]
      saved: SavedState
      truncated: boolean
      /** Only the first part of the page was read for marks and terms: it is very long. */
      cut: boolean
    }

/** A save refused or done, and what to tell the reader. */
export type SaveResult =
  | { result: 'saved'; article: string; revision: string }
  | { result: 'already'; article: string; savedAt: string }
  | { result: 'revised'; article: string; revision: string; previous: string }
  /** A page was added to those that are kept. */
  | { result: 'joined'; article: string; revision: string; pages: KeptPages }
  | { result: 'ask-private' }
  | { result: 'not-article' }
  | { result: 'full' }
  | { result: 'failed'; reason: string }

export interface SearchHit {
  article: string
  title: string
  publisher: string | null
  publishedAt: string | null
  savedAt: string
  /** Text around the hit; `marks` are UTF-16 offsets into it. */
  snippet: string
  marks: { start: number; end: number }[]
}

/** What the background answers. */
export interface Answers {
  annotate: {
    mentions: Mention[]
    locals: LocalEntity[]
  }
  /** No more than is painted: a book names the same few thousands of times. */
  'page-marks': {
    /** In reading order. */
    marks: PlannedMark[]
    terms: PageTerm[]
    locals: LocalEntity[]
    /** The document's day or instant of publication. */
    publishedAt: string | null
    /** The document is longer than what is read of it. */
    cut: boolean
  }
  /** Nothing: it is shown on the toolbar button, and the page's process is not to know. */
  'saved-state': Record<string, never>
  card: Card
  'plain-card': Card
  'frame-token': { token: string }
  'open-frame': Record<string, never>
  'need-card': { injected: boolean }
  page: PageState
  'activate-tab': { result: 'started' | 'refused' }
  timeline: { events: EventLine[]; total: number }
  story: StoryAnswer
  'more-of-story': MoreOfStory
  save: SaveResult
  search: { hits: SearchHit[]; total: number }
  correct: { id: string }
  'undo-correction': Record<string, never>
  'keep-note': Record<string, never>
  /** Since when it was followed before. */
  follow: { since: string | null }
  settings: Settings
  'set-settings': Settings
  'site-switch': Settings
  'picture-hosts': { origins: string[] }
  'keep-pictures': { result: 'done'; kept: number; failed: number } | { result: 'refused' }
  'backup-made': Record<string, never>
  'open-library': Record<string, never>
}

export type RequestName = keyof typeof requests
export type Request<N extends RequestName> = v.InferInput<(typeof requests)[N]>
/** Every answer comes wrapped, so that a failure is never mistaken for one. */
export type Reply<N extends RequestName> =
  | { ok: true; answer: Answers[N] }
  | { ok: false; error: Failure }

/** What can go wrong, in terms that each surface puts into the reader's language. */
export interface Failure {
  code: 'bad-request' | 'not-ready' | 'storage-full' | 'storage-refused' | 'no-tab' | 'failed'
  detail: string
}

/** What the background asks of a page's content script. */
export interface ContentRequests {
  'content:page': {
    request: Record<string, never>
    answer: {
      state: 'ready' | 'not-article' | 'site-off' | 'failed'
      title: string
      url: string
      publishedAt: string | null
      terms: PageTerm[]
      /** The page is longer than what is read of it. */
      cut: boolean
      reason: string | null
    }
  }
  /** The reader pressed «use here»: read the page even where it looks like no article. */
  'content:read-anyway': { request: Record<string, never>; answer: Record<string, never> }
  'content:refresh': { request: Record<string, never>; answer: Record<string, never> }
  /** A keyboard command: step to a term, open its card. */
  'content:command': {
    request: { command: 'next-term' | 'previous-term' | 'open-card' }
    answer: Record<string, never>
  }
}
export type ContentRequestName = keyof ContentRequests
