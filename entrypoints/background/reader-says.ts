/** What the reader decides: corrections, follows, settings. Every open page hears of it. */
import { addCorrection, removeCorrection } from '../../lib/archive/corrections'
import { follow, followedSince, unfollow } from '../../lib/archive/follows'
import { writeNote } from '../../lib/archive/write-note'
import { backUpIfDue } from './backup'
import { db } from './glossary'
import type { Handlers } from './router'
import { changeSettings, loadSettings } from './settings-store'
import { refreshAll } from './tabs'

export const readerSays: Pick<
  Handlers,
  | 'correct'
  | 'undo-correction'
  | 'keep-note'
  | 'follow'
  | 'settings'
  | 'set-settings'
  | 'site-switch'
> = {
  async correct({ correction }) {
    const id = await addCorrection(db, correction)
    await refreshAll()
    return { id }
  },

  async 'undo-correction'({ id }) {
    await removeCorrection(db, id)
    await refreshAll()
    return {}
  },

  async 'keep-note'({ note, seen, text }) {
    await writeNote(db, note, seen, text)
    return {}
  },

  async follow({ entity, on, since }) {
    const target = { type: 'entity' as const, entity }
    const before = await followedSince(db, target)
    if (on) await follow(db, target, since ? new Date(since) : undefined)
    else await unfollow(db, target)
    await refreshAll()
    return { since: before }
  },

  settings: () => loadSettings(),

  async 'set-settings'({ change }) {
    const settings = await changeSettings(() => change)
    await refreshAll()
    if ('backupEvery' in change) void backUpIfDue()
    return settings
  },

  async 'site-switch'({ host, on }) {
    const settings = await changeSettings(({ sitesOff }) => ({
      sitesOff: on ? sitesOff.filter((off) => off !== host) : [...new Set([...sitesOff, host])],
    }))
    await refreshAll()
    return settings
  },
}
