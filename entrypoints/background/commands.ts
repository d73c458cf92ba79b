/** The keyboard and the context menu. */
import browser from 'webextension-polyfill'
import { t } from '../../lib/i18n'
import { saveAndTell } from './saving'
import { askTab } from './tabs'

const SAVE = 'save'

/** Made at each installation and update: the browser keeps menus between starts of the worker. */
export async function makeMenu(): Promise<void> {
  await browser.contextMenus.removeAll()
  browser.contextMenus.create({
    id: SAVE,
    title: t('menuSave'),
    contexts: ['page', 'selection', 'link'],
    documentUrlPatterns: ['https://*/*', 'http://*/*'],
  })
}

async function frontTab(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
  return tab?.id ?? null
}

/** Must run while the worker starts, so that it is woken for these. */
export function listenForCommands(): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === SAVE && tab?.id !== undefined) void saveAndTell(tab.id)
  })
  browser.commands.onCommand.addListener(async (command, given) => {
    const tab = given?.id ?? (await frontTab())
    if (tab === null) return
    if (command === 'save') await saveAndTell(tab)
    if (command === 'next-term' || command === 'previous-term' || command === 'open-card')
      await askTab(tab, 'content:command', { command })
  })
}
