/**
 * Omnivore's export: a zip with `metadata_0_to_20.json` lists, a page for each article in
 * `content/<slug>.html` and its marked passages in `highlights/<slug>.md`.
 */
import { type Unzipped, unzip } from 'fflate'
import * as v from 'valibot'
import { decodePage, decodePlain } from '../../article/decode-page'
import { extractArticle } from '../../article/extract'
import { Dated } from '../schema'
import { momentOf } from './csv'
import { type ParseHtml, parsedAt } from './import-html'
import type { KeptPage, KeptPages } from './import-pages'
import { FileRefused } from './read-lines'

const Item = v.object({
  slug: v.string(),
  title: v.fallback(v.string(), ''),
  description: v.fallback(v.nullable(v.string()), null),
  author: v.fallback(v.nullable(v.string()), null),
  url: v.string(),
  labels: v.fallback(v.array(v.string()), []),
  savedAt: v.fallback(v.nullable(v.string()), null),
  publishedAt: v.fallback(Dated, null),
})
type Item = v.InferOutput<typeof Item>

/** Bytes of a zip, of one file in it, and of all: an archive of reading, not a bomb. */
const LARGEST_ZIP = 1_000_000_000
const LARGEST_ENTRY = 30_000_000
const LARGEST_TOTAL = 2_000_000_000

/** Is this the head of a zip file? */
export const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b

/** @throws FileRefused where it is no such export, damaged, or far too large. */
export async function* readOmnivore(file: Blob, parse: ParseHtml): KeptPages {
  const entries = await unzipped(file)
  const lists = Object.keys(entries).filter((name) => /(^|\/)metadata_[\w-]*\.json$/.test(name))
  if (lists.length === 0) throw new FileRefused('not-ours', 'no metadata in the zip')
  for (const name of lists.sort()) {
    const text = decodePlain(entries[name] ?? new Uint8Array())
    if (text === null) yield { problem: 'garbled', detail: name }
    for (const item of text === null ? [] : itemsOf(text)) {
      const parsed = v.safeParse(Item, item)
      if (parsed.success) yield pageOf(parsed.output, entries, parse)
      else yield { problem: 'wrong-type', detail: parsed.issues[0].message }
    }
  }
}

function itemsOf(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : [value]
  } catch {
    return [null]
  }
}

const garbled = (detail: string) => ({ problem: 'garbled' as const, detail })

function pageOf(
  item: Item,
  entries: Unzipped,
  parse: ParseHtml,
): KeptPage | ReturnType<typeof garbled> {
  const { slug, url, title, description, author, labels, savedAt, publishedAt } = item
  const page: KeptPage = { url, title, savedAt: momentOf(savedAt ?? ''), tags: labels }
  const highlights = entries[`highlights/${slug}.md`]
  const note = highlights && decodePlain(highlights)
  const content = entries[`content/${slug}.html`]
  const html = content && decodePage(content)
  if (note === null || html === null) return garbled(slug)
  if (note) page.note = note.trim()
  const article =
    html && URL.canParse(url)
      ? extractArticle(parsedAt(titled(html, title), url, parse), url)
      : null
  if (!article) return { ...page, excerpt: description ?? '' }
  page.article = {
    ...article,
    // The list knows better than a page that was cleaned of everything around the text.
    url,
    title: title || article.title,
    byline: article.byline ?? author,
    publishedAt: article.publishedAt ?? publishedAt,
    keywords: [...new Set([...article.keywords, ...labels])],
  }
  return page
}

/** Omnivore keeps the text without its headline, and the extractor looks for one. */
function titled(html: string, title: string): string {
  if (/<h1[\s>]/i.test(html)) return html
  const heading = title.replace(/[&<>]/g, (unit) => `&#${unit.charCodeAt(0)};`)
  return `<article><h1>${heading}</h1>${html}</article>`
}

async function unzipped(file: Blob): Promise<Unzipped> {
  if (file.size > LARGEST_ZIP) throw new FileRefused('too-large', `${file.size} bytes`)
  const bytes = new Uint8Array(await file.arrayBuffer())
  let total = 0
  return new Promise((resolve, reject) => {
    unzip(
      bytes,
      {
        // Sizes are what the zip claims; fflate unpacks no more than was claimed.
        filter: ({ name, originalSize }) => {
          total += originalSize
          return (
            originalSize <= LARGEST_ENTRY &&
            total <= LARGEST_TOTAL &&
            /(^|\/)metadata_[\w-]*\.json$|^content\/[^/]+\.html$|^highlights\/[^/]+\.md$/.test(name)
          )
        },
      },
      (error, entries) => {
        if (error) reject(new FileRefused('damaged', error.message))
        else resolve(entries)
      },
    )
  })
}
