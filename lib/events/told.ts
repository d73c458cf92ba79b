/** What a sentence tells of an event, before tellings of one event are joined. */
import type { TimeExpression } from '../time/expression'
import type { Head } from './heads'
import type { FoundEvent } from './schema'
import type { Unit } from './units'

/** One telling of an event, before tellings of one event are joined. */
export interface Told {
  event: FoundEvent
  head: Head
  unit: Unit
  when: TimeExpression
  /** Clock time or part of the day, where the text gives one. */
  clock: string
}
