/** What makes a revision: the words of headline and body, nothing else. */
import { documentText } from '../article/block-text'
import { type ExtractedArticle, toDocument } from '../article/extracted'

/** Lowercase hex SHA-256 of bytes or of a string's UTF-8. Needs a secure context. */
export async function sha256(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The article's text as a reader sees it: white space between words and around lines is how a page
 * is set, not what it says, so it does not count; neither do ruby, links or pictures.
 */
export const hashedText = (article: Pick<ExtractedArticle, 'title' | 'blocks'>): string =>
  documentText(toDocument({ ...article, url: '', publisher: null, publishedAt: null }))
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')

/** SHA-256 of the article's text, which names what it says. */
export const textHash = (article: Pick<ExtractedArticle, 'title' | 'blocks'>): Promise<string> =>
  sha256(hashedText(article))
