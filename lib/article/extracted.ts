/** What the extractor takes from a page: an article, before it is saved. */
import * as v from 'valibot'
import { Block, type Document, Image } from './document'
import { TITLE_BLOCK } from './title-block'

const short = v.pipe(v.string(), v.maxLength(1_000))
const address = v.pipe(v.string(), v.maxLength(4_000))
const instant = v.pipe(v.string(), v.maxLength(40))

export const ExtractedArticle = v.object({
  /** Canonical address: no tracking parameters, no mobile or AMP host. */
  url: address,
  /** Every address that named this page: location, canonical link, og:url. */
  addresses: v.array(address),
  title: short,
  publisher: v.nullable(short),
  byline: v.nullable(short),
  section: v.nullable(short),
  keywords: v.array(short),
  /** Instant with zone, or a day where the page tells no more. */
  publishedAt: v.nullable(instant),
  modifiedAt: v.nullable(instant),
  /** The page shows only the start of the article. */
  truncated: v.boolean(),
  leadImage: v.nullable(Image),
  /** The body; the headline is `title`. */
  blocks: v.array(Block),
})
export type ExtractedArticle = v.InferOutput<typeof ExtractedArticle>

export { TITLE_BLOCK }

/** The article as the engine reads it: headline first, then the body. */
export const toDocument = (
  article: Pick<ExtractedArticle, 'url' | 'publisher' | 'publishedAt' | 'title' | 'blocks'>,
): Document => ({
  url: article.url,
  publisher: article.publisher,
  publishedAt: article.publishedAt,
  blocks: [
    { kind: 'heading', id: TITLE_BLOCK, level: 1, runs: [{ text: article.title }] },
    ...article.blocks,
  ],
})
