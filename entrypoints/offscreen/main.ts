/**
 * What Chromium's background cannot do itself: hold a worker for the engine, and make the file of a
 * scheduled backup. A worker has no workers and no addresses for blobs, and sleeps in the middle of
 * a long export.
 */
import { writeBackup } from '../../lib/archive/transfer/backup'
import { openDatabase } from '../../lib/db/database'
import { startWorker } from '../../lib/engine-port/start-worker'
import { CHANNEL } from '../../lib/engine-port/talk'
import { send } from '../../lib/send'
import { OFFSCREEN, type ToOffscreen } from '../background/offscreen'

/** Milliseconds without work after which this page goes: it costs memory. */
const IDLE = 5 * 60_000

let worker: Worker | null = null
/** Address of the file that is being taken; it ends with this page. */
let file: string | null = null
let making = false
let idle: ReturnType<typeof setTimeout>

function rest(): void {
  clearTimeout(idle)
  idle = setTimeout(() => (making || file ? rest() : close()), IDLE)
}

function startEngine(): void {
  worker?.terminate()
  worker = startWorker()
}

async function backUp(app: string): Promise<void> {
  if (making || file) return
  making = true
  try {
    const { file: blob, ...made } = await writeBackup(openDatabase(), app)
    file = URL.createObjectURL(blob)
    await send('backup-made', { made: { result: 'made', address: file, ...made } })
  } catch (error) {
    await send('backup-made', { made: { result: 'failed', reason: String(error).slice(0, 1_000) } })
  } finally {
    making = false
  }
}

new BroadcastChannel(OFFSCREEN).onmessage = ({ data }) => {
  rest()
  const words = data as ToOffscreen
  if (words.say === 'restart-engine') startEngine()
  if (words.say === 'backup') void backUp(words.app)
  if (words.say === 'backup-over' && file) {
    URL.revokeObjectURL(file)
    file = null
  }
}
// Work for the engine passes by this page; it only notices that there is some.
new BroadcastChannel(CHANNEL).onmessage = rest

startEngine()
rest()
