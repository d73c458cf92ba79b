/**
 * Scheduled backups: when one is due, and how its file comes to be.
 *
 * The file is made among the extension's private files, so that nothing of it is held in memory, and
 * handed to the browser's downloads by an address that only a page can make. Until the download is
 * complete the archive counts as not backed up: what fails is tried again.
 */
import * as v from 'valibot'
import type { BunmyakuDatabase } from '../../db/database'
import type { TwinStorage } from '../../db/sentinel'
import { exportArchive } from './export'
import { fileName } from './format'
import { inspectArchive } from './inspect'

const DAY = 86_400_000
const KEY = 'backup'
/** Folder of the files that are on their way, among the extension's private files. */
const FOLDER = 'backups'

/** What was handed to the downloads, and how the last ones went. */
const BackupState = v.object({
  /** The download that is not complete yet. */
  pending: v.fallback(
    v.nullable(
      v.object({ download: v.number(), name: v.string(), at: v.string(), articles: v.number() }),
    ),
    null,
  ),
  last: v.fallback(v.nullable(v.object({ at: v.string(), name: v.string() })), null),
  /** Set until a later one goes well. */
  failed: v.fallback(v.nullable(v.object({ at: v.string(), reason: v.string() })), null),
})
export type BackupState = v.InferOutput<typeof BackupState>

/** Never fails: a broken row is as none. */
export async function readBackupState(storage: TwinStorage): Promise<BackupState> {
  const stored = (await storage.get(KEY))[KEY]
  return v.parse(BackupState, stored !== null && typeof stored === 'object' ? stored : {})
}

export async function changeBackupState(
  storage: TwinStorage,
  change: Partial<BackupState>,
): Promise<void> {
  await storage.set({ [KEY]: { ...(await readBackupState(storage)), ...change } })
}

/**
 * Whether a backup is to be written now.
 * @param every days between two; 0 for never
 * @param backupAt when the archive was last taken to a file by whatever way; null where never
 */
export function isBackupDue(
  every: number,
  backupAt: string | null,
  articles: number,
  now: Date,
): boolean {
  if (every === 0 || articles === 0) return false
  const last = backupAt === null ? Number.NaN : Date.parse(backupAt)
  // A clock that was set back must not put backups off for years.
  return !(now.getTime() - last < every * DAY) || last > now.getTime()
}

export interface BackupFile {
  file: File
  name: string
  articles: number
  /** When the reading began: what is saved later is not in it. */
  at: string
}

/**
 * Writes the whole archive, pictures included, into a private file, and reads that back.
 * @throws what reading or writing throws; no half file is left then
 */
export async function writeBackup(
  db: BunmyakuDatabase,
  app: string,
  now: Date = new Date(),
): Promise<BackupFile> {
  const root = await navigator.storage.getDirectory()
  // Whatever an earlier run left behind when it was killed.
  await root.removeEntry(FOLDER, { recursive: true }).catch(() => undefined)
  const folder = await root.getDirectoryHandle(FOLDER, { create: true })
  const name = fileName(now)
  const binned = await db.articles.where('deletedAt').above('').count()
  const articles = (await db.articles.count()) - binned
  const handle = await folder.getFileHandle(name, { create: true })
  try {
    await exportArchive(db, { app, images: true, now }).pipeTo(await handle.createWritable())
    const file = await handle.getFile()
    // What it says of itself, and what is in it: a disk that lies is found out while there is time.
    await inspectArchive(file)
    return { file, name, articles, at: now.toISOString() }
  } catch (error) {
    await removeBackupFiles()
    throw error
  }
}

/** Takes the private files away, once the download has them. */
export async function removeBackupFiles(): Promise<void> {
  const root = await navigator.storage.getDirectory()
  await root.removeEntry(FOLDER, { recursive: true }).catch(() => undefined)
}
