/** The surfaces' words: `_locales`, typed, so that a missing key is a compile error. */
import { browser } from 'wxt/browser'
import type ja from '../public/_locales/ja/messages.json'

/** A key of the Japanese messages, which are the complete ones; a test holds the others to them. */
export type MessageKey = keyof typeof ja

/**
 * The message in the browser's language, with `$1`… replaced.
 * @returns the key itself where the browser knows no such message, so that a gap is seen, not blank.
 */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(String)) || key
}

/**
 * BCP 47 language of the surfaces' words, for `lang` and for dates. It is a message itself, so that
 * dates never come in another language than the words beside them.
 */
export const uiLanguage = (): 'ja' | 'en' => (t('language') === 'en' ? 'en' : 'ja')
