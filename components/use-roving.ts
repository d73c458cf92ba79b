/**
 * One tab stop for a whole list: arrows, j and k, Home and End move inside it.
 *
 * Items carry `data-item`. The tab index is kept on the elements themselves, not in the tree that
 * Preact draws, so that a list of thousands is not drawn again for each step.
 */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { isNoCommand } from './commands'

interface Options {
  /** Also answers j and k when the focus is elsewhere on the page: for the page's main list. */
  main?: boolean
  /** Arrows of this direction move too. */
  direction?: 'vertical' | 'horizontal'
}

/** @returns a ref for the element that holds the items. */
export function useRoving<E extends HTMLElement>({ main, direction = 'vertical' }: Options = {}) {
  const list = useRef<E>(null)

  useLayoutEffect(() => {
    const items = itemsOf(list.current)
    const current = items.find((item) => item === document.activeElement || item.tabIndex === 0)
    for (const item of items) item.tabIndex = item === (current ?? items[0]) ? 0 : -1
  })

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const root = list.current
      if (!root || event.defaultPrevented || isNoCommand(event)) return
      const inside = root.contains(document.activeElement)
      if (!inside && !(main && (event.key === 'j' || event.key === 'k'))) return
      const items = itemsOf(root)
      const to = target(event.key, direction, items, inside)
      if (!to) return
      event.preventDefault()
      for (const item of items) item.tabIndex = item === to ? 0 : -1
      to.focus()
      to.scrollIntoView?.({ block: 'nearest' })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [main, direction])

  return list
}

const itemsOf = (root: HTMLElement | null): HTMLElement[] =>
  root ? [...root.querySelectorAll<HTMLElement>('[data-item]')] : []

function target(
  key: string,
  direction: 'vertical' | 'horizontal',
  items: HTMLElement[],
  inside: boolean,
): HTMLElement | undefined {
  const tabbable = items.findIndex((item) => item.tabIndex === 0)
  const at = items.findIndex((item) => item.contains(document.activeElement))
  const forward = direction === 'vertical' ? 'ArrowDown' : 'ArrowRight'
  const back = direction === 'vertical' ? 'ArrowUp' : 'ArrowLeft'
  if (key === 'Home') return items[0]
  if (key === 'End') return items.at(-1)
  // Coming from elsewhere lands on the item last used, without a step.
  if (!inside && (key === 'j' || key === 'k')) return items[Math.max(0, tabbable)]
  const step = key === forward || key === 'j' ? 1 : key === back || key === 'k' ? -1 : 0
  if (step === 0) return undefined
  return items[Math.min(items.length - 1, Math.max(0, (at < 0 ? tabbable : at) + step))]
}
