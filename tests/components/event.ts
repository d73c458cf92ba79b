import type { EventLine } from '../../lib/card'

/** An event of a list, as bare as it can be. */
export const event = (over: Partial<EventLine> & Pick<EventLine, 'date'>): EventLine => ({
  id: over.title ?? over.date,
  status: 'occurred',
  type: 'meeting',
  title: `${over.date}の出来事`,
  text: '',
  participants: [],
  place: null,
  topics: [],
  sources: [],
  disagreements: [],
  ...over,
})
