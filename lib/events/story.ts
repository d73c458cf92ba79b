/** What events take from the text around their sentence; looked up only where an event needs it. */
import type { Mention } from '../linking/mention'
import { type Holders, holdersIn } from './leaders'
import { subjectOf } from './subject'
import type { Unit } from './units'

/** How many sentences back an elided subject is looked for. */
const BACK = 3

export class Story {
  #holders: Holders | null = null
  /** By place; sentence after sentence asks for the same ones. */
  readonly #subjects: (readonly Mention[] | undefined)[] = []

  constructor(readonly units: readonly Unit[]) {}

  /** Whom the document names by title and country. */
  get holders(): Holders {
    this.#holders ??= holdersIn(this.units)
    return this.#holders
  }

  /** Whom the nearest sentence before is about that has a subject; a heading is about the whole text. */
  subjectBefore(place: number): readonly Mention[] {
    for (let k = place - 1; k >= Math.max(0, place - BACK); k--) {
      const unit = this.units[k]
      if (!unit || unit.around || unit.heading) continue
      const own = this.#subjects[k] ?? subjectOf(unit)
      this.#subjects[k] = own
      if (own.length) return own
    }
    return []
  }
}
