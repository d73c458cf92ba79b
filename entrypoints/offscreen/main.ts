/**
 * Makes the file of a scheduled backup where a worker cannot: Chromium's has no addresses for blobs,
 * and sleeps in the middle of a long export. It stays until the background closes it, since the
 * address ends with it.
 */
import { writeBackup } from '../../lib/archive/transfer/backup'
import { openDatabase } from '../../lib/db/database'
import { send } from '../../lib/send'

async function make(): Promise<void> {
  try {
    const { file, ...made } = await writeBackup(
      openDatabase(),
      // Such a page knows nothing of the manifest: it is told.
      new URLSearchParams(location.search).get('app') ?? '',
    )
    const address = URL.createObjectURL(file)
    await send('backup-made', { made: { result: 'made', address, ...made } })
  } catch (error) {
    await send('backup-made', { made: { result: 'failed', reason: String(error).slice(0, 1_000) } })
  }
}

// Not sooner: a page that is closed while it loads is one that could not be made.
addEventListener('load', () => setTimeout(() => void make()))
