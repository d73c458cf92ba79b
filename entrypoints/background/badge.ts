/** The toolbar button: a sign for what is saved, and for what just happened. */
import browser from 'webextension-polyfill'
import { pagesWords } from '../../components/pages-words'
import { t } from '../../lib/i18n'
import type { SavedState } from '../../lib/messages'

const SIGNS = {
  saved: { text: '✓', colour: '#2c643a' },
  changed: { text: '↻', colour: '#1d4a75' },
  failed: { text: '!', colour: '#ae2418' },
} as const

async function show(tab: number, sign: keyof typeof SIGNS | null, title: string): Promise<void> {
  try {
    const shown = sign && SIGNS[sign]
    // null, not the empty text: that would hide what all tabs show.
    await browser.action.setBadgeText({ tabId: tab, text: shown?.text ?? null })
    if (shown) await browser.action.setBadgeBackgroundColor({ tabId: tab, color: shown.colour })
    if (shown) await browser.action.setTitle({ tabId: tab, title })
  } catch {
    // The tab was closed meanwhile.
  }
}

/** Shows on every tab that followed events are due, until the reader looks at what they follow. */
export async function showDue(titles: readonly string[]): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#1d4a75' })
  await browser.action.setBadgeText({ text: String(titles.length) })
  await browser.action.setTitle({ title: t('eventsToday', titles.join(' / ')) })
}

/** Shows whether the page in the tab is saved. */
export const showSavedState = (tab: number, state: SavedState): Promise<void> =>
  show(tab, SIGN_OF[state.state], wordsOf(state))

const SIGN_OF = { new: null, saved: 'saved', changed: 'changed', 'next-page': 'changed' } as const

/** Whole sentences for who rests on the button: quieter than a word on the page. */
const wordsOf = (state: SavedState): string =>
  state.state === 'saved' && state.pages
    ? [state.joined && t('pageJoined', state.joined), pagesWords(state.pages)]
        .filter(Boolean)
        .join(' ')
    : t('extensionName')

/** Shows how a save went; `words` say it to who rests on the button. */
export const showOutcome = (tab: number, good: boolean, words: string): Promise<void> =>
  show(tab, good ? 'saved' : 'failed', words)
