/** What the extractor takes from a page: an article, before it is saved. */
import * as v from 'valibot'
import { Block, type Document, Image } from './document'
import { MOST_PAGES } from './page-address'
import { TITLE_BLOCK } from './title-block'

const short = v.pipe(v.string(), v.maxLength(1_000))
const address = v.pipe(v.string(), v.maxLength(4_000))
const instant = v.pipe(v.string(), v.maxLength(40))

/** Of an article of several pages, counted from 1. */
export const PageNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_PAGES))

/** A page of an article and its address. */
export const KnownPage = v.object({ page: PageNumber, url: address })
export type KnownPage = v.InferOutput<typeof KnownPage>

export const Paging = v.object({
  /** Which page this is. */
  page: PageNumber,
  /** How many there are, as far as this page tells. */
  total: PageNumber,
  /** Addresses of pages, this one's included, in order. */
  known: v.pipe(v.array(KnownPage), v.maxLength(MOST_PAGES)),
})
export type Paging = v.InferOutput<typeof Paging>

export const ExtractedArticle = v.object({
  /** Canonical address: no tracking parameters, no mobile or AMP host. */
  url: address,
  /** Every address that named this page; of its other pages too. */
  addresses: v.array(address),
  /** Where the page stood, as the address bar had it. */
  location: v.optional(address),
  /** Addresses that the page gives itself (canonical link, og:url, JSON-LD), best first: see `believed.ts`. */
  said: v.optional(v.pipe(v.array(address), v.maxLength(20))),
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
  /** Where the article has several pages and this is one of them; `url` is then the whole's. */
  paging: v.optional(Paging),
})
export type ExtractedArticle = v.InferOutput<typeof ExtractedArticle>

export { TITLE_BLOCK }

/** The article as the engine reads it: headline first, then the body. */
export const toDocument = (
  article: Pick<ExtractedArticle, 'url' | 'publisher' | 'publishedAt' | 'title' | 'blocks'>,
): Document => ({
  url: article.url,
  // Kept articles may have a longer one, of a time before it was cut where it is read.
  publisher: article.publisher?.slice(0, 300) ?? null,
  publishedAt: article.publishedAt,
  blocks: [
    { kind: 'heading', id: TITLE_BLOCK, level: 1, runs: [{ text: article.title }] },
    ...article.blocks,
  ],
})
