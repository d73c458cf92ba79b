// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest'
import { applyLetterKeys, isNoCommand } from '../../components/commands'

/** A key press at an element, as a listener of the document sees it. */
function pressed(key: string, at: HTMLElement, init: KeyboardEventInit = {}): KeyboardEvent {
  document.body.append(at)
  let seen: KeyboardEvent | undefined
  const hear = (event: KeyboardEvent) => {
    seen = event
  }
  document.addEventListener('keydown', hear)
  at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...init }))
  document.removeEventListener('keydown', hear)
  at.remove()
  if (!seen) throw new Error('the key press was not heard')
  return seen
}
const element = (name: string) => document.createElement(name)

describe('key presses that are no commands', () => {
  afterEach(() => applyLetterKeys(true))

  it('are text for a field, words being composed, and what belongs to the browser', () => {
    expect(isNoCommand(pressed('j', element('input')))).toBe(true)
    expect(isNoCommand(pressed('j', element('textarea')))).toBe(true)
    expect(isNoCommand(pressed('j', element('p'), { isComposing: true }))).toBe(true)
    expect(isNoCommand(pressed('j', element('p'), { ctrlKey: true }))).toBe(true)
    expect(isNoCommand(pressed('j', element('p')))).toBe(false)
  })

  it('are single letters where the reader turned them off; named keys go on working', () => {
    applyLetterKeys(false)
    for (const key of ['j', 'k', 'h', 'z', '/'])
      expect(isNoCommand(pressed(key, element('p')))).toBe(true)
    for (const key of ['ArrowDown', 'Enter', 'Delete', 'Escape'])
      expect(isNoCommand(pressed(key, element('p')))).toBe(false)
  })
})
