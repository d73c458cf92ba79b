/** Starts the engine's worker, where a page of ours holds it, and hands it the record. */
import browser from 'webextension-polyfill'
import type { ToEngine } from './talk'

/** It says `ready` when the record is open. A worker knows nothing of the extension that it is of. */
export function startWorker(broken: (reason: string) => void = () => undefined): Worker {
  const worker = new Worker(browser.runtime.getURL('engine-worker.js'))
  worker.onerror = ({ message }) => broken(message)
  void handOver(worker).catch((error: unknown) => broken(String(error)))
  return worker
}

async function handOver(worker: Worker): Promise<void> {
  const response = await fetch(browser.runtime.getURL('data/engine.bin'))
  const record = await response.arrayBuffer()
  const words: ToEngine = { say: 'record', record }
  worker.postMessage(words, [record])
}
