/** When the archive is looked after: at the browser's start, and every few hours. */
import browser from 'webextension-polyfill'
import { keepUp } from '../../lib/archive/upkeep'
import { db } from './glossary'

const ALARM = 'upkeep'
const MINUTES = 6 * 60

/** Must run while the worker starts. */
export function listenForUpkeep(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void keepUp(db)
  })
  browser.runtime.onStartup.addListener(() => void keepUp(db))
}

/** Sets the alarm where the browser has forgotten it. */
export async function scheduleUpkeep(): Promise<void> {
  if (!(await browser.alarms.get(ALARM)))
    browser.alarms.create(ALARM, { periodInMinutes: MINUTES, delayInMinutes: 5 })
}
