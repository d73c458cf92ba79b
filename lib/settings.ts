/** Every setting with its default. Kept in `storage.local`; a broken row falls back to its default alone. */
import * as v from 'valibot'

export const Settings = v.object({
  /** Which mentions are marked: the first in each section, or every one. */
  marks: v.fallback(v.picklist(['first', 'all']), 'first'),
  /** Also mark what every reader knows (日本, 首相). */
  basic: v.fallback(v.boolean(), false),
  /** Pointer rest before the card opens, in ms. */
  dwell: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(2_000)), 300),
  /** Whether single letters (j, k, h, z, /) are commands in the popup and the library. */
  letterKeys: v.fallback(v.boolean(), true),
  theme: v.fallback(v.picklist(['auto', 'light', 'dark']), 'auto'),
  /** Hosts on which nothing is read or marked. */
  sitesOff: v.fallback(v.array(v.string()), []),
  /** Days between reminders to back the archive up; 0 never reminds. */
  backupReminder: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(365)), 30),
  /** Days between backups that are written without being asked for; 0 writes none. */
  backupEvery: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(365)), 0),
})
export type Settings = v.InferOutput<typeof Settings>

/** Settings out of whatever was stored; never throws. */
export const readSettings = (stored: unknown): Settings =>
  v.parse(Settings, stored !== null && typeof stored === 'object' ? stored : {})
