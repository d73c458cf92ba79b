/** Where we run: the card in a page, the content script in a tab, the library in a tab of its own. */
import browser from 'webextension-polyfill'
import { placeIn } from '../../lib/events/place'
import { db } from './glossary'
import { type Handlers, Refused } from './router'
import { askTab, inject } from './tabs'

const WELCOME_OPENED = 'welcome-opened'

/** Once, after installation: what the marks are, in a tab of its own. */
export async function openWelcome(): Promise<void> {
  // A developer's reload into a known profile counts as an installation too.
  if ((await browser.storage.local.get(WELCOME_OPENED))[WELCOME_OPENED]) return
  await browser.storage.local.set({ [WELCOME_OPENED]: true })
  await browser.tabs.create({ url: browser.runtime.getURL('library.html#view=welcome') })
}

export const surfaces: Pick<Handlers, 'need-card' | 'activate-tab' | 'open-library'> = {
  async 'need-card'(_, { tab }) {
    if (tab === null) throw new Refused({ code: 'no-tab', detail: 'asked from no page' })
    await browser.scripting.executeScript({
      target: { tabId: tab, frameIds: [0] },
      files: ['card.js'],
    })
    return { injected: true }
  },

  async 'activate-tab'({ tab, anyway }) {
    if (!(await inject(tab))) return { result: 'refused' }
    if (anyway) await askTab(tab, 'content:read-anyway', {})
    return { result: 'started' }
  },

  async 'open-library'({ view, id, query, event }) {
    const path = [view, id].filter((part) => part !== undefined).map(encodeURIComponent)
    const page = browser.runtime.getURL('library.html')
    const at = id && event ? await placeIn(db, id, event) : null
    const asked = new URLSearchParams({
      ...(query === undefined ? {} : { q: query }),
      ...(at === null ? {} : { at }),
    })
    const search = asked.size > 0 ? `?${asked}` : ''
    await browser.tabs.create({
      url: path.length > 0 ? `${page}#/${path.join('/')}${search}` : page,
    })
    return {}
  },
}
