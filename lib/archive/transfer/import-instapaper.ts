/** Instapaper's CSV: URL, Title, Selection, Folder, Timestamp and, since 2023, Tags as a JSON list. */
import * as v from 'valibot'
import { csvRows, listText, momentOf, tagsOf } from './csv'
import type { KeptPage, KeptPages } from './import-pages'

export const isInstapaperCsv = (head: string): boolean => /^\ufeff?URL,Title,Selection/i.test(head)

/** Folders of the program's own, which say nothing of what is in them. */
const OWN_FOLDERS = /^(unread|archive|starred)$/i

export async function* readInstapaper(file: Blob): KeptPages {
  for (const row of csvRows(await listText(file))) {
    const { url = '', title = '', selection = '', folder = '', timestamp, tags = '' } = row
    const folders = folder === '' || OWN_FOLDERS.test(folder) ? [] : [folder]
    yield {
      url,
      title,
      savedAt: momentOf(timestamp),
      tags: [...new Set([...folders, ...listedTags(tags)])],
      excerpt: selection,
    } satisfies KeptPage
  }
}

function listedTags(cell: string): string[] {
  try {
    const parsed = v.safeParse(v.array(v.string()), JSON.parse(cell))
    if (parsed.success) return parsed.output
  } catch {
    // Not the list that Instapaper writes: somebody's spreadsheet was in between.
  }
  return tagsOf(cell, /,/)
}
