/** A short word at the foot of the page, spoken too, with at most one thing to do about it. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { isNoCommand } from '../../components/commands'
import { t } from '../../lib/i18n'

interface Toast {
  words: string
  /** Offered while the words stand. */
  undo?: () => void
}

/** Long enough to read and to reach the button by keyboard. */
const STANDS_MS = 8_000

let show: (toast: Toast) => void = () => undefined

/** Tells the reader; a later word takes an earlier one's place. */
export const tell = (words: string, undo?: () => void): void =>
  show(undo ? { words, undo } : { words })

export function ToastHost() {
  const [toast, setToast] = useState<Toast | null>(null)
  const host = useRef<HTMLDivElement>(null)
  /** Where the focus was before it came here. */
  const before = useRef<Element | null>(null)
  useEffect(() => {
    show = setToast
  }, [])
  const close = () => {
    const inside = host.current?.contains(document.activeElement)
    setToast(null)
    if (inside && before.current instanceof HTMLElement) before.current.focus()
  }
  const undo = () => {
    close()
    toast?.undo?.()
  }
  useEffect(() => {
    if (!toast) return
    const leave = () => {
      // Not from under the focus.
      if (host.current?.contains(document.activeElement)) timer = setTimeout(leave, STANDS_MS)
      else setToast(null)
    }
    let timer = setTimeout(leave, STANDS_MS)
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'z' || !toast.undo || event.repeat || isNoCommand(event)) return
      event.preventDefault()
      undo()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('keydown', onKey)
    }
  }, [toast])
  return (
    <div class="toast" role="status" aria-live="polite" ref={host}>
      {toast && (
        <p class="toast__words">
          <span>{toast.words}</span>
          {toast.undo && (
            <button
              type="button"
              class="button button--quiet"
              aria-keyshortcuts="z"
              onFocus={({ relatedTarget }) => {
                before.current = relatedTarget instanceof Element ? relatedTarget : null
              }}
              onClick={undo}
            >
              {t('undo')} <span class="toast__key">z</span>
            </button>
          )}
        </p>
      )}
    </div>
  )
}
