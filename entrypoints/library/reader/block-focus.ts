/** Reading by keyboard: from block to block, and from sentence to sentence within one. */
import { sentences } from '../../../lib/text/sentences'
import { offsetIn, textNodes } from './selection'

const blocksIn = (root: Element): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('[data-block]'),
]

/** The block that the focus is on or in. */
export const focusedBlock = (root: Element): HTMLElement | null => {
  const block = document.activeElement?.closest<HTMLElement>('[data-block]') ?? null
  return block && root.contains(block) ? block : null
}

/** Brings the focus to a block, which is then the one that Tab comes back to. */
export function focusBlock(root: Element, id: string | null): void {
  const blocks = blocksIn(root)
  const to = blocks.find((block) => block.dataset.block === id) ?? blocks[0]
  if (!to) return
  for (const block of blocks) block.tabIndex = block === to ? 0 : -1
  to.focus({ preventScroll: true })
  to.scrollIntoView({ block: 'nearest' })
}

/** To the next block or the one before; from elsewhere to the one last used. */
export function stepBlock(root: Element, step: 1 | -1): void {
  const blocks = blocksIn(root)
  const here = focusedBlock(root)
  const at = here ? blocks.indexOf(here) + step : blocks.findIndex(({ tabIndex }) => tabIndex === 0)
  const to = blocks[Math.min(blocks.length - 1, Math.max(0, at))]
  if (to) focusBlock(root, to.dataset.block ?? null)
}

/**
 * Selects the sentence after the selected one, or the first; after the last comes the first again.
 * The browser's own Shift and arrows widen it.
 */
export function selectSentence(block: Element): void {
  const nodes = textNodes(block)
  const text = nodes.map(({ data }) => data).join('')
  const spans = sentences(text)
  const selection = getSelection()
  const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null
  const inside = range !== null && block.contains(range.startContainer)
  const from = inside ? offsetIn(block, range.startContainer, range.startOffset) : -1
  const span = spans.find(({ start }) => start > from) ?? spans[0]
  const start = span && pointAt(nodes, span.start, 'start')
  const end = span && pointAt(nodes, span.end, 'end')
  if (start && end) selection?.setBaseAndExtent(start.node, start.offset, end.node, end.offset)
}

/** The text node and the offset in it; where two touch, the one that what is selected lies in. */
function pointAt(nodes: readonly Text[], offset: number, edge: 'start' | 'end') {
  let before = 0
  for (const node of nodes) {
    const within = offset - before
    if (edge === 'start' ? within < node.length : within <= node.length)
      return { node, offset: within }
    before += node.length
  }
  return null
}
