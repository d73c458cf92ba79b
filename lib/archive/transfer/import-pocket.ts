/**
 * Pocket's exports: CSV (title, url, time_added, tags parted by |, status), and before 2024 an HTML
 * page of links with `time_added` and `tags` as attributes. Neither has the texts.
 */
import { decodePage } from '../../article/decode-page'
import { csvRows, listText, momentOf, tagsOf } from './csv'
import type { KeptPage, KeptPages } from './import-pages'

/** Is this the head of one of Pocket's CSV files? */
export const isPocketCsv = (head: string): boolean => /^\ufeff?title,url,time_added/i.test(head)

/** Is this the head of Pocket's page of links? */
export const isPocketHtml = (head: string): boolean =>
  /<title>Pocket Export<\/title>/i.test(head) || /<a[^>]+time_added=/i.test(head)

export async function* readPocketCsv(file: Blob): KeptPages {
  for (const row of csvRows(await listText(file))) {
    const { url = '', title = '', time_added: added, tags } = row
    yield { url, title, savedAt: momentOf(added), tags: tagsOf(tags, /[|,]/) } satisfies KeptPage
  }
}

/** @param parse turns HTML into a document that runs nothing (`DOMParser`). */
export async function* readPocketHtml(file: Blob, parse: (html: string) => Document): KeptPages {
  const document = parse(await listText(file, decodePage))
  for (const link of document.querySelectorAll('a[href]')) {
    const url = link.getAttribute('href') ?? ''
    const savedAt = momentOf(link.getAttribute('time_added') ?? undefined)
    const tags = tagsOf(link.getAttribute('tags') ?? undefined, /,/)
    yield { url, title: link.textContent ?? '', savedAt, tags } satisfies KeptPage
  }
}
