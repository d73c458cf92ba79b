/**
 * Articles of several pages: what a save of one of them makes of what is kept.
 *
 * A page that was not there is joined: the revision grows, nothing of it changes. A page that was
 * there with another text makes a new revision, in which the other pages stay as they are. The
 * text is the pages' in their order, so that the order of saving does not matter.
 */
import { blockText } from '../article/block-text'
import type { Block } from '../article/document'
import type { ExtractedArticle, KnownPage, Paging } from '../article/extracted'
import { textHash } from './hash'
import type { Article, KeptPages, PagePart, Revision } from './schema'

/** What is kept of an article, as far as it matters here. */
export interface Kept {
  article: Pick<Article, 'truncated' | 'url' | 'pages'>
  revision: Omit<Revision, 'id' | 'article' | 'mentions' | 'locals'>
}

/** The text as it shall stand, its facts those of its lowest page. */
export interface Whole extends ExtractedArticle {
  hash: string
  parts?: PagePart[]
  pages?: KeptPages
}

export type Placed =
  /** Nothing of it is new. */
  | { step: 'same' }
  /** A page that was missing: the latest revision grows. `facts`: it is the lowest page now. */
  | { step: 'join'; whole: Whole; facts: boolean; page: number }
  /** Another text than the one that is kept. */
  | { step: 'revise'; whole: Whole; facts: boolean }

/** What saving `input` makes of what is kept; `hash` is the input's own. */
export async function placePage(
  kept: Kept,
  input: ExtractedArticle,
  hash: string,
  savedAt: string,
): Promise<Placed> {
  if (input.blocks.length === 0) return { step: 'same' }
  const paging = pagingOf(kept, input)
  const { article, revision } = kept
  if (!paging) {
    if (revision.hash === hash || (input.truncated && !article.truncated)) return { step: 'same' }
    return { step: 'revise', whole: { ...input, hash }, facts: true }
  }
  if (!revision.parts && isWithin(input.blocks, revision.blocks, paging.page))
    return { step: 'same' }
  const pages = pagesOf(kept, paging.known)
  const old = pages.find(({ part }) => part.page === paging.page)
  if (old && (old.part.hash === hash || (input.truncated && !old.part.truncated)))
    return { step: 'same' }
  const others = pages.filter((one) => one !== old)
  if (!old && isRepeated(input.blocks, others)) return { step: 'same' }
  const added = asPage(input, paging, hash, savedAt)
  const facts = others.every(({ part }) => part.page > paging.page)
  const whole = await joined([...others, added], kept, input, facts, paging)
  if (old) return { step: 'revise', whole, facts }
  return { step: 'join', whole, facts, page: paging.page }
}

/** The first save of an article: one of its pages, or all there is. */
export function firstPage(input: ExtractedArticle, hash: string, savedAt: string): Whole {
  const { paging } = input
  if (!paging) return { ...input, hash }
  const { part, blocks } = asPage(input, paging, hash, savedAt)
  const pages = { total: paging.total, kept: [paging.page], known: paging.known }
  return { ...input, blocks, hash, parts: [part], pages }
}

export interface Page {
  part: PagePart
  blocks: Block[]
}

/** Blocks of every page but the first are named after it, so that no two have one id. */
const asPage = (
  { blocks, truncated }: Pick<ExtractedArticle, 'blocks' | 'truncated'>,
  { page, total }: Pick<Paging, 'page' | 'total'>,
  hash: string,
  savedAt: string,
): Page => ({
  part: { page, total, hash, savedAt, truncated, blocks: blocks.length },
  blocks: page === 1 ? blocks : blocks.map((block) => ({ ...block, id: `${page}.${block.id}` })),
})

/**
 * A revision's pages; of one that was saved before it was known to be a page, itself as the one that
 * its address says, else the first. A bookmark without a text is none.
 */
