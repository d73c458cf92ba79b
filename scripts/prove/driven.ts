/** What the page of a kill test gets from its driver, and tells it. */
import type { ExtractedArticle } from '../../lib/article/extracted'
import { openEngine } from '../../lib/engine'
import type { BenchArticle } from '../bench/corpus'

export const engine = async () =>
  openEngine(new Uint8Array(await (await fetch('/engine.bin')).arrayBuffer()))

export const articles = async (from: number, to: number): Promise<ExtractedArticle[]> => {
  const list: BenchArticle[] = await (await fetch(`/articles?from=${from}&to=${to}`)).json()
  return list.map(({ paragraphs, ...article }) => ({
    ...article,
    addresses: [article.url],
    byline: null,
    section: null,
    keywords: [],
    modifiedAt: null,
    truncated: false,
    leadImage: null,
    blocks: paragraphs.map((text, i) => ({ kind: 'paragraph', id: `p${i}`, runs: [{ text }] })),
  }))
}

/** Tells the driver; what it was told before the kill is what must be there after it. */
export const tell = (path: string, value: unknown): Promise<Response> =>
  fetch(path, { method: 'POST', body: JSON.stringify(value) })
