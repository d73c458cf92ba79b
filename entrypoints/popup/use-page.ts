/** The tab beside this surface, and what the background knows of it. */
import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { type Loaded, useLoad } from '../../components/use-load'
import type { PageState } from '../../lib/messages'
import { send } from '../../lib/send'

export interface TabPage {
  tab: number
  /** null where the browser does not tell: a page of its own, or no access yet. */
  host: string | null
  title: string | null
  page: PageState
}

async function askPage(): Promise<TabPage> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  if (tab?.id === undefined)
    return { tab: -1, host: null, title: null, page: { state: 'restricted', why: 'unseen' } }
  const page = await send('page', { tab: tab.id })
  const host = 'host' in page ? page.host : hostOf(tab.url)
  return { tab: tab.id, host, title: tab.title ?? null, page }
}

/** Host of a web page; null for the browser's own pages. */
function hostOf(url: string | undefined): string | null {
  if (!url || !/^https?:/.test(url)) return null
  return URL.canParse(url) ? new URL(url).hostname : null
}

/** @param follow asks again when another tab comes to the front or the page in it changes. */
export function usePage(follow: boolean): [Loaded<TabPage>, () => void] {
  const [turn, setTurn] = useState(0)
  const [loaded, again] = useLoad(askPage, [turn])
  useEffect(() => {
    const next = () => setTurn((n) => n + 1)
    const onUpdated = (_id: number, change: { status?: string; url?: string }) => {
      if (change.status === 'complete' || change.url) next()
    }
    // The grant may be given in a prompt that outlives the click which asked for it.
    browser.permissions.onAdded.addListener(next)
    browser.permissions.onRemoved.addListener(next)
    if (follow) {
      browser.tabs.onActivated.addListener(next)
      browser.tabs.onUpdated.addListener(onUpdated)
    }
    return () => {
      browser.permissions.onAdded.removeListener(next)
      browser.permissions.onRemoved.removeListener(next)
      browser.tabs.onActivated.removeListener(next)
      browser.tabs.onUpdated.removeListener(onUpdated)
    }
  }, [follow])
  return [loaded, again]
}
