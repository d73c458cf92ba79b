/** The pages in open tabs: reached, served, told of changes. */
import browser, { type Tabs } from 'webextension-polyfill'
import type { ContentRequestName, ContentRequests } from '../../lib/messages'
import { NEWS_SITES } from '../../lib/page/sites'

const CONTENT = { js: ['content-scripts/content.js'], css: ['content-scripts/content.css'] }

/** Asks a page's content script; null where there is none (any more). */
export async function askTab<N extends ContentRequestName>(
  tab: number,
  name: N,
  request: ContentRequests[N]['request'],
): Promise<ContentRequests[N]['answer'] | null> {
  try {
    const answer = await browser.tabs.sendMessage(tab, { name, request }, { frameId: 0 })
    return (answer as ContentRequests[N]['answer'] | undefined) ?? null
  } catch {
    return null
  }
}

/** Runs the content script in a tab; where it runs already it only reads the page again. */
export async function inject(tab: number): Promise<boolean> {
  const target = { tabId: tab, frameIds: [0] }
  try {
    await browser.scripting.insertCSS({ target, files: CONTENT.css })
    await browser.scripting.executeScript({ target, files: CONTENT.js })
    return true
  } catch {
    // A page of the browser's own, its shop, or one that we have no access to.
    return false
  }
}

/** Serves the tabs that were open before the extension was there, or that an update left behind. */
export async function injectIntoOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: await origins() })
  await Promise.all(tabs.map(({ id, discarded }) => id !== undefined && !discarded && inject(id)))
}

/** Our news sites and what the reader has granted beside them. */
async function origins(): Promise<string[]> {
  const { origins: granted = [] } = await browser.permissions.getAll()
  return [...new Set([...NEWS_SITES, ...granted])]
}

/** Id of the scripts for hosts that were granted after installation. */
const GRANTED = 'granted-hosts'

let registering: Promise<void> = Promise.resolve()

/**
 * Registers the content script for the hosts granted beyond the manifest's. An update forgets
 * registrations, so this runs at each installation, update and grant; one after the other, for two
 * at once would both find nothing registered and the later one fail on the id.
 */
export function registerGranted(): Promise<void> {
  registering = registering.catch(() => undefined).then(register)
  return registering
}

async function register(): Promise<void> {
  const manifest = new Set(NEWS_SITES)
  const matches = (await origins()).filter((origin) => !manifest.has(origin))
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [GRANTED] })
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [GRANTED] })
  if (matches.length === 0) return
  await browser.scripting.registerContentScripts([
    {
      id: GRANTED,
      matches,
      // The manifest's own script serves these.
      excludeMatches: NEWS_SITES,
      ...CONTENT,
      runAt: 'document_end',
      persistAcrossSessions: true,
    },
  ])
}

/** Tells every page that settings, follows or corrections have changed. */
export async function refreshAll(): Promise<void> {
  const tabs = await browser.tabs.query({})
  await Promise.all(tabs.map(({ id }) => id !== undefined && askTab(id, 'content:refresh', {})))
}

/** The tab, or null where it has been closed. */
export async function findTab(id: number): Promise<Tabs.Tab | null> {
  try {
    return await browser.tabs.get(id)
  } catch {
    return null
  }
}

/** Address of a web page; null for the browser's own pages and where we may not look. */
export function webAddress(tab: Tabs.Tab): URL | null {
  if (!tab.url || !URL.canParse(tab.url)) return null
  const url = new URL(tab.url)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null
}
