/** Bodies, laws and sites that no glossary knows and that say by their last word what they are: 北陸総合研究所, 海洋資源保護法案. */

import { by, Tally } from '../facts/choice'
import type { Context } from '../facts/facts'
import { draft } from '../facts/locals'
import { peopleWithin } from '../facts/people-within'
import { townAt } from '../facts/towns'
import { COMMON_WORD, opensWithWord } from '../read/affixes'
import { hitsFrom, isNounAt, type Reading, writtenAt } from '../read/reading'
import { fromWords } from '../record/lexicon'
import type { Tables } from '../record/tables'
import { endsName } from './longer-names'
import { type Proposal, proposal } from './proposal'

/** Names shorter than this are common nouns: 研究所, 女子大学. */
const SHORTEST = 4
const LONGEST = 20
/** First words of a description, beside those of `COMMON_WORD`; folded, so that 一部 is 1部. */
const DESCRIBES = fromWords(({ any }) => new RegExp(`^(?:${any('describes-run')})`, 'u'))

/** Candidates for such names, one a run of kanji and katakana. Linear in the block's length. */
export function proposeUnlisted(context: Context, reading: Reading): Proposal[] {
  const proposals = (context.towns.get(reading) ?? []).map(({ start, name }) =>
    town(context, reading, start, name),
  )
  const { text } = reading
  let at = 0
  while (at < text.length) {
    const start = at
    while (at < text.length && isNounAt(reading, at)) at++
    if (at === start) at++
    else if (at - start > 1) {
      const end = Math.min(at, start + LONGEST)
      const rows = rowsFor(context, text, start, end)
      const found = rows ? unlisted(context, reading, start, text.slice(start, end), rows) : null
      if (found) proposals.push(found)
    }
  }
  return proposals
}

/** Beside the rows: a town that the text has named with its prefecture. */
const TOWN = 1 << 30

/** By last letter of a word that says what a name is: the rows with such a word, a bit each. */
const lastLetters = new WeakMap<Tables, ReadonlyMap<string, number>>()
function lastLettersOf(tables: Tables): ReadonlyMap<string, number> {
  const known = lastLetters.get(tables)
  if (known) return known
  const made = new Map([...'村町市区'].map((letter): [string, number] => [letter, TOWN]))
  tables.unlisted.forEach(({ end }, k) => {
    for (const word of tables.lexicon.all(end))
      made.set(word.slice(-1), (made.get(word.slice(-1)) ?? 0) | (1 << k))
  })
  lastLetters.set(tables, made)
  return made
}

/** The rows that may speak of a run, a bit each: none of most runs, and then it needs no closer look. */
function rowsFor({ tables }: Context, text: string, start: number, end: number): number {
  const last = lastLettersOf(tables)
  let rows = 0
  for (let at = start + 1; at < end; at++) rows |= last.get(text.charAt(at)) ?? 0
  return rows
}

function unlisted(
  context: Context,
  reading: Reading,
  start: number,
  run: string,
  rows: number,
): Proposal | null {
  const again = townAt(run)
  if (again && context.townNames.has(again)) return town(context, reading, start, again)
  if (
    rows === TOWN ||
    run.length < SHORTEST ||
    // さいたま|スーパーアリーナ, すみれ|ガ丘: kana that ends no word before a name is part of it.
    /[んまほちみれゆ]/u.test(reading.text[start - 1] ?? '') ||
    DESCRIBES(reading).test(run) ||
    COMMON_WORD(reading).test(run) ||
    opensWithWord(reading, run)
  )
    return null
  // What begins with a known name is read there; a person's name is none of a body.
  const listed = (form: number) =>
    context.tables.sensesOf(form).some(({ kind }) => kind !== 'cut') ||
    context.tables.isSurname(form) ||
    context.tables.isBlocker(form)
  if (hitsFrom(reading, start).some((hit) => hit.end - hit.start > 1 && listed(hit.form)))
    return null
  for (const [k, { id, gives: kind, pattern }] of context.tables.unlisted.entries()) {
    const name = rows & (1 << k) ? pattern.exec(run)?.[0] : undefined
    if (!name || !endsName(reading, start + name.length)) continue
    if (peopleWithin(context, reading, start, start + 1).length > 0) return null
    const stop = start + name.length
    const headword = writtenAt(reading, start, stop)
    const local = draft({ headword, kind, name, short: [] }, null)
    const tally = new Tally(context.tables.weights)
    tally.add('form.unlisted', `「${headword}」`).say(`form.${id}`, '')
    return proposal(context.tables, 'unlisted', { start, end: stop }, [tally.of({ local })])
  }
  return null
}

function town({ tables }: Context, reading: Reading, start: number, name: string): Proposal {
  const headword = writtenAt(reading, start, start + name.length)
  const local = draft({ headword, kind: 'place', name, short: [] }, null)
  const choice = by(tables, 'form.town', `都道府県＋「${headword}」`, { local })
  return proposal(tables, 'town', { start, end: start + name.length }, [choice])
}
