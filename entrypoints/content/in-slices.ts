/** Does long work in short tasks: between two of them the page lays out, paints and answers. */
import type { Steps } from '../../lib/article/steps'

/** Milliseconds that one task may take before it lets the page in. */
const SLICE = 8

/** Not yet in every browser that we serve. */
const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } }

const pause = (): Promise<void> =>
  scheduler?.yield?.() ??
  new Promise((resolve) => {
    // A timer would wait longer, and ever longer in a tab in the background.
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

/**
 * @param wanted asked after each pause; work that nobody wants any more is dropped
 * @returns the result and how many ms of the page's own time it took; null where it was dropped
 */
export async function inSlices<T>(
  steps: Steps<T>,
  wanted: () => boolean,
): Promise<{ value: T; cost: number } | null> {
  let cost = 0
  for (;;) {
    const start = performance.now()
    let now = start
    while (now - start < SLICE) {
      const { done, value } = steps.next()
      now = performance.now()
      if (done) return { value, cost: cost + now - start }
    }
    cost += now - start
    await pause()
    if (!wanted()) return null
  }
}
