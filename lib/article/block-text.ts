/** The plain text of a document. Apart from the schemas, so that they stay out of the content script. */
import type { Block, Document, Run } from './document'

const runsText = (list: readonly Run[]): string => list.map((run) => run.text).join('')

/** Plain text of a block, readings of ruby left out; a table's cells are joined by tabs, its rows by line breaks. */
export function blockText(block: Block): string {
  if (block.kind === 'table')
    return block.rows.map((row) => row.map(runsText).join('\t')).join('\n')
  return runsText(block.runs)
}

/** Plain text of a whole document, one line a block. */
export const documentText = (document: Pick<Document, 'blocks'>): string =>
  document.blocks.map(blockText).join('\n')
