/** Which steps a reader's choice leaves: by who and what, by level, by kind, by who tells. */
import type { EventLine, StoryStep } from '../../lib/card'

export interface StoryFilter {
  /** All of them must be named. */
  readonly entities: ReadonlySet<string>
  /** The lowest level that is still shown; what saved articles alone tell has none and is `all` only. */
  readonly level: 'all' | 'main' | 'step'
  readonly type: 'all' | EventLine['type']
  readonly source: 'all' | 'bundled' | 'archive'
}

export const NO_FILTER: StoryFilter = {
  entities: new Set(),
  level: 'all',
  type: 'all',
  source: 'all',
}

export const narrowed = (steps: readonly StoryStep[], filter: StoryFilter): StoryStep[] =>
  steps.filter(
    ({ event, level }) =>
      [...filter.entities].every((id) =>
        [...event.participants, ...event.topics].some((entity) => entity.id === id),
      ) &&
      (filter.level === 'all' || level === 'main' || level === filter.level) &&
      (filter.type === 'all' || event.type === filter.type) &&
      (filter.source === 'all' || (level === null) === (filter.source === 'archive')),
  )
