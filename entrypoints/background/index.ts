/** The background: wakes, listens, answers. Listeners are set while it starts, or nothing wakes it. */
import browser from 'webextension-polyfill'
import { defineBackground } from 'wxt/utils/define-background'
import { archive } from './archive'
import { backup, listenForDownloads } from './backup'
import { cards } from './cards'
import { listenForCommands, makeMenu } from './commands'
import { listenForEventDays, listenForNotifications, scheduleEventDays } from './due-events'
import { frames } from './frames'
import { engine, forgetTab, seeded } from './glossary'
import { history } from './history'
import { marks } from './marks'
import { page } from './page-state'
import { pictures } from './pictures'
import { readerSays } from './reader-says'
import { listen } from './router'
import { saving } from './saving'
import { onceASession } from './session'
import { story } from './story'
import { openWelcome, surfaces } from './surfaces'
import { injectIntoOpenTabs, registerGranted } from './tabs'
import { listenForUpkeep, scheduleUpkeep } from './upkeep'

/** Milliseconds. */
const SEED_DELAY = 1_500

export default defineBackground(() => {
  listen({
    ...archive,
    ...backup,
    ...cards,
    ...frames,
    ...history,
    ...marks,
    ...page,
    ...pictures,
    ...readerSays,
    ...saving,
    ...story,
    ...surfaces,
  })
  listenForCommands()
  listenForUpkeep()
  listenForDownloads()
  listenForEventDays()
  listenForNotifications()

  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason === 'install') await openWelcome()
    await makeMenu()
    await registerGranted()
  })
  // A grant may come after the popup that asked for it is gone.
  browser.permissions.onAdded.addListener(async () => {
    listenForDownloads()
    listenForNotifications()
    await registerGranted()
    await injectIntoOpenTabs()
  })
  browser.permissions.onRemoved.addListener(() => registerGranted())
  browser.tabs.onRemoved.addListener(forgetTab)

  void scheduleUpkeep()
  void scheduleEventDays()
  void onceASession(injectIntoOpenTabs)
  // Whoever needs one of these waits for it and hears of its failure; here they only start early.
  // The first page's marks come before the glossary is written.
  void engine().catch(() => undefined)
  setTimeout(() => void seeded().catch(() => undefined), SEED_DELAY)
})
