/** Tells whether a page, read again, still says the same. */
import { blockText } from '../article/block-text'
import type { Document } from '../article/document'

/** Two documents with the same fingerprint have the same mentions. */
export const fingerprint = ({ url, publishedAt, blocks }: Document): string =>
  [
    url,
    publishedAt,
    ...blocks.map((block) => `${block.id} ${block.kind} ${blockText(block)}`),
  ].join('\n')
