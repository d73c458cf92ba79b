/** What Japanese given names end in, and the common words that end like one. */

import { fromWords, type Worded } from '../record/lexicon'

const GIVEN_END = fromWords(({ all }) => new Set(all('given-end')))
/** Whether a word ends in a letter that most Japanese given names end in. */
export const endsAsGiven = (from: Worded, name: string): boolean =>
  GIVEN_END(from).has(name.at(-1) ?? '')

const COMMON = fromWords(({ any }) => new RegExp(`^第|${any('no-name')}`, 'u'))
/** Whether a run has a word of the press in it, so that it is no name though it ends like one. */
export const hasCommonWord = (from: Worded, run: string): boolean => COMMON(from).test(run)

const ROLE_BEFORE = fromWords(({ any }) => new RegExp(`(?:${any('role-before')})の?$`, 'u'))
/** Whether the words before a folded offset say what somebody does: 俳優の|山本健太さん. */
export const roleBefore = (
  { text, lexicon }: Worded & { readonly text: string },
  at: number,
): boolean => ROLE_BEFORE({ lexicon }).test(text.slice(Math.max(0, at - 8), at))

/** In 北陸大教授 the 大 is a university. */
export const ACADEMIC = /教授|講師|学長|助教|研究|院/u

/** Behind a name; the press changes about between the words of one government. */
export const LEADERSHIP = /^([新前旧]|(?:第[0-9]次)?再?改造)?(政権|内閣|指導部|体制)/u
