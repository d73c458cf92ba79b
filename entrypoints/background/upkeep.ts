/** When the archive is looked after: at the browser's start, and every few hours. */
import browser from 'webextension-polyfill'
import { keepUp } from '../../lib/archive/upkeep'
import { backUpIfDue } from './backup'
import { db } from './glossary'

const ALARM = 'upkeep'
const MINUTES = 6 * 60

/** Must run while the worker starts. */
export function listenForUpkeep(): void {
  // Firefox lets its background page live as long as what a listener gave back is not settled.
  browser.alarms.onAlarm.addListener(({ name }) => (name === ALARM ? lookAfter() : undefined))
  browser.runtime.onStartup.addListener(lookAfter)
}

/** A backup first: what it reads, the tidying only rearranges. */
async function lookAfter(): Promise<void> {
  await backUpIfDue()
  await keepUp(db)
}

/** Sets the alarm where the browser has forgotten it. */
export async function scheduleUpkeep(): Promise<void> {
  if (!(await browser.alarms.get(ALARM)))
    browser.alarms.create(ALARM, { periodInMinutes: MINUTES, delayInMinutes: 5 })
}
