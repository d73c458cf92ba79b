/** What the reader said of marks: kept, undone, and handed to the engine as evidence. */
import type { ReaderEvidence } from '../annotation'
import { canonicalAddress } from '../article/identity'
import type { BunmyakuDatabase } from '../db/database'
import type { CorrectionRow } from '../db/rows'
import type { Correction } from './schema'

/** A correction before it has an id and a time. */
export type NewCorrection = Correction extends infer C
  ? C extends Correction
    ? Omit<C, 'id' | 'at'>
    : never
  : never

/** One article for all the ways to it: by a link with tracking, to a heading, from the archive. */
const addressOf = (url: string): string => canonicalAddress(url) ?? url

/** Same statement, same id: saying it twice keeps one row, and an import finds it again. */
function idOf(correction: NewCorrection): string {
  return correction.type === 'wrong'
    ? JSON.stringify(['wrong', correction.url, correction.form, correction.entity])
    : JSON.stringify([correction.type, correction.entity])
}

/** Keeps a correction; gives its id, by which it is undone. */
export async function addCorrection(
  db: BunmyakuDatabase,
  correction: NewCorrection,
  now: Date = new Date(),
): Promise<string> {
  const said =
    correction.type === 'wrong' ? { ...correction, url: addressOf(correction.url) } : correction
  const id = idOf(said)
  await db.corrections.put({ ...said, id, at: now.toISOString() } as CorrectionRow)
  return id
}

/** Takes a correction back; nothing happens where it is gone already. */
export const removeCorrection = (db: BunmyakuDatabase, id: string): Promise<void> =>
  db.corrections.delete(id)

/** All corrections, latest first. */
export async function listCorrections(db: BunmyakuDatabase): Promise<CorrectionRow[]> {
  return (await db.corrections.toArray()).sort((a, b) => b.at.localeCompare(a.at))
}

/** What the reader's corrections say about reading this page. */
export async function readerEvidence(
  db: BunmyakuDatabase,
  url: string | null,
): Promise<ReaderEvidence> {
  const here = url === null ? null : addressOf(url)
  const evidence: ReaderEvidence = { wrongHere: [], wrongElsewhere: [], hidden: [] }
  for (const correction of await db.corrections.toArray()) {
    if (correction.type === 'hidden') evidence.hidden.push(correction.entity)
    if (correction.type !== 'wrong') continue
    const { form, entity } = correction
    ;(addressOf(correction.url) === here ? evidence.wrongHere : evidence.wrongElsewhere).push({
      form,
      entity,
    })
  }
  return evidence
}
