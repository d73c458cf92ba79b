/** What every extension page does first: its language, its theme, its base style. */
import browser from 'webextension-polyfill'
import { uiLanguage } from '../lib/i18n'
import { send } from '../lib/send'
import type { Settings } from '../lib/settings'
import { applyLetterKeys } from './commands'
import './base.css'

/** The theme that the reader chose, on the root; `auto` leaves it to the system. */
export function applyTheme(theme: Settings['theme']): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** @param surface becomes a class of the body. @param draw renders into the page's root. */
export function startPage(surface: string, draw: (root: HTMLElement) => void): void {
  document.documentElement.lang = uiLanguage()
  document.body.classList.add(surface)
  document.title = browser.i18n.getMessage('extensionName')
  // Drawn at once: a background that is waking up must not leave the page white.
  send('settings', {}).then(
    (settings) => {
      applyTheme(settings.theme)
      applyLetterKeys(settings.letterKeys)
    },
    () => undefined,
  )
  const root = document.getElementById('app')
  if (root) draw(root)
}
