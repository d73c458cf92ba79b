/** What those who want a text read and the worker that reads it say to each other. Plain data. */
import type { Annotation, ReaderEvidence } from '../annotation'
import type { Document } from '../article/document'

export type What = 'annotate' | 'mentions'

export interface Job {
  say: 'read'
  id: string
  what: What
  document: Document
  reader: ReaderEvidence | null
}

export type FromEngine =
  /** The record is open: what is asked from now on is heard. */
  | { say: 'ready' }
  | { say: 'done'; id: string; found: Annotation | Pick<Annotation, 'mentions' | 'locals'> }
  | { say: 'failed'; id: string; reason: string }

export type ToEngine =
  | Job
  | { say: 'ping' }
  /** The compiled glossary; the worker itself may fetch nothing. */
  | { say: 'record'; record: ArrayBuffer }

/** Channel between the background and the page that holds the worker, where there must be one. */
export const CHANNEL = 'bunmyaku-engine'
