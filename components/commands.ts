/** Which key presses are commands: not text for a field, and no letters where the reader wants none. */
import type { Settings } from '../lib/settings'

let letters = true

/** Voice input and slips of the hand press letters unasked; WCAG 2.1.4 wants a way to turn them off. */
export function applyLetterKeys(on: Settings['letterKeys']): void {
  letters = on
}

/** True where a key press must not be taken for a command. */
export function isNoCommand(event: KeyboardEvent): boolean {
  const target = event.target
  if (event.isComposing || event.metaKey || event.ctrlKey || event.altKey) return true
  if (!letters && event.key.length === 1) return true
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