function pagesOf({ article, revision }: Kept, known: readonly KnownPage[]): Page[] {
  const { parts, blocks, hash, savedAt } = revision
  if (parts) return partsOf(parts, blocks)
  if (blocks.length === 0) return []
  const page = known.find(({ url }) => url === article.url)?.page ?? 1
  const { truncated } = article
  return [asPage({ blocks, truncated }, { page, total: page }, hash, savedAt)]
}

/** A revision's blocks by page. */
export function partsOf(parts: readonly PagePart[], blocks: readonly Block[]): Page[] {
  let from = 0
  return parts.map((part) => {
    const start = from
    from += part.blocks
    return { part, blocks: blocks.slice(start, from) }
  })
}

async function joined(
  pages: readonly Page[],
  { article, revision }: Kept,
  input: ExtractedArticle,
  facts: boolean,
  paging: Paging,
): Promise<Whole> {
  const ordered = [...pages].sort((a, b) => a.part.page - b.part.page)
  const parts = ordered.map(({ part }) => part)
  const blocks = ordered.flatMap((page) => page.blocks)
  const title = facts ? input.title : revision.title
  return {
    ...input,
    title,
    leadImage: facts ? input.leadImage : revision.leadImage,
    modifiedAt: facts ? input.modifiedAt : revision.modifiedAt,
    truncated: parts.some(({ truncated }) => truncated),
    blocks,
    hash: await textHash({ title, blocks }),
    parts,
    pages: keptPages(
      parts,
      [...(article.pages?.known ?? []), ...paging.known],
      article.pages?.apart?.filter((page) => page !== paging.page),
    ),
  }
}

/**
 * What an article says of its pages, from its revision's parts, the addresses that were met, and the
 * pages that the reader took out.
 */
export function keptPages(
  parts: readonly PagePart[],
  known: readonly KnownPage[],
  apart: readonly number[] = [],
): KeptPages {
  const kept = parts.map(({ page }) => page)
  const byPage = new Map([...known].reverse().map((one) => [one.page, one]))
  return {
    total: Math.max(...kept, ...parts.map(({ total }) => total)),
    kept,
    known: [...byPage.values()].sort((a, b) => a.page - b.page),
    ...(apart.length > 0 && { apart: [...apart] }),
  }
}

/** Pages that are there and not kept. */
export const missingPages = ({ total, kept }: Pick<KeptPages, 'total' | 'kept'>): number[] =>
  Array.from({ length: total }, (_, at) => at + 1).filter((page) => !kept.includes(page))

/**
 * Which page the input is. A page whose pager was not there (a script had not made it yet) is known
 * by its address, or by not holding what the other pages hold.
 */
function pagingOf({ article, revision }: Kept, input: ExtractedArticle): Paging | null {
  if (input.paging) return input.paging
  const { pages } = article
  if (!pages || !revision.parts) return null
  const named = pages.known.find(
    ({ page, url }) => page > 1 && (input.url === url || input.addresses.includes(url)),
  )
  const all = partsOf(revision.parts, revision.blocks).every(({ blocks }) =>
    holds(input.blocks, blocks),
  )
  return named || !all ? { ...pages, page: named?.page ?? 1 } : null
}

/** The whole was kept from one page that shows all of it: this page brings nothing. */
const isWithin = (part: readonly Block[], whole: readonly Block[], page: number): boolean =>
  holds(whole, part) && (page > 1 || whole.length > part.length * 1.5)

/** All that the page says stands in another one: a pager of comments or of a list shows it so. */
function isRepeated(blocks: readonly Block[], others: readonly Page[]): boolean {
  const there = new Set(others.flatMap((page) => page.blocks).map(blockText))
  const texts = blocks.map(blockText).filter((text) => text.length > 10)
  return texts.length > 0 && texts.every((text) => there.has(text))
}

/** More than half of what `part` says stands in `whole` too. */
function holds(whole: readonly Block[], part: readonly Block[]): boolean {
  const there = new Set(whole.map(blockText))
  const texts = part.map(blockText).filter((text) => text.length > 10)
  return texts.length > 0 && texts.filter((text) => there.has(text)).length * 2 > texts.length
}
