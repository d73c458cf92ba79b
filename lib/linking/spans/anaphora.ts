/** Short terms that stand for a longer one of the same text: 首脳会談 for 日米首脳会談. */

import { HAN, KATAKANA } from '../../text/script'
import { by, type Choice, meaningOf } from '../facts/choice'
import type { Context } from '../facts/facts'
import { draft } from '../facts/locals'
import { factsAround } from '../features/countries'
import { lastUpTo, type Reading, scriptAt } from '../read/reading'
import { letterCountry, letterOf } from '../record/country-letters'
import { fromWords, type Worded } from '../record/lexicon'
import { type Proposal, proposal } from './proposal'

const HEADS = fromWords(({ any }) => new RegExp(any('short-meeting'), 'gu'))
const HEAD_AT_END = fromWords(({ any }) => new RegExp(`(?:${any('short-meeting')})$`, 'u'))
const MEETING = /会談|会議|会合/u
const LETTERS_FIRST = fromWords(({ any }) => new RegExp(`^(?:${any('country-letter')}){2,4}`, 'u'))

/** A place as one number that grows in reading order. */
export const positionOf = ({ order }: Reading, at: number): number =>
  order * 2 ** 24 + Math.min(at, 2 ** 24 - 1)

/** A mention already decided, with its place in reading order. */
export interface Decided {
  readonly reading: Reading
  readonly start: number
  readonly choice: Choice
}

/** Proposals for short terms, given the longer names that the first pass found. */
export function proposeShort(
  context: Context,
  reading: Reading,
  longer: ReadonlyMap<string, readonly Decided[]>,
): Proposal[] {
  const proposals: Proposal[] = []
  for (const match of reading.text.matchAll(HEADS(reading))) {
    const head = match[0]
    const start = match.index
    const end = start + head.length
    const left = scriptAt(reading, start - 1)
    if (start > 0 && (left === HAN || left === KATAKANA)) continue
    if (
      scriptAt(reading, end) === HAN &&
      !/^[後前中時では]/u.test(reading.text.slice(end, end + 1))
    )
      continue
    const found = antecedent(context, reading, start, longer.get(head) ?? [])
    const choice =
      found && agrees(context, reading, start, found)
        ? found
        : byCountries(context, reading, start, head)
    if (choice) proposals.push(proposal(context.tables, 'short-term', { start, end }, [choice]))
  }
  return proposals
}

function antecedent(
  { tables }: Context,
  reading: Reading,
  start: number,
  candidates: readonly Decided[],
): Choice | null {
  // Candidates stand in reading order: the last one before this place, or else the first one behind it.
  const index = lastUpTo(candidates, positionOf(reading, start), (one) =>
    positionOf(one.reading, one.start),
  )
  const found = candidates[index]
  if (!found) return null
  const name = found.choice.thing?.headword ?? found.choice.local?.headword ?? ''
  return by(tables, 'document.term', `本文の「${name}」`, meaningOf(found.choice))
}

/** What each short term can stand for, in reading order. */
export function longerNames(
  tables: Worded,
  decided: readonly Decided[],
): ReadonlyMap<string, readonly Decided[]> {
  const byHead = new Map<string, Decided[]>()
  for (const one of decided) {
    const name = one.choice.thing?.name ?? one.choice.local?.name ?? ''
    const head = HEAD_AT_END(tables).exec(name)?.[0]
    if (!head || head.length === name.length) continue
    const list = byHead.get(head)
    if (list) list.push(one)
    else byHead.set(head, [one])
  }
  return byHead
}

/** A meeting that no name is known for is mentioned as such where the text says that it is held. */
function held({ tables }: Context, reading: Reading, start: number, head: string): Choice | null {
  const rest = reading.text.slice(start + head.length, start + head.length + 12)
  if (
    !/^(?:を?(?:前に|終え|開|行|した|し、|する)|[がはもに](?:\S{0,6}(?:開|行わ|臨))|へ(?:$|[、。\s]))/u.test(
      rest,
    )
  )
    return null
  const local = draft({ headword: head, kind: 'event', name: head, short: [] }, null)
  return by(tables, 'form.held', `「${head}${rest}」`, { local })
}

/** A meeting of other countries than the one just named is not meant. */
function agrees(context: Context, reading: Reading, start: number, { thing }: Choice): boolean {
  const letters = LETTERS_FIRST(reading).exec(thing?.name ?? '')?.[0]
  if (!letters) return true
  const sides = new Set([...letters].map((letter) => letterCountry(reading, letter)))
  const near = factsAround(context, reading, start, start).before.at(-1)
  return !near || sides.has(near.country)
}

/** The meeting of the two countries that the sentence, or else the document, is about. */
function byCountries(
  context: Context,
  reading: Reading,
  start: number,
  head: string,
): Choice | null {
  if (!MEETING.test(head)) return null
  const { before, after } = factsAround(context, reading, start, start + head.length)
  const near = new Set([...before, ...after].map(({ country }) => country))
  const ranked = [...context.countries].sort((a, b) => b[1] - a[1]).map(([country]) => country)
  const partner = [...near, ...ranked].find((country) => country !== 'JP')
  if (!partner || !(near.has('JP') || ranked.slice(0, 2).includes('JP')))
    return held(context, reading, start, head)
  const letter = letterOf(context.tables, partner)
  const form = letter ? context.tables.formOf(`日${letter}${head}`) : -1
  const thing = form < 0 ? undefined : context.tables.sensesOf(form)[0]?.thing
  if (!thing) return held(context, reading, start, head)
  return by(context.tables, 'country.sides', `日${letter}の${head}`, { thing })
}
