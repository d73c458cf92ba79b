/** What of the whole history is shown. */

import { sortDay } from '../../../components/sort-day'
import type { EventLine } from '../../../lib/card'

export interface TimelineFilter {
  /** All of these take part in it, or it is about them. */
  entities: ReadonlySet<string>
  types: ReadonlySet<EventLine['type']>
  status: EventLine['status'] | 'all'
  /** Told by an article of the archive, or by what came with the extension. */
  source: 'all' | 'archive' | 'bundled'
  /** Words, all of which stand in its title, text or names. */
  text: string
  /** First and last day, `YYYY-MM-DD`, both included; null: all. */
  range: readonly [from: string, to: string] | null
}

export const NO_FILTER: TimelineFilter = {
  entities: new Set(),
  types: new Set(),
  status: 'all',
  source: 'all',
  text: '',
  range: null,
}

/** @param except leaves one condition out, so that the strip can show what its own range hides. */
export function filterEvents(
  events: readonly EventLine[],
  filter: TimelineFilter,
  except?: 'range',
): EventLine[] {
  const words = fold(filter.text).split(/\s+/).filter(Boolean)
  return events.filter((event) => {
    if (filter.status !== 'all' && event.status !== filter.status) return false
    if (filter.types.size > 0 && !filter.types.has(event.type)) return false
    if (filter.source !== 'all') {
      const archived = event.sources.some(({ article }) => article !== null)
      const bundled = event.sources.some(({ article }) => article === null)
      if (filter.source === 'archive' ? !archived : !bundled) return false
    }
    const names = [...event.participants, ...event.topics]
    for (const id of filter.entities) if (!names.some((name) => name.id === id)) return false
    if (words.length > 0) {
      const told = fold(
        [event.title, event.text, ...names.map(({ headword }) => headword)].join(' '),
      )
      if (!words.every((word) => told.includes(word))) return false
    }
    if (filter.range && except !== 'range') {
      const day = sortDay(event.date)
      if (day < filter.range[0] || day > filter.range[1]) return false
    }
    return true
  })
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()
