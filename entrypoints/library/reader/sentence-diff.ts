/** What changed between two revisions, by sentence, as rows to set side by side. */
import { diffArrays } from 'diff'
import { blockText } from '../../../lib/article/block-text'
import type { Block } from '../../../lib/article/document'
import { sentences } from '../../../lib/text/sentences'

export interface DiffRow {
  change: 'same' | 'removed' | 'added' | 'changed'
  /** Sentences on the older and on the newer side; empty where there is none. */
  old: string[]
  new: string[]
}

/** Sentences of a revision in reading order, headline first. */
export const revisionSentences = (title: string, blocks: readonly Block[]): string[] => [
  title,
  ...blocks.flatMap((block) => {
    const text = blockText(block)
    return sentences(text).map(({ start, end }) => text.slice(start, end))
  }),
]

/** Removed sentences directly followed by added ones are one change. */
export function sentenceDiff(before: readonly string[], after: readonly string[]): DiffRow[] {
  const rows: DiffRow[] = []
  for (const { value, added, removed } of diffArrays([...before], [...after])) {
    const last = rows.at(-1)
    if (added && last?.change === 'removed') {
      last.change = 'changed'
      last.new = value
    } else if (added) rows.push({ change: 'added', old: [], new: value })
    else if (removed) rows.push({ change: 'removed', old: value, new: [] })
    else rows.push({ change: 'same', old: value, new: value })
  }
  return rows
}
