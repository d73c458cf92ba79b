/** Who asks: our own extension only, and not everything from everywhere. */
import browser, { type Runtime } from 'webextension-polyfill'
import type { RequestName } from '../../lib/messages'

/** A content script in a page, or one of the extension's own pages. */
export interface Asker {
  from: 'content' | 'page'
  /** The tab that the content script runs in. */
  tab: number | null
}

/** What the script in a page may ask: what marks and card need. The rest is for our own pages. */
const FROM_CONTENT: ReadonlySet<RequestName> = new Set<RequestName>([
  'annotate',
  'saved-state',
  'card',
  'need-card',
  'correct',
  'undo-correction',
  'follow',
  'settings',
  'open-library',
])
/** What makes sense from a page alone. */
const FROM_PAGE_NEVER: ReadonlySet<RequestName> = new Set<RequestName>(['need-card'])

/** null where the sender is not this extension. */
export function askerOf(sender: Runtime.MessageSender): Asker | null {
  if (sender.id !== browser.runtime.id) return null
  if (sender.url?.startsWith(browser.runtime.getURL(''))) return { from: 'page', tab: null }
  // Frames are not read, so nothing of ours asks from one.
  if (sender.tab?.id === undefined || sender.frameId !== 0) return null
  return { from: 'content', tab: sender.tab.id }
}

export const mayAsk = (asker: Asker, name: RequestName): boolean =>
  asker.from === 'content' ? FROM_CONTENT.has(name) : !FROM_PAGE_NEVER.has(name)
