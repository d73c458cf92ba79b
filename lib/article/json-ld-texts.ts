/** A page's scripts of JSON-LD, unread: see `json-ld.ts`. */
import { get, queryAll } from './dom'

/** Their texts, of at most fifty. */
export const jsonLdTexts = (document: Document): string[] =>
  queryAll(document, 'script[type="application/ld+json" i]')
    .slice(0, 50)
    .map((script) => get(script, 'textContent') ?? '')
