/** Touch: a long press opens a card anywhere, a tap where the page itself has nothing to press. */
import { closest } from '../../lib/article/dom'
import type { Mark } from '../../lib/page/mark'
import type { PagePort } from '../../lib/page/ports'
import type { Hover } from './hover'

/** Milliseconds; a browser's own long press comes at about 500. CSS px: a finger is never still. */
const LONG = 430
const STILL = 10

const PRESSABLE = 'a, button, input, select, textarea, label, summary, [role="button"], [onclick]'

/** Listens until the page is gone. */
export function watchTouch(
  page: PagePort,
  hover: Hover,
  ours: (target: EventTarget | null) => boolean,
): void {
  const signal = page.gone
  let press: { mark: Mark; x: number; y: number; opened: boolean } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const options = { capture: true, passive: true, signal }
  const drop = () => {
    clearTimeout(timer)
    press = null
  }

  const down = (event: PointerEvent) => {
    drop()
    if (!event.isTrusted || event.pointerType !== 'touch' || !event.isPrimary) return
    if (ours(event.target)) return
    const mark = page.at(event.clientX, event.clientY)
    if (!mark) return
    const now = { mark, x: event.clientX, y: event.clientY, opened: false }
    press = now
    timer = setTimeout(
      () => {
        now.opened = true
        hover.on({ type: 'open', target: mark, by: 'touch' })
      },
      LONG - (performance.now() - event.timeStamp),
    )
  }
  window.addEventListener('pointerdown', down, options)
  window.addEventListener(
    'pointermove',
    (event) => {
      if (!press || event.pointerType !== 'touch') return
      if (Math.hypot(event.clientX - press.x, event.clientY - press.y) > STILL) drop()
    },
    options,
  )
  window.addEventListener('pointercancel', () => press?.opened || drop(), options)
  window.addEventListener(
    'pointerup',
    (event) => {
      const done = press
      if (!done || event.pointerType !== 'touch') return
      clearTimeout(timer)
      const target = event.target instanceof Element ? event.target : null
      if (!done.opened && target && !closest(target, PRESSABLE))
        hover.on({ type: 'open', target: done.mark, by: 'touch' })
    },
    options,
  )
  // The long press was for us: no menu of the browser's, and the link is not followed on release.
  const swallow = (event: Event) => {
    if (!press?.opened || !event.isTrusted) return
    event.preventDefault()
    if (event.type === 'click') {
      event.stopPropagation()
      press = null
    }
  }
  // A long press need not end in a click: what the keyboard does next is not its end.
  window.addEventListener('keydown', () => (press = null), { capture: true, signal })
  window.addEventListener('contextmenu', swallow, { capture: true, signal })
  window.addEventListener('click', swallow, { capture: true, signal })

  // The finger that made the page want this script may still be down.
  if (page.first) down(page.first)
}
