/** Pages saved as HTML files: read by the same extractor as a live page. */
import { decodePage } from '../../article/decode-page'
import { extractArticle } from '../../article/extract'
import type { KeptPages } from './import-pages'

/** Turns HTML into a document that runs and loads nothing: `DOMParser` in a page. */
export type ParseHtml = (html: string) => Document

/** Bytes of a page. */
const LARGEST_PAGE = 48_000_000

/** A file's name ends so, and it is small enough to be a page. */
export const isHtmlFile = (file: File): boolean =>
  /\.x?html?$/i.test(file.name) && file.size < LARGEST_PAGE

/** The address a saved page names itself by, and when it was saved, where the saver wrote that down. */
interface SavedFrom {
  url: string | null
  savedAt: Date | null
}

/**
 * Chromium and Internet Explorer write `saved from url=(0034)https://…` in a comment, SingleFile
 * `url: …` and `saved date: …`; failing that, the page's own canonical address.
 */
function savedFrom(html: string, document: Document): SavedFrom {
  const head = html.slice(0, 10_000)
  const marked =
    /saved from url=\(\d+\)(\S+)/i.exec(head)?.[1] ?? /^\s*url:\s*(\S+)\s*$/im.exec(head)?.[1]
  const named =
    document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ??
    document.querySelector('meta[property="og:url"]')?.getAttribute('content')
  const url = [marked, named].find((one) => one && /^https?:/.test(one) && URL.canParse(one))
  const date = new Date(/^\s*saved date:\s*(.+?)\s*$/im.exec(head)?.[1] ?? '')
  return { url: url ?? null, savedAt: Number.isNaN(date.getTime()) ? null : date }
}

/** Parses a page so that its addresses are whole without its ever being loaded. */
export function parsedAt(html: string, url: string, parse: ParseHtml): Document {
  const document = parse(html)
  const base = document.createElement('base')
  base.href = url
  document.head?.prepend(base)
  return document
}

/** The pages of a folder, one after another; other files in it are passed over. */
export async function* readHtmlFiles(files: Iterable<File>, parse: ParseHtml): KeptPages {
  for (const file of files) {
    if (!isHtmlFile(file)) continue
    const html = decodePage(new Uint8Array(await file.arrayBuffer()))
    if (html === null) {
      yield { problem: 'garbled', detail: file.name }
      continue
    }
    const { url, savedAt } = savedFrom(html, parse(html))
    if (!url) {
      yield { problem: 'no-address', detail: file.name }
      continue
    }
    const article = extractArticle(parsedAt(html, url, parse), url)
    if (!article) yield { problem: 'no-text', detail: file.name }
    else
      yield { url, title: article.title, savedAt: savedAt ?? new Date(file.lastModified), article }
  }
}
