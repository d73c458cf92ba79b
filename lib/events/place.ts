/** Where in a saved article an event stands. */
import type { BunmyakuDatabase } from '../db/database'

/** `block:offset` at which the article tells of the event; null where its text does not say. */
export async function placeIn(
  db: BunmyakuDatabase,
  article: string,
  event: string,
): Promise<string | null> {
  const claims = await db.claims.where('event').equals(event).toArray()
  const span = claims.find((claim) => claim.article === article)?.evidence[0]
  return span ? `${span.block}:${span.start}` : null
}
