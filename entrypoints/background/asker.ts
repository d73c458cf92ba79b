/** Who asks: our own extension only, and not everything from everywhere. */
import browser, { type Runtime } from 'webextension-polyfill'
import type { RequestName } from '../../lib/messages'

/** A content script in a page, the card's frame in one, or one of the extension's own pages. */
export interface Asker {
  from: 'content' | 'card' | 'page'
  /** The tab that the content script or the card's frame is in. */
  tab: number | null
}

/**
 * Who may ask what. The script in a page shares the page's process: it learns nothing of what the
 * reader keeps and can change none of it. The card's frame can, but for nobody else: see `introduce`.
 */
const MAY: Record<'content' | 'card', ReadonlySet<RequestName>> = {
  content: new Set<RequestName>([
    'page-marks',
    'saved-state',
    'need-card',
    'frame-token',
    'settings',
  ]),
  card: new Set<RequestName>([
    'open-frame',
    'plain-card',
    'card',
    'correct',
    'undo-correction',
    'follow',
    'open-library',
  ]),
}
/** What makes sense from a page of the web alone. */
const PAGE_NEVER: ReadonlySet<RequestName> = new Set<RequestName>([
  'need-card',
  'frame-token',
  'open-frame',
])
const CARD_PAGE = 'card-frame.html'

/** null where the sender is not this extension. */
export function askerOf(sender: Runtime.MessageSender): Asker | null {
  if (sender.id !== browser.runtime.id) return null
  const origin = browser.runtime.getURL('')
  // Asked for by its name Chromium would give the address of this session, which nobody sends from.
  if (sender.url?.startsWith(`${origin}${CARD_PAGE}`))
    return { from: 'card', tab: sender.tab?.id ?? null }
  if (sender.url?.startsWith(origin)) return { from: 'page', tab: null }
  // Frames are not read, so nothing of ours asks from one.
  if (sender.tab?.id === undefined || sender.frameId !== 0) return null
  return { from: 'content', tab: sender.tab.id }
}

export const mayAsk = (asker: Asker, name: RequestName): boolean =>
  asker.from === 'page' ? !PAGE_NEVER.has(name) : MAY[asker.from].has(name)
