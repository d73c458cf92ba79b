/** What address a page says it has. */
import { attribute, get, query } from './dom'
import { canonicalAddress, namesPage } from './identity'
import { jsonLdArticle, textOf } from './json-ld'

const SAID: [selector: string, name: string][] = [
  ['link[rel~="canonical" i]', 'href'],
  ['meta[property="og:url"]', 'content'],
  ['meta[name="twitter:url"]', 'content'],
]

/** Addresses that the page gives itself, best first, cleaned; empty where it gives none. */
export function saidAddresses(document: Document): string[] {
  const base = get(document, 'baseURI')
  const article = jsonLdArticle(document)
  const main = article.mainEntityOfPage
  const said = [
    ...SAID.map(([selector, name]) => {
      const element = query(document, selector)
      return element ? attribute(element, name) : ''
    }),
    textOf(article.url) ?? '',
    typeof main === 'object' && main && '@id' in main
      ? (textOf(main['@id']) ?? '')
      : (textOf(main) ?? ''),
  ]
  const found = said
    .filter((address) => address.trim() && address.length <= 4_000)
    .map((address) => canonicalAddress(address.trim(), /^https?:/.test(base) ? base : undefined))
  return [...new Set(found.filter((address) => address !== null).filter(namesPage))]
}

/** The article's address as its place tells it, and what the page says about it: see `believed.ts`. */
export function addressesOf(
  document: Document,
  url: string,
): { url: string; addresses: string[]; location?: string; said: string[] } {
  const here = canonicalAddress(url)
  const short = url.length <= 4_000
  const addresses = [...new Set([...(here ? [here] : []), ...(short ? [url] : [])])]
  return {
    url: here ?? url,
    addresses,
    ...(short && { location: url }),
    said: saidAddresses(document),
  }
}
