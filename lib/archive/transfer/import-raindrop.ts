/** Raindrop's CSV: title, note, excerpt, url, folder, tags parted by commas, created. */
import { csvRows, listText, momentOf, tagsOf } from './csv'
import type { KeptPage, KeptPages } from './import-pages'

export const isRaindropCsv = (head: string): boolean => {
  const [first = ''] = head.split(/\r?\n/, 1)
  return /\burl\b/i.test(first) && /\bexcerpt\b/i.test(first) && /\bcreated\b/i.test(first)
}

export async function* readRaindrop(file: Blob): KeptPages {
  for (const row of csvRows(await listText(file))) {
    const { url = '', title = '', note = '', excerpt = '', folder = '', tags, created } = row
    const folders = folder === '' || /^unsorted$/i.test(folder) ? [] : [folder]
    yield {
      url,
      title,
      note,
      excerpt,
      savedAt: momentOf(created),
      tags: [...new Set([...folders, ...tagsOf(tags, /,/)])],
    } satisfies KeptPage
  }
}
