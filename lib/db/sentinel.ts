/**
 * Notices that the browser threw the database away.
 *
 * A sentinel row goes with its database; its twin in `storage.local` stays. Twin without sentinel:
 * the archive was lost, and the twin still knows how much there was and when it was last backed up.
 */
import * as v from 'valibot'
import type { BunmyakuDatabase } from './database'

const KEY = 'sentinel'

const Twin = v.object({
  id: v.string(),
  since: v.string(),
  /** As of the last `recordArchive`. */
  articles: v.fallback(v.number(), 0),
  backupAt: v.fallback(v.nullable(v.string()), null),
})
export type Twin = v.InferOutput<typeof Twin>

/** The part of `browser.storage.local` that the twin lives in. */
export interface TwinStorage {
  get(key: string): Promise<Record<string, unknown>>
  set(items: Record<string, unknown>): Promise<void>
}

export type SentinelFinding =
  | { finding: 'first-run' }
  | { finding: 'kept' }
  /** The database is another one than the twin knew; `lost` says what it held. */
  | { finding: 'lost'; lost: Twin }

/** What the twin knows; null before the first run, or where it is broken. */
export async function readTwin(storage: TwinStorage): Promise<Twin | null> {
  const parsed = v.safeParse(Twin, (await storage.get(KEY))[KEY])
  return parsed.success ? parsed.output : null
}

async function readSentinel(db: BunmyakuDatabase): Promise<string | null> {
  const value = (await db.meta.get(KEY))?.value
  return typeof value === 'string' ? value : null
}

/**
 * Compares sentinel and twin, and makes what is missing. A loss is found again at each start until
 * `acceptLoss`, so that a killed worker cannot swallow the news.
 */
export async function checkSentinel(
  db: BunmyakuDatabase,
  storage: TwinStorage,
  now: Date = new Date(),
): Promise<SentinelFinding> {
  const [twin, sentinel] = [await readTwin(storage), await readSentinel(db)]
  if (twin && sentinel !== twin.id) return { finding: 'lost', lost: twin }
  if (twin) return { finding: 'kept' }
  // The database first: a kill in between leaves a sentinel without twin, which is mended here.
  const id = sentinel ?? crypto.randomUUID()
  if (!sentinel) await db.meta.put({ key: KEY, value: id })
  await storage.set({ [KEY]: { id, since: now.toISOString(), articles: 0, backupAt: null } })
  return { finding: sentinel ? 'kept' : 'first-run' }
}

/** Starts over after a loss the reader has been told of: the database at hand is the known one. */
export async function acceptLoss(
  db: BunmyakuDatabase,
  storage: TwinStorage,
  now: Date = new Date(),
): Promise<void> {
  const id = (await readSentinel(db)) ?? crypto.randomUUID()
  await db.meta.put({ key: KEY, value: id })
  await storage.set({ [KEY]: { id, since: now.toISOString(), articles: 0, backupAt: null } })
}

/** Notes in the twin how much there is to lose, and when it was last taken to a file. */
export async function recordArchive(
  storage: TwinStorage,
  known: Partial<Pick<Twin, 'articles' | 'backupAt'>>,
): Promise<void> {
  const twin = await readTwin(storage)
  if (twin) await storage.set({ [KEY]: { ...twin, ...known } })
}
