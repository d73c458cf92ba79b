/** Sections of a document: a heading and what stands under it. */
import type { Block } from '../article/document'

/**
 * Section number of each block id, counted from 0 in reading order.
 * A first-level heading is a section by itself: a term in the headline is marked there and again
 * where the body first names it.
 */
export function sectionsOf(blocks: readonly Block[]): Map<string, number> {
  const sections = new Map<string, number>()
  let section = 0
  let empty = true
  for (const block of blocks) {
    if (block.kind === 'heading' && !empty) section += 1
    sections.set(block.id, section)
    empty = false
    if (block.kind === 'heading' && block.level === 1) {
      section += 1
      empty = true
    }
  }
  return sections
}
