/**
 * Which of the addresses that a page says it has are believed.
 *
 * A page is believed about itself only within its own site: what is registered as one name (the
 * public suffix list knows that `a.hatenablog.com` and `b.hatenablog.com` are two), and of a host
 * that many write on, within its author's part. Here, not in the page: the list is long.
 */
import { getDomain } from 'tldts'
import type { ExtractedArticle } from './extracted'
import { canonicalAddress } from './identity'
import { authorIn } from './shared-hosts'

const domainOf = (url: URL): string | null => getDomain(url.hostname, { allowPrivateDomains: true })

/** Whether two addresses are of one site, and there of one author. */
export function isSameSite(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false
  const [a, b] = [new URL(one), new URL(other)]
  const [domainA, domainB] = [domainOf(a), domainOf(b)]
  if (domainA === null || domainB === null ? a.host !== b.host : domainA !== domainB) return false
  const bare = domainA === null
  return authorIn(a, bare) === authorIn(b, bare)
}

/** The article under the address that is its own, with every other that is believed to name it. */
export function believed({ said = [], ...page }: ExtractedArticle): ExtractedArticle {
  const { location = page.url } = page
  const here = canonicalAddress(location)
  const own = here && /^https:/.test(here) ? here : null
  const kept = said.filter((address) => own === null || isSameSite(address, own))
  // Of an article of several pages the whole's address is known, and no page's.
  const url = page.paging ? page.url : (kept[0] ?? page.url)
  return { ...page, url, addresses: [...new Set([url, ...kept, ...page.addresses])] }
}
