/** A mark as it stands on the page. */
import type { PlannedMark } from './painting-plan'

/** Our own list of ranges: a Highlight cannot be iterated in Firefox. */
export interface Mark extends PlannedMark {
  ranges: Range[]
}

/** The boxes of a mark in the window; none where its text has left the page. */
export const rectsOf = (mark: Mark): DOMRect[] =>
  mark.ranges.flatMap((range) =>
    range.startContainer.isConnected && !range.collapsed ? [...range.getClientRects()] : [],
  )
