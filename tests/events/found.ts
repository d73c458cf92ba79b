/** Events as `findEvents` gives them, for tests of what becomes of them. */
import type { FoundEvent } from '../../lib/events/schema'

export const found = (event: Partial<FoundEvent>): FoundEvent => ({
  date: '2026-03-19',
  status: 'occurred',
  type: 'meeting',
  title: '日米首脳会談',
  participants: ['person.takaichi-sanae', 'person.trump-donald'],
  place: null,
  topics: [],
  figures: [],
  main: false,
  evidence: { block: 'b0', start: 0, end: 20 },
  alsoEvidence: [],
  ...event,
})
