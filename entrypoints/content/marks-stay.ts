/** Marks come back where the page empties the registry of highlights; it tells nobody when it does. */

/** Milliseconds between two looks, and where the page empties it again and again. */
const OFTEN = 1_000
const SELDOM = 60_000

/**
 * Looks now and then until `signal` is aborted. Each time something was gone the next look comes
 * later, so that a page that fights costs less and less; where all is well it comes sooner again.
 * @param putBack mends what is gone and tells whether anything was
 */
export function keepMarksThere(putBack: () => boolean, signal: AbortSignal): void {
  let wait = OFTEN
  let timer: ReturnType<typeof setTimeout>
  const look = () => {
    // A tab that nobody sees is looked at when it is seen again.
    if (document.visibilityState === 'visible')
      wait = putBack() ? Math.min(SELDOM, wait * 2) : Math.max(OFTEN, wait / 2)
    timer = setTimeout(look, wait)
  }
  timer = setTimeout(look, wait)
  signal.addEventListener('abort', () => clearTimeout(timer))
}
