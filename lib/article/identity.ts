/** One article, many addresses: what of an address names the article, and what only how one came to it. */
import { ampCaches } from '../../assets/page/addresses.json'
import { anyOf } from './any-of'
import { isTracking } from './tracking'

/** Labels of hosts that show the same pages to small screens. */
const MOBILE = /^(m|sp|s|mobile|smart|touch|amp)\./

/**
 * The address under which an article is known: https, no tracking parameters, no fragment, no mobile
 * or AMP form. Null for what is no web or file address.
 */
export function canonicalAddress(address: string, base?: string): string | null {
  if (!URL.canParse(address, base)) return null
  const url = unwrapped(new URL(address, base))
  if (!/^(https?|file):$/.test(url.protocol)) return null
  if (url.protocol === 'http:') url.protocol = 'https:'
  url.username = ''
  url.password = ''
  url.hash = ''
  if (MOBILE.test(url.hostname) && url.hostname.split('.').length > 2)
    url.hostname = url.hostname.replace(MOBILE, '')
  url.pathname = url.pathname.replace(/\/amp(\/|\.html)?$/, '/').replace(/\.amp(\.html)?$/, '$1')
  url.search = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !saysWayOnly(pair))
    .join('&')
  return url.href.replace(/\?$/, '')
}

/** Pairs are taken apart by hand: in Firefox's content scripts URLSearchParams can't be iterated. */
const saysWayOnly = (pair: string): boolean =>
  isTracking(pair.split('=', 1)[0] ?? '') || /^(amp(=(1|true|))?|outputType=amp)$/.test(pair)

/** Hosts of the operators that show publishers' AMP pages under addresses of their own. */
const CACHES = new RegExp(anyOf(ampCaches))

/** The publisher's own address inside the address of an AMP cache. */
function unwrapped(url: URL): URL {
  const inner =
    CACHES.test(url.hostname) &&
    /^\/(?:amp|c|v|a)\/(?:s\/)?([^/]+\.[^/]+\/.*)$/.exec(url.pathname)?.[1]
  return inner && URL.canParse(`https://${inner}`) ? new URL(`https://${inner}${url.search}`) : url
}

/**
 * The host on which a page stands, as small screens and `www` share it; '' for what is on none. What
 * an AMP cache shows stands on the cache's host, whatever it names.
 */
export function hostOf(address: string): string {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return ''
  const { host } = new URL(address)
  const bare = host.replace(/^www\./, '')
  return MOBILE.test(bare) && bare.split('.').length > 2 ? bare.replace(MOBILE, '') : bare
}

/** A bare host is a front page: sites that call it canonical for every article are not believed. */
export const namesPage = (address: string): boolean => {
  const { pathname, search } = new URL(address)
  return pathname.length > 1 || search.length > 1
}
