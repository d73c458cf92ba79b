/** What the reader follows (追う): entities, events, words. */
import type { BunmyakuDatabase } from '../db/database'
import type { FollowRow } from '../db/rows'
import type { Follow } from './schema'

export type FollowTarget = Follow['target']

/** Same target, same id: following twice keeps one row. */
const followId = (target: FollowTarget): string =>
  target.type === 'entity'
    ? `entity:${target.entity}`
    : target.type === 'event'
      ? `event:${target.event}`
      : `keyword:${target.keyword.normalize('NFKC').trim()}`

/** Follows; where it was followed already, since when stays as it was. */
export async function follow(
  db: BunmyakuDatabase,
  target: FollowTarget,
  now: Date = new Date(),
): Promise<FollowRow> {
  const row = { id: followId(target), target, at: now.toISOString() }
  return db.transaction('rw', db.follows, async () => {
    const old = await db.follows.get(row.id)
    if (!old) await db.follows.add(row)
    return old ?? row
  })
}

export const unfollow = (db: BunmyakuDatabase, target: FollowTarget): Promise<void> =>
  db.follows.delete(followId(target))

export const isFollowed = async (db: BunmyakuDatabase, target: FollowTarget): Promise<boolean> =>
  (await db.follows.get(followId(target))) !== undefined

/** Since when it is followed, or null. */
export const followedSince = async (
  db: BunmyakuDatabase,
  target: FollowTarget,
): Promise<string | null> => (await db.follows.get(followId(target)))?.at ?? null

/** Everything followed, latest first. */
export const listFollows = async (db: BunmyakuDatabase): Promise<FollowRow[]> =>
  (await db.follows.toArray()).sort((a, b) => b.at.localeCompare(a.at))
