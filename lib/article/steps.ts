/** Work on a page that can pause between two steps, so that the page is never kept waiting. */

/** Yields wherever it may be paused; returns its result. */
export type Steps<T> = Generator<undefined, T, undefined>

/** Does all of it at once. */
export function complete<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
