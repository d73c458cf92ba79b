/** Titles and honorifics behind a name: where they end and what they say. */

import { DIGIT, HAN, KATAKANA, LATIN } from '../../text/script'
import { fromWords, type Worded } from '../record/lexicon'
import type { Tables } from '../record/tables'
import { type Hit, hitsFrom, type Reading, scriptAt } from './reading'

export interface Title {
  /** Folded offset behind the title. */
  readonly end: number
  /** As it stands behind the name. */
  readonly text: string
  /** Without 前, 元 … */
  readonly core: string
  /** 前, 元, 次期 … where one stands before it. */
  readonly prefix: string | null
  readonly honorific: boolean
  /** How surely these words are a title where they stand. */
  readonly sure: Sureness
}

/** Listed whole; begins with a known body or country; begins with a word of office; only looks like one. */
export const SURE = { whole: 4, body: 3, word: 2, look: 1 } as const
type Sureness = (typeof SURE)[keyof typeof SURE]

/** Ends by which a longer run (body, department and post) is known as a title. */
const TITLE_HEADS = fromWords(({ any }) => new RegExp(`(?:${any('title-end')})$`, 'u'))
/** What a title with its body begins with, where no name of a body does; a country's letter too (米|国務長官). */
const TITLE_STARTS = fromWords(
  ({ any }) =>
    new RegExp(
      `^(?:第[1-9](?=[副次部局])|${any('title-start')}|(?:${any('country-letter')})(?:国|外|財|首|大|国防|国務|商|上院|下院))`,
      'u',
    ),
)
/** Of a title whose body no list knows: it looks like one by its end. */
const BODY_STARTS = fromWords(
  ({ any }) => new RegExp(`^[^\\s]{1,8}(?:${any('unknown-body')})(?!長)`, 'u'),
)
/** Posts of a cabinet by what they are in charge of: 五輪相, 消費者・少子化担当大臣. */
const IN_CHARGE =
  /^(?=.{3,})[\p{Script=Han}\d々ァ-ヺー・]{1,20}(?:担当相|担当大臣|(?<![担真様世皮手])相)$/u
/** Asked for every run behind a name. */
const TITLES = fromWords(({ all }) => new Set(all('title')))
const HONORIFICS = fromWords(({ all }) => new Set(all('honorific')))
/** 前 … 当時 before a title change who holds it. */
const PREFIXES = fromWords(({ all }) => all('title-prefix'))

/** Longest title with its body before it (外務省アジア大洋州局地域政策参事官) that is looked for. */
const LONGEST = 26
/** The same where ・ stands between the fields of a post. */
const LONGEST_LISTED = 40

/**
 * The title or honorific that stands at `at`, directly behind a name; null where none does.
 *
 * A run of one word is a title where the list knows it, or where it begins as a title or with a
 * body and ends as a title; of a run that goes on after a title (首相|就任) the title is taken.
 *
 * @param apart A ・ parts it from the name, so that any run which ends as a title is one.
 */
export function titleAt(tables: Tables, reading: Reading, at: number, apart = false): Title | null {
  const known = KNOWN.get(reading) ?? new Map<number, Title | null>()
  KNOWN.set(reading, known)
  const key = apart ? -1 - at : at
  const before = known.get(key)
  if (before !== undefined) return before
  const found = findTitle(tables, reading, at, apart)
  known.set(key, found)
  return found
}

/** What was found at an offset; below zero where it stands apart. Names of several lengths end at one. */
const KNOWN = new WeakMap<Reading, Map<number, Title | null>>()

function findTitle(tables: Tables, reading: Reading, at: number, apart: boolean): Title | null {
  const { text } = reading
  const kana = /^(?:さん|さま|くん|ちゃん)/u.exec(text.slice(at, at + 3))?.[0]
  if (kana) return title(reading, kana, [], { end: at + kana.length, sure: SURE.whole })
  const end = runEnd(reading, at, at + LONGEST)
  if (end === at) return null
  const run = text.slice(at, end)
  if (NO_TITLE.test(run)) return null
  const prefixes = PREFIXES(reading).filter((word) => run.startsWith(word))
  const whole = title(reading, run, prefixes, { end, sure: SURE.whole })
  if (whole.honorific || isTitle(tables, whole.core)) return whole
  const listed = listedTitle(tables, reading, at, end)
  if (listed) return title(reading, text.slice(at, listed.end), prefixes, listed)
  if (end < LONGEST + at && (TITLE_HEADS(reading).test(whole.core) || isInCharge(whole.core))) {
    const sure = sureness(tables, reading, whole)
    if (sure || apart) return { ...whole, sure: sure ?? SURE.look }
  }
  for (let length = run.length - 1; length > 0; length--) {
    const part = title(reading, run.slice(0, length), prefixes, {
      end: at + length,
      sure: SURE.whole,
    })
    if (part.honorific || isTitle(tables, part.core)) return part
    const sure =
      shortestTitle(reading, part.end) <= part.core.length ? sureness(tables, reading, part) : null
    if (sure) return { ...part, sure }
  }
  return null
}

