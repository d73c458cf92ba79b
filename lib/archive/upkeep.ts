/** What the archive needs now and then: index and archive compared, the bin emptied, the index tidied. */
import * as v from 'valibot'
import type { BunmyakuDatabase } from '../db/database'
import { purgeBin } from './delete'
import { checkIndex } from './search/check'
import { compact } from './search/compact'

const KEY = 'repair'

const Repair = v.object({
  at: v.string(),
  /** Articles that could not be found by their words until then. */
  articles: v.number(),
})
export type Repair = v.InferOutput<typeof Repair>

/**
 * On start of the browser and now and then: compares index and archive and repairs, empties the bin
 * of what lay in it long enough, and tidies the index. Killed anywhere, the next run does the rest.
 */
export async function keepUp(db: BunmyakuDatabase, now: Date = new Date()): Promise<void> {
  const { missing, stale, broken } = await checkIndex(db)
  const articles = missing + stale
  if (articles + broken > 0)
    await db.meta.put({ key: KEY, value: { at: now.toISOString(), articles } satisfies Repair })
  await purgeBin(db)
  await compact(db)
}

/** When the index last had to be repaired; null where it never had. */
export async function lastRepair(db: BunmyakuDatabase): Promise<Repair | null> {
  const parsed = v.safeParse(Repair, (await db.meta.get(KEY))?.value)
  return parsed.success ? parsed.output : null
}
