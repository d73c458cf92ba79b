/** Scheduled backups: started when due, handed to the downloads, counted when complete. */
import browser from 'webextension-polyfill'
import {
  changeBackupState,
  isBackupDue,
  readBackupState,
  removeBackupFiles,
  writeBackup,
} from '../../lib/archive/transfer/backup'
import { readTwin, recordArchive } from '../../lib/db/sentinel'
import type { Request } from '../../lib/messages'
import { db } from './glossary'
import { hasOffscreen, openOffscreen, tellOffscreen } from './offscreen'
import { type Handlers, Refused } from './router'
import { loadSettings } from './settings-store'

/** Folder within the reader's downloads. */
const FOLDER = 'bunmyaku'
const { local } = browser.storage

type Made = Request<'backup-made'>['made']

let making: Promise<void> | null = null

/** Writes a backup where the reader has switched them on and the last is too old. Never throws. */
export function backUpIfDue(now: Date = new Date()): Promise<void> {
  making ??= start(now)
    .catch((error: unknown) => failed(String(error)))
    .finally(() => {
      making = null
    })
  return making
}

async function start(now: Date): Promise<void> {
  await settle()
  const { backupEvery } = await loadSettings()
  if (backupEvery === 0 || (await readBackupState(local)).pending) return
  const twin = await readTwin(local)
  if (!isBackupDue(backupEvery, twin?.backupAt ?? null, await db.articles.count(), now)) return
  if (!(await browser.permissions.contains({ permissions: ['downloads'] })))
    return failed('downloads: no permission')
  const app = browser.runtime.getManifest().version
  if (!hasOffscreen()) {
    const { file, ...made } = await writeBackup(db, app, now)
    return handOver({ result: 'made', address: URL.createObjectURL(file), ...made })
  }
  // Where it is at work already it says when it is done.
  await openOffscreen()
  tellOffscreen({ say: 'backup', app })
}

async function handOver(made: Made): Promise<void> {
  if (made.result === 'failed') return failed(made.reason)
  const { address, name, articles, at } = made
  try {
    const download = await browser.downloads.download({
      url: address,
      filename: `${FOLDER}/${name}`,
      conflictAction: 'uniquify',
      saveAs: false,
    })
    await changeBackupState(local, { pending: { download, name, at, articles } })
  } catch (error) {
    return failed(String(error))
  }
  await settle()
}

/** Looks how the download that was begun went. */
async function settle(): Promise<void> {
  const { pending } = await readBackupState(local)
  if (!pending) return
  const [item] = await browser.downloads.search({ id: pending.download })
  if (item?.state === 'in_progress') return
  if (item?.state !== 'complete') return failed(item?.error ?? 'the download is gone')
  const { at, articles, name } = pending
  await recordArchive(local, { backupAt: at, articles })
  await changeBackupState(local, { pending: null, failed: null, last: { at, name } })
  await cleanUp()
}

/** The reader is told on the storage page; the next look tries again. */
async function failed(reason: string): Promise<void> {
  const at = new Date().toISOString()
  await changeBackupState(local, { pending: null, failed: { at, reason } })
  await cleanUp()
}

async function cleanUp(): Promise<void> {
  if (hasOffscreen()) tellOffscreen({ say: 'backup-over' })
  await removeBackupFiles()
}

let listening = false

/** Must run while the worker starts, and again once the permission was given. */
export function listenForDownloads(): void {
  // Without the permission there is no such interface.
  const downloads: typeof browser.downloads | undefined = browser.downloads
  if (listening || !downloads) return
  listening = true
  downloads.onChanged.addListener(({ state }) => {
    if (state && state.current !== 'in_progress') void settle()
  })
}

export const backup: Pick<Handlers, 'backup-made'> = {
  async 'backup-made'({ made }, { from }) {
    if (from !== 'page') throw new Refused({ code: 'bad-request', detail: 'not from here' })
    await handOver(made)
    return {}
  },
}
