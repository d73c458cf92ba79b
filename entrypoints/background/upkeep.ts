/** What has to be done now and then: the bin emptied, the search index kept short. */
import browser from 'webextension-polyfill'
import { purgeBin } from '../../lib/archive/delete'
import { compact } from '../../lib/archive/search/compact'
import { db } from './glossary'

const ALARM = 'upkeep'
const MINUTES = 6 * 60

/** Must run while the worker starts. */
export function listenForUpkeep(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void upkeep()
  })
}

/** Sets the alarm where the browser has forgotten it. */
export async function scheduleUpkeep(): Promise<void> {
  if (!(await browser.alarms.get(ALARM)))
    browser.alarms.create(ALARM, { periodInMinutes: MINUTES, delayInMinutes: 5 })
}

async function upkeep(): Promise<void> {
  await purgeBin(db)
  await compact(db)
}
