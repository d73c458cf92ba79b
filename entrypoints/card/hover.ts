/** Runs the dwell machine: keeps its clock, does what it says. */
import {
  atRest,
  type DwellEvent,
  type DwellState,
  type DwellTimes,
  type Opener,
  transition,
} from '../../lib/page/dwell'
import type { Mark } from '../../lib/page/mark'

/** Milliseconds. A reader's dwell is a setting; these are ours. */
const GRACE = 280
const PREFETCH = 80

export interface HoverActions {
  prefetch(mark: Mark): void
  open(mark: Mark, by: Opener): void
  close(): void
}

export class Hover {
  #state: DwellState<Mark> = atRest()

  constructor(
    /** The reader's own dwell, in ms. */
    readonly dwell: () => number,
    readonly actions: HoverActions,
  ) {}

  on(event: DwellEvent<Mark>): void {
    const times: DwellTimes = { dwell: this.dwell(), grace: GRACE, prefetch: PREFETCH }
    const { state, effects } = transition(this.#state, event, times)
    this.#state = state
    for (const effect of effects) {
      if (effect.type === 'wait') {
        const { token, due } = effect
        setTimeout(() => this.on({ type: 'timer', token, due }), effect.ms)
      } else if (effect.type === 'prefetch') this.actions.prefetch(effect.target)
      else if (effect.type === 'open') this.actions.open(effect.target, effect.by)
      else this.actions.close()
    }
  }
}
