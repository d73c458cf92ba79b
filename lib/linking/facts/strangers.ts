/** People of whom a text says no more than surname and post, where no glossary knows one who fits. */

import { type Reading, writtenAt } from '../read/reading'
import type { NameSpan, PeopleContext } from './facts'
import { draft, type Local } from './locals'

/**
 * Posts that one person alone holds, so that a surname with one is somebody, known or not. A mayor's
 * is not among them: 大野市長 is as often the mayor of 大野.
 */
const SOLE_POST = /^(?:[都道府県]?知事|(?:(?:駐|国連)\p{Script=Han}*)?大使|公使|総領事)$/u

/**
 * The local for a surname with such a post: 須藤大使, and 高市知事, who is no 高市 of the glossary.
 * Null for any other post, and where the surname is a place too (千葉知事).
 */
export function strangerInPost(
  { tables, locals }: PeopleContext,
  reading: Reading,
  { title, name, start, nameEnd }: NameSpan,
): Local | null {
  if (!title || name.length < 2 || !SOLE_POST.test(title.core)) return null
  const isPlace = [name, `${name}県`].some((word) => {
    const form = tables.formOf(word)
    return form >= 0 && tables.namedOf(form).some(({ thing }) => thing.kind === 'place')
  })
  if (isPlace) return null
  const headword = writtenAt(reading, start, nameEnd)
  return locals.introduce(draft({ headword, kind: 'person', name, short: [name] }, title.text))
}
