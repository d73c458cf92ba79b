/** Work that everybody waits for together and that is tried again after it failed. */

/** @returns a function that starts `work` at its first call and gives later callers the same promise. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null
  return () => {
    running ??= work().catch((error: unknown) => {
      running = null
      throw error
    })
    return running
  }
}
