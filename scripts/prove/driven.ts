/** What the page of a kill test gets from its driver, and tells it. */
import type { ExtractedArticle } from '../../lib/article/extracted'
import { extracted, articles as served } from '../bench/served'

export { engine } from '../bench/served'

export const articles = async (from: number, to: number): Promise<ExtractedArticle[]> =>
  (await served(from, to)).map(extracted)

/** Tells the driver; what it was told before the kill is what must be there after it. */
export const tell = (path: string, value: unknown): Promise<Response> =>
  fetch(path, { method: 'POST', body: JSON.stringify(value) })
