/** What is so of a page before anything is claimed of it: every state, and when the site is read. */

import type { Unreadable } from '../messages'

/** What the browser and the page's own script say. */
export interface SiteFacts {
  /** null where the browser does not tell: no access yet, or a page of its own. */
  url: URL | null
  /** The reader switched the site off. */
  off: boolean
  /** Access that stays, not that of one press. */
  granted: boolean
  /** A site of the manifest, where marks are expected unasked. */
  expected: boolean
  /** What our script in the page says; null where there is none. */
  page: 'ready' | 'not-article' | 'failed' | 'site-off' | null
}

export type SiteState =
  | { state: 'restricted'; why: Unreadable }
  | { state: 'site-off' | 'withheld' | 'not-permitted' | 'not-article' | 'failed' | 'ready' }

/** The shops of Chromium and Firefox keep extensions off their pages. */
const isStore = ({ hostname, pathname }: URL): boolean =>
  hostname === 'chromewebstore.google.com' ||
  hostname === 'addons.mozilla.org' ||
  (hostname === 'chrome.google.com' && pathname.startsWith('/webstore'))

/** @returns the one state that holds; what the page itself says comes before what its address looks like. */
export function siteState({ url, off, granted, expected, page }: SiteFacts): SiteState {
  if (!url) return { state: 'restricted', why: 'unseen' }
  if (!/^https?:$/.test(url.protocol)) return { state: 'restricted', why: 'browser' }
  if (isStore(url)) return { state: 'restricted', why: 'store' }
  if (off) return { state: 'site-off' }
  if (page) return { state: page }
  if (/\.pdf$/i.test(url.pathname)) return { state: 'restricted', why: 'pdf' }
  if (granted) return { state: 'restricted', why: 'unreachable' }
  return { state: expected ? 'withheld' : 'not-permitted' }
}
