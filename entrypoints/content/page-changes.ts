/** Follows a page that changes itself, without a storm. */
import { get } from '../../lib/article/dom'

/** Milliseconds of quiet before the page is read again; and the longest that a busy page is left. */
const QUIET = 200
const LONGEST = 2_000
/** Reading may take this share of the time at most: a costly page is read less often. */
const SHARE = 0.05

/**
 * Calls `changed` after the page's text may have changed, until `signal` is aborted. What we change
 * ourselves does not count: `ours` tells our own nodes.
 * @param changed reads the page and tells how many ms that took; never overlaps with itself
 */
export function watchPage(
  changed: () => Promise<number>,
  ours: (node: Node) => boolean,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitingSince: number | null = null
  let reading = false
  let again = false
  let rest = QUIET

  const read = async () => {
    waitingSince = null
    reading = true
    const cost = await changed().catch(() => 0)
    rest = Math.max(QUIET, cost / SHARE)
    reading = false
    if (again && !signal.aborted) {
      again = false
      soon()
    }
  }
  const soon = () => {
    if (reading) {
      again = true
      return
    }
    const now = performance.now()
    waitingSince ??= now
    const left = waitingSince + Math.max(LONGEST, rest) - now
    clearTimeout(timer)
    timer = setTimeout(() => void read(), Math.max(0, Math.min(rest, left)))
  }

  const observer = new MutationObserver((records) => {
    if (records.some((record) => !isOurs(record, ours))) soon()
  })
  observer.observe(get(document, 'documentElement'), {
    subtree: true,
    childList: true,
    characterData: true,
  })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(timer)
  })
  window.addEventListener('popstate', soon, { signal })
  window.addEventListener('hashchange', soon, { signal })
}

function isOurs(record: MutationRecord, ours: (node: Node) => boolean): boolean {
  if (record.type !== 'childList') return false
  return [...record.addedNodes, ...record.removedNodes].every(ours)
}
