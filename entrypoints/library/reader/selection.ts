/** What the reader selected in an article, as offsets into its blocks' text. */
import type { TextSpan } from '../../../lib/events/schema'

/** Text that a block shows beyond its own: readings of ruby, margin notes. */
const NOT_TEXT = 'rt, rp, [data-not-text]'

/**
 * Offset of a DOM position in the text of the block element around it, ruby's readings left out.
 * UTF-16 units; the same count as `blockText`, since cells of a table are told apart by one unit.
 */
export function offsetIn(block: Element, node: Node, offset: number): number {
  const before = document.createRange()
  before.selectNodeContents(block)
  before.setEnd(node, offset)
  const part = before.cloneContents()
  for (const extra of part.querySelectorAll(NOT_TEXT)) extra.remove()
  return part.textContent?.length ?? 0
}

/** The text nodes whose text is a block's own, in order: what `offsetIn` counts. */
export function textNodes(block: Element): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && !node.parentElement?.closest(NOT_TEXT)) nodes.push(node)
  return nodes
}

/** The selected stretch of one block; null where nothing or more than one block is selected. */
export function selectedSpan(root: Element): (TextSpan & { rect: DOMRect }) | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const block = blockOf(range.startContainer, root)
  const id = block?.getAttribute('data-block')
  if (!block || !id || block !== blockOf(range.endContainer, root)) return null
  const start = offsetIn(block, range.startContainer, range.startOffset)
  const end = offsetIn(block, range.endContainer, range.endOffset)
  return end > start ? { block: id, start, end, rect: range.getBoundingClientRect() } : null
}

function blockOf(node: Node, root: Element): Element | null {
  const element = node instanceof Element ? node : node.parentElement
  const block = element?.closest('[data-block]') ?? null
  return block && root.contains(block) ? block : null
}
