/** Where the engine's own thread is: a worker of the background's, or of a page without a window. */
import type { Line, Start } from '../../lib/engine-port/queue'
import { startWorker } from '../../lib/engine-port/start-worker'
import { CHANNEL, type FromEngine, type Job } from '../../lib/engine-port/talk'
import { hasOffscreen, openOffscreen, tellOffscreen } from './offscreen'

/** Milliseconds in which a worker that has nothing to do answers; and in which a new one is ready. */
const PROMPT = 400
const STARTED = 10_000

/** A background that is a page holds the worker itself. */
const own: Start = async (heard, broken): Promise<Line> => {
  const worker = startWorker(broken)
  worker.onmessage = ({ data }) => heard(data as FromEngine)
  return { post: (job) => worker.postMessage(job), stop: () => worker.terminate() }
}

/** One that is a worker has another page hold it. */
const borrowed: Start = async (heard, broken): Promise<Line> => {
  const channel = new BroadcastChannel(CHANNEL)
  const ready = (ms: number) =>
    new Promise<boolean>((resolve) => {
      const late = setTimeout(() => resolve(false), ms)
      channel.onmessage = ({ data }) => {
        if ((data as FromEngine).say !== 'ready') return
        clearTimeout(late)
        resolve(true)
      }
      channel.postMessage({ say: 'ping' })
    })
  const fresh = await openOffscreen()
  // It may still be at work for a background that was put to sleep: nobody waits for that.
  if (!(await ready(fresh ? STARTED : PROMPT))) {
    tellOffscreen({ say: 'restart-engine' })
    if (!(await ready(STARTED))) throw new Error('the engine does not start')
  }
  const listen = () => {
    channel.onmessage = ({ data }) => heard(data as FromEngine)
  }
  listen()
  let stopped = false
  /** The page goes where there is no work for long: then another holds the worker. */
  const post = async (job: Job) => {
    if ((await openOffscreen()) && !(await ready(STARTED))) throw new Error('it does not start')
    if (stopped) return
    listen()
    channel.postMessage(job)
  }
  return {
    post: (job) => void post(job).catch((error: unknown) => stopped || broken(String(error))),
    stop() {
      stopped = true
      channel.close()
      tellOffscreen({ say: 'restart-engine' })
    },
  }
}

export const startEngine: Start = (heard, broken) =>
  (hasOffscreen() ? borrowed : own)(heard, broken)
