/** Escape while a card is open and the focus is in the page. */

/**
 * Listens until the returned function is called. Escape is ours while a card is open: it must not
 * close the page's own dialog as well. Within the card its own document listens.
 */
export function listenForEscape(close: () => void): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.isComposing || event.key !== 'Escape') return
    event.preventDefault()
    event.stopImmediatePropagation()
    close()
  }
  window.addEventListener('keydown', pressed, true)
  return () => window.removeEventListener('keydown', pressed, true)
}
