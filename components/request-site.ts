/** Asks the browser for a site that stays permitted; within a press of the reader's, or it refuses. */
import browser from 'webextension-polyfill'

/** @returns whether the reader agreed. Firefox closes a popup here; the background then goes on. */
export const requestSite = (host: string): Promise<boolean> =>
  browser.permissions.request({ origins: [`*://${host}/*`] })
