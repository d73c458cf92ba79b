/** How much of one text stands in another: what tells a new version from another article. */
import { blockText } from '../article/block-text'
import type { Block } from '../article/document'

/** Characters that are compared; the rest of a long article says the same. */
const MOST = 30_000
/** Units of one piece: three words or so. */
const PIECE = 5

const piecesOf = (blocks: readonly Block[]): Set<string> => {
  const text = blocks.map(blockText).join('').normalize('NFKC').replace(/\s+/gu, '').slice(0, MOST)
  const pieces = new Set<string>()
  for (let at = 0; at + PIECE <= text.length; at++) pieces.add(text.slice(at, at + PIECE))
  return pieces
}

/** 0 … 1: the part of the shorter text that stands in the longer one; 1 where one says nothing. */
export function likeness(one: readonly Block[], other: readonly Block[]): number {
  const [small, large] = [piecesOf(one), piecesOf(other)].sort((a, b) => a.size - b.size)
  if (!small || !large || small.size === 0) return 1
  let shared = 0
  for (const piece of small) if (large.has(piece)) shared++
  return shared / small.size
}
