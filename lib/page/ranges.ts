/** From a stretch of a block's text back to the page: a mention is a list of ranges. */
import type { Segment } from '../article/read-blocks'

/**
 * Ranges that cover the text from `start` to `end` (UTF-16 offsets into the block's text) and
 * nothing else: a ruby reading between two parts lies in none of them. One range for each text node.
 * @param segments in order of their `start`
 * @returns an empty list where the page has changed since it was read
 */
export function rangesOf(segments: readonly Segment[], start: number, end: number): Range[] {
  const parts: { node: Text; from: number; to: number }[] = []
  for (let k = firstEndingAfter(segments, start); k < segments.length; k++) {
    const segment = segments[k]
    if (!segment || segment.start >= end) break
    const { node, nodeStart, start: at, length } = segment
    if (length === 0) continue
    const from = nodeStart + Math.max(0, start - at)
    const to = nodeStart + Math.min(length, end - at)
    const last = parts.at(-1)
    // White space that the page's source has and the text has not joins its two sides.
    if (last?.node === node) last.to = to
    else parts.push({ node, from, to })
  }
  try {
    return parts.map(({ node, from, to }) => {
      const range = new Range()
      range.setStart(node, from)
      range.setEnd(node, to)
      return range
    })
  } catch {
    return []
  }
}

/** A block of a crowded page has a segment for each of its elements: they are not all looked at. */
function firstEndingAfter(segments: readonly Segment[], offset: number): number {
  let [low, high] = [0, segments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const { start, length } = segments[middle] ?? { start: 0, length: 0 }
    if (start + length <= offset) low = middle + 1
    else high = middle
  }
  return low
}
