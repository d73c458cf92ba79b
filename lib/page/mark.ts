/** A mark as it stands on the page. */
import type { PlannedMark } from '../page-marks'

/** Our own list of ranges: a Highlight cannot be iterated in Firefox. */
export interface Mark extends PlannedMark {
  ranges: Range[]
}

/** The boxes of a mark in the window; none where its text has left the page. */
export const rectsOf = (mark: Mark): DOMRect[] =>
  mark.ranges.flatMap((range) =>
    range.startContainer.isConnected && !range.collapsed ? [...range.getClientRects()] : [],
  )

/** The same term at the same place, painted the same way. */
const isSame = (a: Mark, b: Mark): boolean =>
  a.mention.entity === b.mention.entity &&
  a.mention.surface === b.mention.surface &&
  a.tint === b.tint &&
  a.followed === b.followed &&
  a.ranges.length === b.ranges.length &&
  a.ranges.every((range, k) => {
    const other = b.ranges[k]
    return (
      range.startContainer === other?.startContainer &&
      range.startOffset === other.startOffset &&
      range.endOffset === other.endOffset
    )
  })

/**
 * The new marks, with those that stood there before as the very same objects: an open card and the
 * keyboard's place hold on to theirs while the page is read again.
 * @returns null where nothing has changed
 */
export function keepMarks(before: readonly Mark[], now: readonly Mark[]): Mark[] | null {
  const there = new Map<Node | undefined, Map<number | undefined, Mark>>()
  for (const mark of before) {
    const { startContainer, startOffset } = mark.ranges[0] ?? {}
    const inNode = there.get(startContainer) ?? new Map<number | undefined, Mark>()
    there.set(startContainer, inNode.set(startOffset, mark))
  }
  const kept = now.map((mark) => {
    const { startContainer, startOffset } = mark.ranges[0] ?? {}
    const old = there.get(startContainer)?.get(startOffset)
    return old && isSame(old, mark) ? old : mark
  })
  const unchanged = kept.length === before.length && kept.every((mark, k) => mark === before[k])
  return unchanged ? null : kept
}
