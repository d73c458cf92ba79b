/** Bodies, laws and sites that no glossary knows and that say by their last word what they are: 北陸総合研究所, 海洋資源保護法案. */

import { by, Tally } from '../facts/choice'
import type { Context } from '../facts/facts'
import { draft } from '../facts/locals'
import { peopleWithin } from '../facts/people-within'
import { townAt, townsIn } from '../facts/towns'
import { COMMON_WORD, opensWithWord } from '../read/affixes'
import { hitsFrom, isNounAt, type Reading, writtenAt } from '../read/reading'
import { fromWords } from '../record/lexicon'
import { endsName } from './longer-names'
import { type Proposal, proposal } from './proposal'

/** Names shorter than this are common nouns: 研究所, 女子大学. */
const SHORTEST = 4
const LONGEST = 20
/** First words of a description, beside those of `COMMON_WORD`; folded, so that 一部 is 1部. */
const DESCRIBES = fromWords(({ any }) => new RegExp(`^(?:${any('describes-run')})`, 'u'))

/** Candidates for such names, one a run of kanji and katakana. Linear in the block's length. */
export function proposeUnlisted(context: Context, reading: Reading): Proposal[] {
  const proposals = townsIn(reading, context.tables).map(({ start, name }) =>
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
      const found = saysWhatItIs(reading, start, end)
        ? unlisted(context, reading, start, text.slice(start, end))
        : null
      if (found) proposals.push(found)
    }
  }
  return proposals
}

/** Last letters of all the words by which such names and towns are known. */
const LAST = fromWords(({ all }) => {
  const ends = ['body', 'paper', 'place', 'firm', 'house', 'arena'].flatMap((kind) =>
    all(`unlisted-${kind}`),
  )
  return new Set([...'村町市区', ...ends.map((word) => word.slice(-1))])
})

/** Whether a run has one of them, which most runs have not: only then is it worth a closer look. */
function saysWhatItIs(reading: Reading, start: number, end: number): boolean {
  const last = LAST(reading)
  for (let at = start + 1; at < end; at++) if (last.has(reading.text.charAt(at))) return true
  return false
}

function unlisted(context: Context, reading: Reading, start: number, run: string): Proposal | null {
  const again = townAt(run)
  if (again && context.towns.has(again)) return town(context, reading, start, again)
  if (
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
  for (const { id, gives: kind, pattern } of context.tables.unlisted) {
    const name = pattern.exec(run)?.[0]
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
