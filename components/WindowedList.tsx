/** A list of thousands of which only what is in sight is drawn; it scrolls in its own box. */
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks'
import { useRoving } from './use-roving'
import { RowHeights } from './window-rows'

/** Scrolling less than this draws nothing anew, in px; the margins of the window allow for it. */
const STEP = 240

interface Props<T> {
  rows: readonly T[]
  /** How many there are where `rows` are only the first of them, null where that is not known yet; and how to have more. */
  total?: number | null
  onEnd?: () => void
  keyOf: (row: T) => string
  draw: (row: T) => ComponentChildren
  /** Height of a row not yet seen, in px. */
  guess: number
  class?: string
  label: string
  /** The row to bring into sight when it or the rows change. */
  reveal?: string | null
}

export function WindowedList<T>({
  rows,
  total = rows.length,
  onEnd,
  keyOf,
  draw,
  guess,
  label,
  reveal,
  ...rest
}: Props<T>) {
  const box = useRef<HTMLDivElement>(null)
  const list = useRoving<HTMLOListElement>({ main: true })
  const heights = useMemo(() => new RowHeights(guess), [guess])
  const keys = useMemo(() => rows.map(keyOf), [rows, keyOf])
  const [view, setView] = useState({ scroll: 0, height: 800 })
  const [, redraw] = useReducer((n: number) => n + 1, 0)
  const { from, to, above, below } = heights.window(keys, view.scroll, view.height)

  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => {
      const scroll = Math.floor(element.scrollTop / STEP) * STEP
      const height = element.clientHeight + STEP
      setView((old) => (old.scroll === scroll && old.height === height ? old : { scroll, height }))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const sized = new ResizeObserver(look)
    sized.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      sized.disconnect()
    }
  }, [])

  useEffect(() => {
    if (to === rows.length && rows.length < (total ?? Number.POSITIVE_INFINITY)) onEnd?.()
  }, [to, rows.length, total, onEnd])

  useLayoutEffect(() => {
    let changed = false
    for (const row of list.current?.children ?? [])
      if (row instanceof HTMLElement && row.dataset.key)
        changed = heights.measure(row.dataset.key, row.offsetHeight) || changed
    if (changed) redraw(undefined)
  })

  useEffect(() => {
    const index = reveal ? keys.indexOf(reveal) : -1
    const element = box.current
    if (index < 0 || !element) return
    element.scrollTop = Math.max(0, heights.top(keys, index) - element.clientHeight / 2)
  }, [reveal, keys, heights])

  const onKeyDown = (event: KeyboardEvent) => {
    const element = box.current
    if (!element || (event.key !== 'Home' && event.key !== 'End')) return
    // The ends may not be drawn yet, so the list is scrolled first and the focus follows.
    event.preventDefault()
    event.stopPropagation()
    element.scrollTop = event.key === 'Home' ? 0 : element.scrollHeight
    setTimeout(() => {
      const items = [...(list.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])]
      ;(event.key === 'Home' ? items[0] : items.at(-1))?.focus()
    }, 50)
  }

  return (
    <div class={`windowed ${rest.class ?? ''}`} ref={box}>
      <div style={{ height: `${above}px` }} />
      <ol ref={list} aria-label={label} onKeyDown={onKeyDown}>
        {rows.slice(from, to).map((row, index) => (
          <li
            key={keyOf(row)}
            data-key={keyOf(row)}
            aria-setsize={total ?? -1}
            aria-posinset={from + index + 1}
          >
            {draw(row)}
          </li>
        ))}
      </ol>
      <div style={{ height: `${below}px` }} />
    </div>
  )
}
