/** What is done when the extension starts, and not again each time its worker wakes. */
import browser from 'webextension-polyfill'

const STARTED = 'started'

/**
 * Runs `work` at the first start after installation, update, reload, being enabled, or the
 * browser's own start: `storage.session` is empty then, and lives through the worker's sleep.
 */
export async function onceASession(work: () => Promise<void>): Promise<void> {
  if ((await browser.storage.session.get(STARTED))[STARTED]) return
  await browser.storage.session.set({ [STARTED]: true })
  await work()
}
