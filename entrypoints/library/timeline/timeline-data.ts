/** The whole history for the full-page timeline, and where in a saved article an event stands. */
import type { EventLine } from '../../../lib/card'
import { send } from '../../../lib/send'
import { db } from '../database'

/** Most events that the timeline shows at once; the design size of the list. */
const MOST = 5_000

/** Every event that is known, bundled and from the archive. */
export async function allEvents(): Promise<EventLine[]> {
  return (await send('timeline', { entities: [], around: null, limit: MOST })).events
}

/** `block:offset` at which a saved article tells of an event; null where its text does not say. */
export async function articlePlace(article: string, event: string): Promise<string | null> {
  const claims = await db.claims.where('event').equals(event).toArray()
  const span = claims.find((claim) => claim.article === article)?.evidence[0]
  return span ? `${span.block}:${span.start}` : null
}
