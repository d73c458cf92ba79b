/** The settings in `storage.local`. */
import browser from 'webextension-polyfill'
import { readSettings, type Settings } from '../../lib/settings'

const KEY = 'settings'

/** Never throws: where storage is refused the defaults hold. */
export async function loadSettings(): Promise<Settings> {
  try {
    return readSettings((await browser.storage.local.get(KEY))[KEY])
  } catch {
    return readSettings(null)
  }
}

let writing: Promise<unknown> = Promise.resolve()

/**
 * Changes some settings; a value that does not fit falls back to its default. Changes are made one
 * after the other, so that two surfaces cannot undo each other's.
 */
export function changeSettings(
  change: (settings: Settings) => Record<string, unknown>,
): Promise<Settings> {
  const changed = writing.then(async () => {
    const settings = await loadSettings()
    const next = readSettings({ ...settings, ...change(settings) })
    await browser.storage.local.set({ [KEY]: next })
    return next
  })
  writing = changed.catch(() => undefined)
  return changed
}
