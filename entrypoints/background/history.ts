/** The history of events: for the timeline, and for what a card says of before and after. */
import type { EventLine } from '../../lib/card'
import type { Handlers } from './router'

/** How many events a card shows on each side of the article's day. */
export async function eventsFor(
  _entities: readonly string[],
  _day: string | null,
): Promise<{ before: EventLine[]; after: EventLine[] }> {
  return { before: [], after: [] }
}

export const history: Pick<Handlers, 'timeline'> = {
  timeline: async () => ({ events: [], total: 0 }),
}
