/** A short word at the foot of the page, spoken too, with at most one thing to do about it. */
import { useEffect, useState } from 'preact/hooks'
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
  useEffect(() => {
    show = setToast
  }, [])
  useEffect(() => {
    if (!toast) return
    const timer = setTimeout(() => setToast(null), STANDS_MS)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <div class="toast" role="status" aria-live="polite">
      {toast && (
        <p class="toast__words">
          <span>{toast.words}</span>
          {toast.undo && (
            <button
              type="button"
              class="button button--quiet"
              onClick={() => {
                toast.undo?.()
                setToast(null)
              }}
            >
              {t('undo')}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