/** Where a run of the letters that titles are written with ends. */
function runEnd(reading: Reading, at: number, most: number): number {
  const limit = Math.min(reading.text.length, most)
  let end = at
  while (end < limit && isTitleUnit(reading, end)) end++
  return end
}

/**
 * A post whose fields are listed with ・ (消費者・少子化担当大臣, 国務省軍備管理・検証局次長),
 * or null. Without a body at its start it must be in charge (担当) of them.
 */
function listedTitle(
  tables: Tables,
  reading: Reading,
  at: number,
  firstEnd: number,
): { end: number; sure: Sureness } | null {
  const { text } = reading
  const limit = at + LONGEST_LISTED
  const body = hitsFrom(reading, at).some(
    (hit) => hit.end <= firstEnd && hit.end - at > 2 && isBodyOrPlace(tables, hit),
  )
  let end = firstEnd
  while (text[end] === '・' && end < limit && !TITLE_HEADS(reading).test(text.slice(at, end))) {
    const next = runEnd(reading, end + 1, limit)
    if (next === end + 1) return null
    end = next
  }
  if (end === firstEnd || end >= limit) return null
  const words = text.slice(at, end)
  if (body && TITLE_HEADS(reading).test(words)) return { end, sure: SURE.body }
  // In 花子・少子化担当相 the first is a given name.
  if (!/担当(?:大臣|相)$/u.test(words))
    return /^[^・]+・[^・]{1,8}(?<![真様世皮手首])相$/u.test(words) &&
      TITLE_STARTS(reading).test(words)
      ? { end, sure: SURE.word }
      : null
  return { end, sure: TITLE_STARTS(reading).test(words) ? SURE.word : SURE.look }
}

/** Words that only begin like a title: 選手権 is a championship, 会長職 a post without a person. */
const NO_TITLE =
  /^(?:選手[権村団会層]|会長[職室]|社長[職室]|監督署|議員[団連宿会立]|代表[団作]|教授会|委員会|議長国|市長選|知事選)/u

/** True for a word that by itself is a title (首相, 局長). */
export const isTitle = (from: Worded, word: string): boolean => TITLES(from).has(word)

/** A title with its body begins with the name of one, with a country or with a word of that kind. */
function sureness(tables: Tables, reading: Reading, { end, core }: Title): Sureness | null {
  const start = end - core.length
  if (hitsFrom(reading, start).some((hit) => hit.end < end && isBodyOrPlace(tables, hit)))
    return SURE.body
  if (TITLE_STARTS(reading).test(core) || isInCharge(core)) return SURE.word
  return BODY_STARTS(reading).test(core) ? SURE.look : null
}

/** A body, a place or a kind of body; not a surname or a given name. */
const isBodyOrPlace = (tables: Tables, { form }: Hit): boolean =>
  tables.namedOf(form).length > 0 || !(tables.isSurname(form) || tables.peopleOf(form).length > 0)

/** Whether a run is a post by what it is in charge of. Most runs end in another letter, which is soon seen. */
const isInCharge = (core: string): boolean =>
  (core.endsWith('相') || core.endsWith('臣')) && IN_CHARGE.test(core)

/** Longest listed title that a longer one may end in. */
const LONGEST_END = 9
const NO_END = 255
const ENDS = new WeakMap<Reading, Uint8Array>()

/** Length of the shortest listed title of more than one unit that ends at an offset; 255 where none does. */
function shortestTitle(reading: Reading, end: number): number {
  const ends = ENDS.get(reading) ?? new Uint8Array(reading.text.length + 1)
  ENDS.set(reading, ends)
  if (ends[end] === 0) {
    ends[end] = NO_END
    for (let length = 2; length <= Math.min(LONGEST_END, end) && ends[end] === NO_END; length++)
      if (isTitle(reading, reading.text.slice(end - length, end))) ends[end] = length
  }
  return ends[end] ?? NO_END
}

/** @param prefixes Those that the whole run begins with: hardly ever any. */
function title(
  from: Worded,
  text: string,
  prefixes: readonly string[],
  { end, sure }: Pick<Title, 'end' | 'sure'>,
): Title {
  const prefix = prefixes.find((word) => text.startsWith(word) && text !== word) ?? null
  const core = prefix ? text.slice(prefix.length) : text
  return { end, text, core, prefix, honorific: HONORIFICS(from).has(core), sure }
}

function isTitleUnit(reading: Reading, at: number): boolean {
  const script = scriptAt(reading, at)
  return script === HAN || script === KATAKANA || script === LATIN || script === DIGIT
}
