import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** @returns a ref for an element, and that element's inner width in px as it changes. */
export function useWidth<E extends HTMLElement>() {
  const box = useRef<E>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    setWidth(element.clientWidth)
    const sized = new ResizeObserver(() => setWidth(element.clientWidth))
    sized.observe(element)
    return () => sized.disconnect()
  }, [])
  return [box, width] as const
}
