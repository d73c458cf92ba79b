/** Titles and honorifics behind a name: where they end and what they say. */
import { DIGIT, HAN, KATAKANA, LATIN } from '../text/script'
import { hitsFrom, type Reading, scriptAt } from './reading'
import {
  COMPLETE_TITLES,
  HONORIFICS,
  TITLE_HEADS,
  TITLE_PREFIXES,
  TITLE_STARTS,
} from './title-words'

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
}

/** Longest title with its body before it (外務省アジア大洋州局地域政策参事官) that is looked for. */
const LONGEST = 26

/**
 * The title or honorific that stands at `at`, directly behind a name; null where none does.
 *
 * A run of one word is a title where the list knows it, or where it begins as a title or with a
 * body and ends as a title; of a run that goes on after a title (首相|就任) the title is taken.
 *
 * @param apart A ・ parts it from the name, so that any run which ends as a title is one.
 */
export function titleAt(reading: Reading, at: number, apart = false): Title | null {
  const { text } = reading
  const kana = /^(?:さん|さま|くん|ちゃん)/u.exec(text.slice(at, at + 3))?.[0]
  if (kana) return title(kana, at + kana.length, [])
  const limit = Math.min(text.length, at + LONGEST)
  let end = at
  while (end < limit && isTitleUnit(reading, end)) end++
  if (end === at) return null
  const run = text.slice(at, end)
  const prefixes = TITLE_PREFIXES.filter((word) => run.startsWith(word))
  const whole = title(run, end, prefixes)
  if (whole.honorific || COMPLETE_TITLES.has(whole.core)) return whole
  if (end < LONGEST + at && TITLE_HEADS.test(whole.core) && (apart || startsTitle(reading, whole)))
    return whole
  for (let length = run.length - 1; length > 0; length--) {
    const part = title(run.slice(0, length), at + length, prefixes)
    if (part.honorific || COMPLETE_TITLES.has(part.core)) return part
    if (endsComplete(part.core) && startsTitle(reading, part)) return part
  }
  return null
}

/** True for a word that by itself is a title (首相, 局長). */
export const isTitle = (word: string): boolean => COMPLETE_TITLES.has(word)

/** A title with its body begins with the name of one, with a country or with a word of that kind. */
function startsTitle(reading: Reading, { end, core }: Title): boolean {
  if (TITLE_STARTS.test(core)) return true
  const start = end - core.length
  return hitsFrom(reading, start).some((hit) => hit.end < end)
}

function endsComplete(core: string): boolean {
  for (let length = Math.min(9, core.length); length > 1; length--)
    if (COMPLETE_TITLES.has(core.slice(-length))) return true
  return false
}

/** @param prefixes Those that the whole run begins with: hardly ever any. */
function title(text: string, end: number, prefixes: readonly string[]): Title {
  const prefix = prefixes.find((word) => text.startsWith(word) && text !== word) ?? null
  const core = prefix ? text.slice(prefix.length) : text
  return { end, text, core, prefix, honorific: HONORIFICS.has(core) }
}

function isTitleUnit(reading: Reading, at: number): boolean {
  const script = scriptAt(reading, at)
  return script === HAN || script === KATAKANA || script === LATIN || script === DIGIT
}
