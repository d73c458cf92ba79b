/** Tells the reader, on its day, of a planned event that they follow: a notification, or the badge. */
import browser from 'webextension-polyfill'
import { eventsDue, markTold } from '../../lib/archive/due-events'
import { today } from '../../lib/archive/today'
import type { EventRow } from '../../lib/db/rows'
import { t } from '../../lib/i18n'
import { showDue } from './badge'
import { db } from './glossary'

const ALARM = 'events'
const MINUTES = 60
/** Before an event's id in that of its notification. */
const PREFIX = 'event:'

let telling: Promise<void> | null = null

/** Never throws: what could not be told stays due, and the next look tries again. */
function tellOfEvents(): Promise<void> {
  telling ??= tell()
    .catch(() => undefined)
    .finally(() => {
      telling = null
    })
  return telling
}

async function tell(): Promise<void> {
  const due = await eventsDue(db, today())
  if (due.length === 0) return
  if (await browser.permissions.contains({ permissions: ['notifications'] }))
    await Promise.all(due.map(notify))
  else await showDue(due.map(({ title }) => title))
  await markTold(
    db,
    due.map(({ id }) => id),
  )
}

const notify = ({ id, title }: EventRow): Promise<string> =>
  browser.notifications.create(PREFIX + id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icons/128.png'),
    title: t('eventToday'),
    message: title,
  })

async function openFollows(notification: string): Promise<void> {
  if (!notification.startsWith(PREFIX)) return
  await browser.tabs.create({ url: browser.runtime.getURL('library.html#/follows') })
  await browser.notifications.clear(notification)
}

let listening = false

/** Must run while the worker starts, and again once the permission was given. */
export function listenForNotifications(): void {
  // Without the permission there is no such interface.
  const notifications: typeof browser.notifications | undefined = browser.notifications
  if (listening || !notifications) return
  listening = true
  notifications.onClicked.addListener(openFollows)
}

/** Must run while the worker starts. */
export function listenForEventDays(): void {
  browser.alarms.onAlarm.addListener(({ name }) => (name === ALARM ? tellOfEvents() : undefined))
  browser.runtime.onStartup.addListener(tellOfEvents)
}

/** Sets the alarm where the browser has forgotten it. */
export async function scheduleEventDays(): Promise<void> {
  if (!(await browser.alarms.get(ALARM)))
    browser.alarms.create(ALARM, { periodInMinutes: MINUTES, delayInMinutes: 1 })
}
