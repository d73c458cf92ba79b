/** Everyday words by which papers also call a party: 国民 is one only beside other parties, a member, or 両党. */

import type { Context } from '../facts/facts'
import { peopleWithin } from '../facts/people-within'
import { type Hit, hitsFrom, hitsUntil, type Reading } from '../read/reading'
import type { Sense } from '../record/tables'

const PARTY = /[党会]$/u
/** Posts that only parties have. */
const PARTY_POST =
  /^(?:共同)?(?:代表|党首|幹事長|政調会長|国対委員長|国会対策委員長|書記局長|選対委員長)$/u

/** Whether a form that can be a party is the everyday word here. */
export function isEverydayWord(
  context: Context,
  reading: Reading,
  hit: Hit,
  senses: readonly Sense[],
): boolean {
  const { text } = reading
  if (!senses.some(isParty) || !reading.lexicon.has('ordinary', text.slice(hit.start, hit.end)))
    return false
  const named = ({ form }: Hit) => context.tables.sensesOf(form).some(isParty)
  const listed =
    (/[、・]/u.test(text[hit.end] ?? '') && hitsFrom(reading, hit.end + 1).some(named)) ||
    (/[、・]/u.test(text[hit.start - 1] ?? '') && hitsUntil(reading, hit.start - 1).some(named))
  const bracketed = text[hit.start - 1] === '(' && text[hit.end] === ')'
  const counted = /^(?:両|\d)党/u.test(text.slice(hit.end, hit.end + 2))
  const member = peopleWithin(context, reading, hit.end, hit.end + 2).some(
    ({ start, title }) =>
      start === hit.end ||
      // 国民の|玉木代表
      (text[hit.end] === 'の' && PARTY_POST.test(title?.core ?? '')),
  )
  return !listed && !bracketed && !counted && !member
}

const isParty = ({ thing: { kind, name } }: Sense): boolean =>
  kind === 'organisation' && PARTY.test(name)
