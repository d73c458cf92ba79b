/**
 * The pointer over marks. Nothing is prevented and nothing is stopped: a click in a link goes where
 * the page meant. Events that the page made up itself are not heard.
 */
import type { Mark } from '../../lib/page/mark'
import type { PagePort } from '../../lib/page/ports'
import type { Hover } from './hover'

/** The key that opens a card at once. */
const MODIFIER = 'Shift'

/** Listens until the page is gone. `ours` tells the card's host from the page. */
export function watchPointer(
  page: PagePort,
  hover: Hover,
  ours: (target: EventTarget | null) => boolean,
): void {
  const signal = page.gone
  let under: Mark | null = null
  let latest: PointerEvent | null = null

  const look = () => {
    const event = latest
    latest = null
    if (!event || signal.aborted) return
    // With a button down the reader is selecting.
    const mark = event.buttons === 0 ? page.at(event.clientX, event.clientY) : null
    if (mark === under) return
    under = mark
    hover.on(mark ? { type: 'over', target: mark, modifier: event.shiftKey } : { type: 'out' })
  }

  const options = { capture: true, passive: true, signal }
  window.addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch') return
      if (!latest) requestAnimationFrame(look)
      latest = event
    },
    options,
  )
  // Into the card, where the page hears of no move any more: its own enter and leave tell the rest.
  window.addEventListener(
    'pointerover',
    (event) => {
      if (ours(event.target)) under = latest = null
    },
    options,
  )
  window.addEventListener(
    'pointerout',
    (event) => {
      if (!event.isTrusted || event.relatedTarget !== null || event.pointerType === 'touch') return
      under = null
      hover.on({ type: 'out' })
    },
    options,
  )
  window.addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && !ours(event.target)) hover.on({ type: 'press-outside' })
    },
    options,
  )
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted && event.key === MODIFIER && !event.repeat) hover.on({ type: 'modifier' })
    },
    options,
  )

  // The pointer that made the page want this script rests on its mark already.
  if (page.first && page.first.pointerType !== 'touch') {
    latest = page.first
    look()
  }
}
