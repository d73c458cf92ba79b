/** The whole history for the full-page timeline. */
import type { EventLine } from '../../../lib/card'
import { send } from '../../../lib/send'

/** Most events that the timeline shows at once; the design size of the list. */
const MOST = 5_000

/** Every event that is known, bundled and from the archive. */
export async function allEvents(): Promise<EventLine[]> {
  return (await send('timeline', { entities: [], around: null, limit: MOST })).events
}
