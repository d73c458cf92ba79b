/**
 * When a card opens and closes, as a state machine without clock or page.
 *
 * A pointer must rest on a term before its card opens, and may leave both term and card for a
 * moment before it closes: that is how it travels from one to the other. Every change of mind makes
 * a new token; a timer whose token is old is ignored, so nothing has to be cancelled.
 */

/** How a card came to be open: only one that the pointer opened closes when the pointer leaves. */
export type Opener = 'pointer' | 'touch' | 'keyboard'

export interface DwellState<T> {
  token: number
  /** The term whose card is open. */
  open: T | null
  by: Opener
  pinned: boolean
  /** The pointer has left term and card; the grace is running. */
  leaving: boolean
  /** The term under the pointer whose card is not open yet. */
  pending: T | null
}

export type DwellEvent<T> =
  | { type: 'over'; target: T; modifier: boolean }
  | { type: 'out' }
  | { type: 'modifier' }
  | { type: 'card-enter' }
  | { type: 'card-leave' }
  | { type: 'timer'; token: number; due: 'prefetch' | 'open' | 'close' }
  | { type: 'open'; target: T; by: Opener }
  | { type: 'press-outside' }
  | { type: 'pin'; on: boolean }
  | { type: 'close' }

export type DwellEffect<T> =
  | { type: 'wait'; ms: number; token: number; due: 'prefetch' | 'open' | 'close' }
  | { type: 'prefetch'; target: T }
  | { type: 'open'; target: T; by: Opener }
  | { type: 'close' }

/** Milliseconds. */
export interface DwellTimes {
  dwell: number
  grace: number
  /** Rest after which the card's data are asked for, so that they are there when it opens. */
  prefetch: number
}

/** Nothing open, nothing pending. */
export const atRest = <T>(): DwellState<T> => ({
  token: 0,
  open: null,
  by: 'pointer',
  pinned: false,
  leaving: false,
  pending: null,
})

/** The next state, and what the caller has to do for it, in order. Targets are compared by identity. */
export function transition<T>(
  state: DwellState<T>,
  event: DwellEvent<T>,
  times: DwellTimes,
): { state: DwellState<T>; effects: DwellEffect<T>[] } {
  const token = state.token + 1
  const holdsOpen = state.open !== null && (state.pinned || state.by !== 'pointer')
  const stay = { state, effects: [] }
  const opened = (target: T, by: Opener) => ({
    state: { token, open: target, by, pinned: false, leaving: false, pending: null },
    effects: [{ type: 'open' as const, target, by }],
  })
  const closed = () => ({
    state: { ...atRest<T>(), token },
    effects: state.open === null ? [] : [{ type: 'close' as const }],
  })

  switch (event.type) {
    case 'over': {
      if (state.pinned) return stay
      if (event.target === state.open)
        return { state: { ...state, token, leaving: false, pending: null }, effects: [] }
      if (event.modifier) return opened(event.target, 'pointer')
      if (event.target === state.pending) return stay
      const effects: DwellEffect<T>[] = []
      if (state.open !== null && !holdsOpen)
        effects.push({ type: 'wait', ms: times.grace, token, due: 'close' })
      effects.push({
        type: 'wait',
        ms: Math.min(times.prefetch, times.dwell),
        token,
        due: 'prefetch',
      })
      effects.push({ type: 'wait', ms: times.dwell, token, due: 'open' })
      return { state: { ...state, token, leaving: !holdsOpen, pending: event.target }, effects }
    }
    case 'out':
    case 'card-leave':
      if (state.open === null || holdsOpen)
        return state.pending === null
          ? stay
          : { state: { ...state, token, pending: null }, effects: [] }
      // A pointer that wanders about outside must not put the end of the grace off.
      if (state.leaving && state.pending === null) return stay
      return {
        state: { ...state, token, leaving: true, pending: null },
        effects: [{ type: 'wait', ms: times.grace, token, due: 'close' }],
      }
    case 'modifier':
      return state.pending === null ? stay : opened(state.pending, 'pointer')
    case 'card-enter':
      return { state: { ...state, token, leaving: false, pending: null }, effects: [] }
    case 'timer':
      if (event.token !== state.token) return stay
      if (event.due === 'close')
        // The pointer may be resting on another term already: that rest goes on.
        return state.open === null
          ? stay
          : {
              state: { ...state, open: null, by: 'pointer', leaving: false },
              effects: [{ type: 'close' }],
            }
      if (state.pending === null) return stay
      if (event.due === 'prefetch')
        return { state, effects: [{ type: 'prefetch', target: state.pending }] }
      return opened(state.pending, 'pointer')
    case 'open':
      return opened(event.target, event.by)
    case 'press-outside':
      return state.pinned ? stay : closed()
    case 'pin':
      return state.open === null
        ? stay
        : { state: { ...state, token, pinned: event.on }, effects: [] }
    case 'close':
      return closed()
  }
}
