import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepMarksThere } from '../../entrypoints/content/marks-stay'

describe('marks that a page may wipe', () => {
  let end: AbortController
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('document', { visibilityState: 'visible' })
    end = new AbortController()
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  /** How often it looks in an hour, where something is gone each time or never. */
  const looksInAnHour = (gone: boolean): number => {
    let looks = 0
    keepMarksThere(() => {
      looks++
      return gone
    }, end.signal)
    vi.advanceTimersByTime(3_600_000)
    return looks
  }

  it('are looked after every second', () => {
    expect(looksInAnHour(false)).toBe(3_600)
  })

  it('are put back more and more seldom where the page wipes them each time', () => {
    expect(looksInAnHour(true)).toBeLessThan(70)
  })

  it('are looked after as often as before once the page lets them be', () => {
    let looks = 0
    let gone = true
    keepMarksThere(() => {
      looks++
      return gone
    }, end.signal)
    vi.advanceTimersByTime(600_000)
    gone = false
    vi.advanceTimersByTime(600_000)
    looks = 0
    vi.advanceTimersByTime(60_000)
    expect(looks).toBe(60)
  })

  it('are left alone in a tab that nobody sees', () => {
    vi.stubGlobal('document', { visibilityState: 'hidden' })
    expect(looksInAnHour(true)).toBe(0)
  })
})
