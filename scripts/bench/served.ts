/** What a page that fills an archive gets from the program that drives it. Runs in the page. */
import type { ExtractedArticle } from '../../lib/article/extracted'
import { openEngine } from '../../lib/engine'
import type { BenchArticle } from './corpus'

export const engine = async () =>
  openEngine(new Uint8Array(await (await fetch('/engine.bin')).arrayBuffer()))

/** Articles `from` (counted from 0) up to `to`, without `to`. */
export const articles = async (from: number, to: number): Promise<BenchArticle[]> =>
  (await fetch(`/articles?from=${from}&to=${to}`)).json()

/** The article as it would have been read from its page. */
export const extracted = ({ paragraphs, ...article }: BenchArticle): ExtractedArticle => ({
  ...article,
  addresses: [article.url],
  byline: null,
  section: null,
  keywords: [],
  modifiedAt: null,
  truncated: false,
  leadImage: null,
  blocks: paragraphs.map((text, i) => ({ kind: 'paragraph', id: `p${i}`, runs: [{ text }] })),
})
