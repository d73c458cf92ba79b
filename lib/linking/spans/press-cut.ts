/** What papers leave of a name (京都大, 信越化, アーム) means its owner only where it stands alone. */

import { KATAKANA } from '../../text/script'
import { edgeBefore } from '../read/boundary'
import { type Hit, isNounAt, type Reading, scriptAt } from '../read/reading'
import { fromWords } from '../record/lexicon'
import type { Sense } from '../record/tables'

/** Katakana so short is a word of its own (アーム) unless the text says that it is a firm. */
const SHORT = 4
/** Longest word that says so. */
const SAYS = 4
const FIRM_BEFORE = fromWords(({ any }) => new RegExp(`(?:${any('says-firm')})$`, 'u'))
const AFFIX = fromWords(({ any }) => new RegExp(`^(?:${any('behind-whole')})`, 'u'))

/** Senses of a form without those that it has only as what is left of a name, unless it stands as one. */
export function withoutCuts(
  reading: Reading,
  { start, end }: Hit,
  senses: readonly Sense[],
): readonly Sense[] {
  if (!senses.some(({ kind }) => kind === 'cut')) return senses
  return standsAsName(reading, start, end) ? senses : senses.filter(({ kind }) => kind !== 'cut')
}

function standsAsName(reading: Reading, start: number, end: number): boolean {
  const { text } = reading
  // Most such letters are the beginning of a longer word, which is soon seen.
  if (isNounAt(reading, end) && !AFFIX(reading).test(text.slice(end, end + 6))) return false
  const short = end - start < SHORT && scriptAt(reading, start) === KATAKANA
  if (!short && edgeBefore(reading, start) === 'free') return true
  return FIRM_BEFORE(reading).test(text.slice(Math.max(0, start - SAYS), start))
}
