/** The page as the engine's document, with the way back from every character to the page. */
import type { Document } from './document'
import { type ReadBlock, readBlocksInSteps } from './read-blocks'
import { findRegionInSteps, type Region } from './region'
import { siteOf } from './sites'
import { complete, type Steps } from './steps'
import { TITLE_BLOCK } from './title-block'

export interface ReadPage {
  region: Region
  /** The headline's blocks (ids begin with `title`), then the body's. */
  blocks: ReadBlock[]
  /** Without its day of publication, which is judged where bytes are cheaper: see `published.ts`. */
  document: Document
}

/** Reads the article on a page; null where the page is none. Changes nothing on it. */
export function* readPageInSteps(page: globalThis.Document, url: string): Steps<ReadPage | null> {
  const site = siteOf(url)
  const region = yield* findRegionInSteps(page, url, site)
  if (!region) return null
  const { headline, body, drop, asides } = region
  const title = headline ? (yield* readBlocksInSteps([headline])).slice(0, 1) : []
  for (const { block } of title) block.id = TITLE_BLOCK
  const blocks = [...title, ...(yield* readBlocksInSteps(body, { skip: headline, drop, asides }))]
  return {
    region,
    blocks,
    document: {
      url,
      publisher: site?.publisher ?? null,
      publishedAt: null,
      blocks: blocks.map(({ block }) => block),
    },
  }
}

/** All of {@link readPageInSteps} at once. */
export const readPage = (page: globalThis.Document, url: string): ReadPage | null =>
  complete(readPageInSteps(page, url))
