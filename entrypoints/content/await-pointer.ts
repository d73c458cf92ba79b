/** Waits for the first pointer on a mark: from then on the card's script attends to pointers. */
import type { Painter } from './painter'

/**
 * Calls `met` once, with the event that met a mark, unless `signal` is aborted before. Events that
 * the page made up itself are not heard.
 */
export function awaitPointer(
  painter: Painter,
  met: (event: PointerEvent) => void,
  signal: AbortSignal,
): void {
  const done = new AbortController()
  let latest: PointerEvent | null = null
  const look = () => {
    const event = latest
    latest = null
    if (!event || done.signal.aborted || !painter.at(event.clientX, event.clientY)) return
    done.abort()
    met(event)
  }
  const options = {
    capture: true,
    passive: true,
    signal: AbortSignal.any([signal, done.signal]),
  }
  window.addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch') return
      if (!latest) requestAnimationFrame(look)
      latest = event
    },
    options,
  )
  window.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted) return
      latest = event
      look()
    },
    options,
  )
}
