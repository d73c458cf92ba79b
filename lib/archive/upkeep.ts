/** What the archive needs now and then: on start, after saves, after an import. */
import type { BunmyakuDatabase } from '../db/database'
import { purgeBin } from './delete'
import { checkIndex } from './search/check'
import { compact } from './search/compact'
import type { CheckReport } from './search/port'

/**
 * On start of the background: compares index and archive and repairs, empties the bin of what lay
 * in it long enough, and tidies the index. Killed anywhere, the next start does what is left.
 * @returns what had to be repaired.
 */
export async function startUpkeep(db: BunmyakuDatabase): Promise<CheckReport> {
  const report = await checkIndex(db)
  await purgeBin(db)
  await compact(db)
  return report
}

/** After a save: takes the searchable texts into a segment, where enough of them wait. */
export const afterSave = async (db: BunmyakuDatabase): Promise<void> => {
  await compact(db)
}
