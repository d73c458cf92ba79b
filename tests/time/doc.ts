/** A document of paragraphs, for tests of what is found in it. */
import type { Document } from '../../lib/article/document'
import { findTimes } from '../../lib/time/find'

export const documentOf = (texts: readonly string[], publishedAt: string | null): Document => ({
  url: null,
  publisher: null,
  publishedAt,
  blocks: texts.map((text, k) => ({ kind: 'paragraph', id: `b${k}`, runs: [{ text }] })),
})

/** `surface = value` of every expression of a text. */
export const read = (text: string, publishedAt: string | null = '2026-03-19'): string[] =>
  findTimes(documentOf([text], publishedAt)).map(({ surface, value }) => `${surface} = ${value}`)
