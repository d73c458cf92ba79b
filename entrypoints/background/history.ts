/** The history of events: for the timeline, and for what a card says of before and after. */
import { queryTimeline } from '../../lib/events/timeline'
import { db, publications } from './glossary'
import type { Handlers } from './router'

export const history: Pick<Handlers, 'timeline'> = {
  timeline: async ({ entities, around, limit }) =>
    queryTimeline(db, { entities, around, limit }, await publications()),
}
