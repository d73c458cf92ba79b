/** The keyboard inside the card: Escape closes, Tab stays within. */

/** What can be focused, in order. */
const FOCUSABLE = 'button, a[href], summary'

export function listenForKeys(close: () => void): void {
  addEventListener('keydown', (event) => {
    if (!event.isTrusted || event.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
    } else if (event.key === 'Tab') goRound(event)
  })
}

function goRound(event: KeyboardEvent): void {
  const stops = [...document.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((stop) =>
    stop.checkVisibility(),
  )
  const at =
    document.activeElement instanceof HTMLElement ? stops.indexOf(document.activeElement) : -1
  const next = event.shiftKey ? at - 1 : at + 1
  if (at >= 0 && next >= 0 && next < stops.length) return
  event.preventDefault()
  ;(event.shiftKey ? stops.at(-1) : stops[0])?.focus()
}
