/** A page that looks like no article, read because the reader asked for it. */
import { get, query } from '../../lib/article/dom'
import { readBlocksInSteps } from '../../lib/article/read-blocks'
import type { ReadPage } from '../../lib/article/read-page'
import type { Steps } from '../../lib/article/steps'

/** The page's main part, or all of it; null where there is no text. */
export function* readAnyway(page: Document, url: string): Steps<Omit<ReadPage, 'region'> | null> {
  const root = query(page, 'main') ?? query(page, 'body') ?? get(page, 'documentElement')
  const blocks = yield* readBlocksInSteps([root])
  if (blocks.length === 0) return null
  return {
    blocks,
    document: {
      url,
      publisher: null,
      publishedAt: null,
      blocks: blocks.map(({ block }) => block),
    },
  }
}
