/** Chromium's page without a window, for what its background cannot do itself. Firefox needs none. */
import { CHANNEL as ENGINE } from '../../lib/engine-port/talk'

/** Chromium's, which the polyfill does not know. */
interface Offscreen {
  hasDocument(): Promise<boolean>
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>
}

const api = (): Offscreen | undefined =>
  (globalThis as { chrome?: { offscreen?: Offscreen } }).chrome?.offscreen

/** Channel on which the page is told what to do. */
export const OFFSCREEN = `${ENGINE}-page`

export type ToOffscreen =
  /** Write a backup; `app` is the extension's version. */
  | { say: 'backup'; app: string }
  /** The backup has been taken, or given up: its file may go. */
  | { say: 'backup-over' }
  /** Ends what the engine is doing, at once, and starts another. */
  | { say: 'restart-engine' }

export const hasOffscreen = (): boolean => api() !== undefined

let opening: Promise<boolean> | null = null

/** Opens the page where it is not open, and tells whether it did. Two at once would be refused. */
export function openOffscreen(): Promise<boolean> {
  opening ??= open().finally(() => {
    opening = null
  })
  return opening
}

async function open(): Promise<boolean> {
  const offscreen = api()
  if (!offscreen || (await offscreen.hasDocument())) return false
  await offscreen.createDocument({
    url: 'offscreen.html',
    reasons: ['WORKERS', 'BLOBS'],
    justification: 'reads long pages on a thread of its own; writes scheduled backups',
  })
  return true
}

let channel: BroadcastChannel | null = null

/** Says something to the page; nobody hears it where it is not open. */
export function tellOffscreen(words: ToOffscreen): void {
  channel ??= new BroadcastChannel(OFFSCREEN)
  channel.postMessage(words)
}
