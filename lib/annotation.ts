/** The engine's one call, as every surface and the command line know it. */
import type { Document } from './article/document'
import type { FoundEvent } from './events/schema'
import type { LocalEntity, Mention } from './linking/mention'
import type { TimeExpression } from './time/expression'

export interface Annotation {
  mentions: Mention[]
  /** Entities that only this text knows; a mention of one has `entity: null` and its headword. */
  locals: LocalEntity[]
  dates: TimeExpression[]
  events: FoundEvent[]
}

/** What the reader's corrections change. */
export interface ReaderEvidence {
  /** Form → entity pairs called wrong on this very page. */
  wrongHere: { form: string; entity: string | null }[]
  /** Form → entity pairs called wrong elsewhere: their weight is lowered. */
  wrongElsewhere: { form: string; entity: string | null }[]
  hidden: string[]
}

/** Pure: the same document and glossary give the same annotation, whatever the clock says. */
export interface Engine {
  /** Version of the glossary that the engine reads with. */
  readonly version: string
  /** Whole-document call. Linear in the text's length; never throws on any string. */
  annotate(document: Document, reader?: ReaderEvidence): Annotation
  /** Mentions alone: what the page's marks need. */
  mentions(document: Document, reader?: ReaderEvidence): Pick<Annotation, 'mentions' | 'locals'>
}

/** For whom a text is read: work for a tab that is gone, or that has become another, is dropped. */
export interface ReadFor {
  tab: number | null
}

/**
 * The engine as those call it who may wait: it may answer at once, or work on another thread. What
 * is long is never read where others wait for answers.
 */
export interface Reads {
  readonly version: string
  /** @throws (rejects) where the work was dropped, or took longer than it may */
  annotate(
    document: Document,
    reader?: ReaderEvidence,
    of?: ReadFor,
  ): Annotation | Promise<Annotation>
  mentions(
    document: Document,
    reader?: ReaderEvidence,
    of?: ReadFor,
  ): Pick<Annotation, 'mentions' | 'locals'> | Promise<Pick<Annotation, 'mentions' | 'locals'>>
}
