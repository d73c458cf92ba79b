/** The keyboard inside an open card: Escape closes, Tab stays within once focus is there. */

/** What can be focused, in order. */
const FOCUSABLE = 'button, a[href], summary'

/**
 * Listens until the returned function is called. Escape is ours while a card is open: it must not
 * close the page's own dialog as well.
 */
export function listenForKeys(host: HTMLElement, root: ShadowRoot, close: () => void): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopImmediatePropagation()
      close()
    } else if (event.key === 'Tab' && document.activeElement === host) goRound(event, root)
  }
  window.addEventListener('keydown', pressed, true)
  return () => window.removeEventListener('keydown', pressed, true)
}

function goRound(event: KeyboardEvent, root: ShadowRoot): void {
  const stops = [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((stop) =>
    stop.checkVisibility(),
  )
  const at = root.activeElement instanceof HTMLElement ? stops.indexOf(root.activeElement) : -1
  const next = event.shiftKey ? at - 1 : at + 1
  if (at >= 0 && next >= 0 && next < stops.length) return
  event.preventDefault()
  ;(event.shiftKey ? stops.at(-1) : stops[0])?.focus()
}
