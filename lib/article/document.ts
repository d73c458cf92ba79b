/**
 * The document: what the engine reads and the archive keeps.
 *
 * A page, a saved article and a text file all become one of these, so that evidence anywhere in a
 * text can decide anything in it. All offsets into a block are UTF-16 code units of `blockText`.
 */
import * as v from 'valibot'

const text = v.pipe(v.string(), v.maxLength(2_000_000))

/** A stretch of text with one set of inline properties. `ruby` is the reading printed above `text`. */
export const Run = v.object({
  text,
  ruby: v.optional(v.pipe(v.string(), v.maxLength(500))),
  href: v.optional(v.pipe(v.string(), v.maxLength(4_000))),
  mark: v.optional(v.picklist(['strong', 'emphasis'])),
})
export type Run = v.InferOutput<typeof Run>

const runs = v.array(Run)
/** Stable within one document; the archive anchors notes and evidence to it. */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80))

export const Image = v.object({
  src: v.pipe(v.string(), v.maxLength(4_000)),
  alt: v.optional(v.pipe(v.string(), v.maxLength(2_000)), ''),
  width: v.optional(v.number()),
  height: v.optional(v.number()),
  /** Content hash of the stored picture, where the reader asked to keep it. */
  stored: v.optional(v.string()),
})
export type Image = v.InferOutput<typeof Image>

export const Block = v.variant('kind', [
  v.object({
    kind: v.literal('heading'),
    id,
    level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)),
    runs,
  }),
  v.object({ kind: v.literal('paragraph'), id, runs }),
  v.object({
    kind: v.literal('item'),
    id,
    ordered: v.boolean(),
    depth: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20)),
    runs,
  }),
  v.object({ kind: v.literal('quote'), id, runs }),
  v.object({ kind: v.literal('figure'), id, image: Image, runs }),
  v.object({ kind: v.literal('table'), id, rows: v.array(v.array(runs)) }),
])
export type Block = v.InferOutput<typeof Block>

export const Document = v.object({
  /** Address as the reader saw it, or null for text without one. */
  url: v.nullable(v.pipe(v.string(), v.maxLength(4_000))),
  publisher: v.nullable(v.pipe(v.string(), v.maxLength(300))),
  /** ISO 8601 day (`2026-03-19`), month, or instant with zone; null where the page does not say. */
  publishedAt: v.nullable(v.pipe(v.string(), v.maxLength(40))),
  blocks: v.array(Block),
})
export type Document = v.InferOutput<typeof Document>
