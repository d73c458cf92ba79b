/** The title behind a name: at once, behind its reading in brackets, a space or a ・. */

import { HAN } from '../../text/script'
import type { Tables } from '../record/tables'
import { hitsFrom, type Reading, scriptAt } from './reading'
import { type Title, titleAt } from './titles'

/** Honorifics that also stand behind a space, as in lists and on screen: 山口新 容疑者. */
export const PERSONAL = /^(?:氏|容疑者|被告|受刑者|死刑囚)$/u

/**
 * Title behind a name, with a reading in brackets (習近平(シー・ジンピン)国家主席) or ・ between.
 *
 * @param start Where the name begins.
 * @param at Behind the name.
 */
export function titleBehind(
  tables: Tables,
  reading: Reading,
  start: number,
  at: number,
): Title | null {
  const { text } = reading
  const bracket = /^\([ぁ-ゖァ-ヺー・ ]{2,20}\)/u.exec(text.slice(at, at + 24))?.[0]
  const from = at + (bracket?.length ?? 0)
  const apart = text[from] === '・'
  if (apart || (text[from] === ' ' && at - start > 2)) {
    // A line that goes on with another word (深田 コーチと) is no name with its title.
    if (!apart && scriptAt(reading, from + 1) !== HAN) return null
    const title = titleAt(tables, reading, from + 1, apart)
    if (!title || (title.honorific ? apart || !PERSONAL.test(title.core) : title.text.length < 2))
      return null
    // NAME BODY POST: behind a space the body is a mention of its own.
    const body = hitsFrom(reading, from + 1).some((hit) =>
      tables.sensesOf(hit.form).some(({ thing }) => thing.kind === 'organisation'),
    )
    return !apart && body ? { ...title, end: at } : title
  }
  return titleAt(tables, reading, from)
}
