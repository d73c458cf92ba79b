/** The pages of an article that two archives hold, put together: without waiting, inside a transaction. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { TITLE_BLOCK } from '../../article/title-block'
import { hashedText } from '../hash'
import { partsOf } from '../pages'
import type { Revision } from '../schema'

/**
 * Two revisions of one article that hold different pages of it, as one under the first's id: its
 * pages are the union. Null where either is no collection of pages, a page differs, or blocks of
 * different pages have one name.
 *
 * @param apart pages that the reader took out here: they do not come back with a file
 */
export function unitePages(
  here: Revision,
  there: Revision,
  apart: readonly number[] = [],
): Revision | null {
  if (!here.parts || !there.parts) return null
  const own = partsOf(here.parts, here.blocks)
  const others = partsOf(there.parts, there.blocks).filter(
    ({ part }) => !apart.includes(part.page) && !own.some((one) => one.part.page === part.page),
  )
  const differ = there.parts.some((part) =>
    own.some((one) => one.part.page === part.page && one.part.hash !== part.hash),
  )
  if (differ) return null
  const pages = [...own, ...others].sort((a, b) => a.part.page - b.part.page)
  const first = pages[0] && own.includes(pages[0]) ? here : there
  const { title, leadImage, modifiedAt } = first
  const blocks = pages.flatMap((page) => page.blocks)
  const order = new Map(blocks.map(({ id }, at) => [id, at]))
  if (order.size < blocks.length) return null
  const added = new Set(others.flatMap((page) => page.blocks.map(({ id }) => id)))
  // The headline is the first page's, and so are its names.
  const mentions = [
    ...first.mentions.filter(({ block }) => block === TITLE_BLOCK),
    ...here.mentions.filter(({ block }) => block !== TITLE_BLOCK),
    ...there.mentions.filter(({ block }) => added.has(block)),
  ].sort((a, b) => (order.get(a.block) ?? -1) - (order.get(b.block) ?? -1))
  const named = [...there.locals, ...here.locals].map((one) => [one.headword, one] as const)
  const locals = [...new Map(named).values()]
  const parts = pages.map(({ part }) => part)
  const hash = bytesToHex(sha256(utf8ToBytes(hashedText({ title, blocks }))))
  return { ...here, title, leadImage, modifiedAt, blocks, mentions, locals, parts, hash }
}
