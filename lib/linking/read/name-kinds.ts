/** What the last word of a name says that it names, and names that a text introduces in quotation marks. */

import type { Kind } from '../../glossary/schema'
import { fromWords, type Worded } from '../record/lexicon'
import type { Reading } from './reading'

const KINDS = fromWords(({ any }) => {
  const ends = (kind: Kind, listed: string) => ({
    kind,
    end: new RegExp(`(?:${any(listed)})$`, 'u'),
  })
  return [
    ends('organisation', 'names-body'),
    ends('document', 'names-paper'),
    ends('framework', 'names-framework'),
    ends('concept', 'names-concept'),
  ]
})
const BODY_WITHIN = fromWords(({ any }) => new RegExp(`^.{2,}(?:${any('names-body')})`, 'u'))

/** What a long name is by its last word; null where that does not tell. */
export const kindOfName = (from: Worded, name: string): Kind | null =>
  KINDS(from).find(({ end }) => end.test(name))?.kind ?? null

/** The name of a body with which a run of letters begins (連邦捜査局|捜査官); null where there is none. */
export const nameIn = (from: Worded, run: string): string | null =>
  BODY_WITHIN(from).exec(run)?.[0] ?? null

export interface QuotedName {
  readonly name: string
  readonly kind: Kind
  /** With what tells it from other things of the name, where something must: ときわ(補給艦). */
  readonly headword: string
  /** As the text introduces it. */
  readonly words: string
}

const LETTER = '[\\p{sc=Han}\\p{sc=Kana}ーA-Za-z0-9・]'
const BY_END = fromWords(
  ({ any }) =>
    new RegExp(
      `[「『](${LETTER}{2,20}(?:(${any('quoted-body')})|${any('quoted-paper')}))[」』]`,
      'gu',
    ),
)
/** 団体「X」, メディア「X」: the word before says what X is. Only names, no sentences and no everyday words. */
const BY_WORD = fromWords(
  ({ any }) => new RegExp(`(?:${any('says-body')})[「『](${LETTER}{3,20})[」』]`, 'gu'),
)
/** 補給艦「ときわ」: the kind of ship before says what X is. */
const BY_SHIP = fromWords(
  ({ any }) => new RegExp(`(${any('ship')})[「『]((?:${LETTER}|[ぁ-ゖ]){2,16})[」』]`, 'gu'),
)
/** 「X」と題する報告書, 「X」の名称で. */
const BY_TITLE =
  /[「『]([^「」『』。]{6,40})[」』]と(?:題(?:する|した)|名付けられた)(?:[^、。「」]{0,8})(?:声明|報告|報告書|文書|論文|決議|提言|戦略|計画|指針|宣言)/gu

/** Names of bodies and papers that a text introduces by quoting them. */
export function* quotedNames(reading: Reading): Generator<QuotedName> {
  const { text } = reading
  for (const match of text.matchAll(BY_END(reading)))
    yield quoted(match, match[2] ? 'organisation' : 'document')
  for (const match of text.matchAll(BY_WORD(reading))) yield quoted(match, 'organisation')
  for (const match of text.matchAll(BY_TITLE)) yield quoted(match, 'document')
  for (const [words, ship = '', name = ''] of text.matchAll(BY_SHIP(reading)))
    yield { name, kind: 'object', headword: `${name}(${ship})`, words }
}

const quoted = ([words, name = '']: RegExpExecArray, kind: Kind): QuotedName => ({
  name,
  kind,
  headword: name,
  words,
})
