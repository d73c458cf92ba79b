/** How much of a page is read for its marks: a book, not a library. */
import { blockText } from '../article/block-text'
import type { Block, Run } from '../article/document'

/** UTF-16 units; what comes after is not marked, and the reader is told. */
export const READ_LIMIT = 300_000

/** The first blocks up to `limit` units of text; the last one ends with a sentence of its own. */
export function withinLimit(
  blocks: readonly Block[],
  limit: number = READ_LIMIT,
): { blocks: Block[]; cut: boolean } {
  const kept: Block[] = []
  let left = limit
  for (const block of blocks) {
    const { length } = blockText(block)
    if (length > left) {
      const start = startOf(block, left)
      return { blocks: start ? [...kept, start] : kept, cut: true }
    }
    left -= length
    kept.push(block)
  }
  return { blocks: kept, cut: false }
}

const ENDS = '。！？!?｡\n'

/** Where the last sentence ends that fits; 0 where none does. */
function lastEnd(text: string, limit: number): number {
  for (let end = limit; end > 0; end--) if (ENDS.includes(text[end - 1] ?? '')) return end
  return 0
}

/** The sentences that fit; null where none does. Half a table says something else than all of it. */
function startOf(block: Block, limit: number): Block | null {
  if (block.kind === 'table') return null
  const length = lastEnd(blockText(block), limit)
  if (length === 0) return null
  const runs: Run[] = []
  for (let left = length, k = 0; left > 0; k++) {
    const run = block.runs[k]
    if (!run) break
    runs.push(run.text.length > left ? { ...run, text: run.text.slice(0, left) } : run)
    left -= run.text.length
  }
  return { ...block, runs }
}
