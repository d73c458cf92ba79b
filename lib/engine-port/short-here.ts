/**
 * Short texts are read at once, where they were asked for; long ones elsewhere. A worker takes its
 * time to start, and an ordinary article is read sooner than that; but what is long would keep
 * whoever waits for another answer waiting.
 */
import type { Reads } from '../annotation'
import { documentText } from '../article/block-text'
import type { Document } from '../article/document'

/** UTF-16 units: a long article, some tens of milliseconds. */
export const SHORT = 16_000

/** @param here answers at once; `elsewhere` is made when the first long text comes */
export function shortHere(here: Reads, elsewhere: () => Reads): Reads {
  const by = (document: Document): Reads =>
    documentText(document).length <= SHORT ? here : elsewhere()
  return {
    version: here.version,
    annotate: (document, reader, of) => by(document).annotate(document, reader, of),
    mentions: (document, reader, of) => by(document).mentions(document, reader, of),
  }
}
