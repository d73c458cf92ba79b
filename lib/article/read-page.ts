/** The page as the engine's document, with the way back from every character to the page. */
import type { Document } from './document'
import { findPublished } from './published'
import { type ReadBlock, readBlocks } from './read-blocks'
import { findRegion, type Region } from './region'
import { siteOf } from './sites'
import { TITLE_BLOCK } from './title-block'

export interface ReadPage {
  region: Region
  /** The headline's blocks (ids begin with `title`), then the body's. */
  blocks: ReadBlock[]
  document: Document
}

/** Reads the article on a page; null where the page is none. Changes nothing on it. */
export function readPage(page: globalThis.Document, url: string): ReadPage | null {
  const site = siteOf(url)
  const region = findRegion(page, url, site)
  if (!region) return null
  const { headline, body, drop } = region
  const title = headline ? readBlocks([headline]).slice(0, 1) : []
  for (const { block } of title) block.id = TITLE_BLOCK
  const blocks = [...title, ...readBlocks(body, { skip: headline, drop })]
  return {
    region,
    blocks,
    document: {
      url,
      publisher: site?.publisher ?? null,
      publishedAt: findPublished(page, url),
      blocks: blocks.map(({ block }) => block),
    },
  }
}
