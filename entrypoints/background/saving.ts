/** Saving the page of a tab: from the popup, the keyboard and the context menu alike. */
import browser from 'webextension-polyfill'
import { saveArticle } from '../../lib/archive/save'
import { compact } from '../../lib/archive/search/compact'
import { type MessageKey, t } from '../../lib/i18n'
import type { SaveResult } from '../../lib/messages'
import { showOutcome } from './badge'
import { db, engine } from './glossary'
import type { Handlers } from './router'
import { findTab } from './tabs'

/**
 * What the reader sees in the tab, as an article; null where there is none.
 * Unparsed: it comes from a page, and who takes it parses it.
 * @throws the browser's error where we may not run in the tab, the script's own in Firefox
 */
export async function extract(tab: number): Promise<unknown> {
  const [result] = await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [0] },
    files: ['extract.js'],
  })
  // Firefox hands an error over as a value; Chromium's script would have given none.
  if (result?.error) throw new Error(String(result.error))
  return result?.result ?? null
}

/** @param confirmed the reader has said that a private window's page shall be saved */
async function save(tab: number, confirmed: boolean): Promise<SaveResult> {
  const found = await findTab(tab)
  if (!found) return { result: 'failed', reason: 'the tab is closed' }
  if (found.incognito && !confirmed) return { result: 'ask-private' }
  let article: unknown
  try {
    article = await extract(tab)
  } catch (error) {
    return { result: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
  if (article === null) return { result: 'not-article' }
  const result = await saveArticle(db, await engine(), article)
  if (isKept(result)) await showOutcome(tab, true, t('extensionName'))
  // Not waited for: the article is found already, a long tail is only slower.
  void compact(db).catch(() => undefined)
  return result
}

const isKept = ({ result }: SaveResult): boolean =>
  result === 'saved' || result === 'already' || result === 'revised' || result === 'joined'

const WORDS: Record<SaveResult['result'], MessageKey> = {
  saved: 'toldSaved',
  already: 'toldAlready',
  revised: 'toldRevised',
  joined: 'toldJoined',
  'ask-private': 'toldAskPrivate',
  'not-article': 'toldNotArticle',
  full: 'toldFull',
  failed: 'toldFailed',
}

/**
 * Saves and shows on the toolbar button how it went: for commands that have no surface of their own.
 * Nothing is said in the page, which would see that something is. Where the reader is needed the
 * popup opens, as far as the browser lets it.
 */
export async function saveAndTell(tab: number): Promise<void> {
  // Such as an engine that could not be opened: nobody else would say so.
  const result = await save(tab, false).catch(
    (error: unknown): SaveResult => ({ result: 'failed', reason: String(error) }),
  )
  const words = t(WORDS[result.result])
  await showOutcome(tab, isKept(result), words)
  if (!isKept(result)) await browser.action.openPopup().catch(() => undefined)
}

export const saving: Pick<Handlers, 'save'> = {
  save: ({ tab, confirmed }) => save(tab, confirmed),
}
