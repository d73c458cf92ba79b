/**
 * The tail: texts that no segment holds yet.
 *
 * Texts are taken into segments in the order of their numbers, so the tail is what is newer than
 * everything in a segment: a range of the primary key. An index over a flag would not do: Chromium
 * keeps the entries of all rows that once had it and looks each of them up again in every query.
 */
import type { BunmyakuDatabase } from '../../db/database'
import type { SearchSegmentRow } from '../../db/rows'

/** Number of the newest text in a segment; 0 where there is none. */
export function newestHeld(segments: Iterable<Pick<SearchSegmentRow, 'seqs'>>): number {
  let newest = 0
  for (const { seqs } of segments) for (const seq of seqs) if (seq > newest) newest = seq
  return newest
}

/** Numbers of the tail's texts, rising. */
export const tailSeqs = (
  db: BunmyakuDatabase,
  segments: Iterable<Pick<SearchSegmentRow, 'seqs'>>,
): PromiseLike<number[]> => db.searchTexts.where(':id').above(newestHeld(segments)).primaryKeys()

/** Whether the tail has at least so many texts. Looks at one row: it is asked after every save. */
export async function tailReaches(db: BunmyakuDatabase, count: number): Promise<boolean> {
  const row = await db.searchTexts
    .orderBy(':id')
    .reverse()
    .offset(count - 1)
    .first()
  return row?.tail === 1
}
