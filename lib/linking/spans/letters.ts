/** Countries written with one letter (米, 中, 露), in the places where the press does so. */

import { HAN, HIRAGANA, KATAKANA, LATIN, type Script } from '../../text/script'
import { by } from '../facts/choice'
import type { Context } from '../facts/facts'
import { type Hit, hitsFrom, hitsUntil, type Reading, scriptAt } from '../read/reading'
import { fromWords } from '../record/lexicon'
import { isCountry, type Sense } from '../record/tables'
import { type Proposal, proposal } from './proposal'

/** Letters that are everyday words or parts of them: only beside 側, or in a list of countries. */
const RISKY = 'risky-letter'
/** What follows the letter of a country as a word of its own. */
const BEHIND = fromWords(({ any }) => new RegExp(`^(?:${any('behind-letter')}|[A-Z])`, 'u'))

/** A mention of the country, where the letter stands for it. */
export function proposeLetter(
  context: Context,
  reading: Reading,
  hit: Hit,
  senses: readonly Sense[],
): Proposal[] {
  const sense = senses.find(({ thing, when }) => isCountry(thing) && !when?.bound)
  if (!sense) return []
  const { text } = reading
  const letter = text.slice(hit.start, hit.end)
  const left = scriptAt(reading, hit.start - 1)
  const right = scriptAt(reading, hit.end)
  const risky = reading.lexicon.has(RISKY, letter)
  const next = text[hit.end] ?? ''
  const behind = text.slice(hit.end, hit.end + 6)
  if (left === HAN || left === KATAKANA || (left === LATIN && hit.start > 0)) return []
  if (/[0-9]/.test(text[hit.start - 1] ?? '')) return []
  // その日、米は…; 続く中、ロシアは…: behind kana such a letter is a word of its own.
  const inList = left !== HIRAGANA || !risky
  const listed =
    inList &&
    ((/[、・]/u.test(next) && nextLetter(context, reading, hit.end + 1)) ||
      (/[、・]/u.test(text[hit.start - 1] ?? '') && letterBefore(context, reading, hit.start - 1)))
  const headline = next === '、' && (hit.start === 0 || reading.heading) && !risky
  const side = next === '側'
  const before =
    !risky &&
    ((right === KATAKANA && scriptAt(reading, hit.end + 2) === KATAKANA) ||
      right === LATIN ||
      (right === HAN && (BEHIND(reading).test(behind) || knownBehind(context, reading, hit))))
  if (right === HIRAGANA && !listed) return []
  if (!listed && !headline && !side && !before) return []
  const words = `国の略称「${letter}」＋「${behind.slice(0, 2)}」`
  const choice = by(context.tables, 'boundary.letter', words, { thing: sense.thing })
  return [proposal(context.tables, 'letter', hit, [choice])]
}

/** A letter in a list is a whole word: 中、ロ, but not 中、ロシア. */
const isWord = (script: Script): boolean => script !== HAN && script !== KATAKANA

const nextLetter = (context: Context, reading: Reading, at: number): boolean =>
  hitsFrom(reading, at).some(
    (hit) =>
      hit.end - hit.start === 1 &&
      context.tables.sensesOf(hit.form).some(({ thing }) => isCountry(thing)) &&
      isWord(scriptAt(reading, hit.end)),
  )

const letterBefore = (context: Context, reading: Reading, at: number): boolean =>
  hitsUntil(reading, at).some(
    (hit) =>
      hit.end - hit.start === 1 &&
      context.tables.sensesOf(hit.form).some(({ thing }) => isCountry(thing)) &&
      isWord(scriptAt(reading, hit.start - 1)),
  )

/** A body, person or product of that very country follows. */
const knownBehind = (context: Context, reading: Reading, { end }: Hit): boolean =>
  hitsFrom(reading, end).some(
    (hit) => hit.end - hit.start > 2 && context.tables.sensesOf(hit.form).length > 0,
  )
