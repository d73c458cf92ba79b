/** Meetings named by the countries that hold them, which no glossary can list whole: 日比首脳会談. */

import { by } from '../facts/choice'
import type { Context } from '../facts/facts'
import { draft } from '../facts/locals'
import type { Reading } from '../read/reading'
import { letterOf } from '../record/country-letters'
import { fromWords, type Worded } from '../record/lexicon'
import { isCountry, type Thing } from '../record/tables'
import { type Proposal, proposal } from './proposal'

const NUMBER = '\\d[かカヶ]?国'
/** Countries or a grouping, of how many, and at which rank they meet. */
const MEETING = fromWords(({ any }) => {
  const sides = `(?:(?:${any('country-letter')}){2,4}|日・?(?:ASEAN|EU|NATO|(?<partner>[ァ-ヺー]{2,10}))|(?:${any('grouping')}))(?:${NUMBER})?`
  const rank = any('meeting-rank')
  return new RegExp(
    `(?:${sides}の?(?<rank>${rank})|${NUMBER}(?:の|による)?(?:(?:${rank})の?)?)(?:電話|テレビ|オンライン)?(?:${any('meeting-word')})`,
    'gu',
  )
})
/** Papers say now one, now the other of the same meeting. */
const MEETINGS = ['会談', '会合', '会議', '協議'] as const
const COUNTED = /^\d/u

/** Candidates for such meetings; an entry of the glossary for the same words comes before them. */
export function proposeMeetings(context: Context, reading: Reading): Proposal[] {
  const proposals: Proposal[] = []
  if (!/[会協交対][談合議渉話]/u.test(reading.text)) return proposals
  for (const match of reading.text.matchAll(MEETING(reading))) {
    const name = match[0]
    // A letter more before it belongs to another word: 全米…, 昨日|中….
    if (/[\p{sc=Han}\dA-Za-z]/u.test(reading.text[match.index - 1] ?? '')) continue
    const { partner } = match.groups ?? {}
    const side = partner ? countryCalled(context, partner) : null
    if (partner && !side) continue
    if (named(context, name)) continue
    const thing =
      sameMeeting(context, name) ??
      (side && inLetters(context, name, side)) ??
      (COUNTED.test(name) ? talksOf(context) : null)
    // 3か国の協議 alone names nothing.
    if (!thing && COUNTED.test(name)) continue
    const headword = (side ? lettered(context.tables, name, side) : null) ?? name.replace('の', '')
    const choice = by(
      context.tables,
      'form.meeting',
      `国名＋会議「${name}」`,
      thing ? { thing } : { local: draft({ headword, kind: 'event', name, short: [] }) },
    )
    const end = match.index + name.length
    proposals.push(proposal(context.tables, 'meeting', { start: match.index, end }, [choice]))
  }
  return proposals
}

const named = (context: Context, name: string): Thing | null =>
  context.tables.sensesOf(context.tables.formOf(name))[0]?.thing ?? null

const countryCalled = (context: Context, word: string): Thing | null =>
  context.tables
    .sensesOf(context.tables.formOf(word))
    .find(({ thing }) => isCountry(thing) && thing.country !== 'JP')?.thing ?? null

/** 日・フィリピン外相会談 is the 日比外相会談 of the glossary. */
function inLetters(context: Context, name: string, side: Thing): Thing | null {
  const short = lettered(context.tables, name, side)
  return short ? (named(context, short) ?? sameMeeting(context, short)) : null
}

/** The name with one letter for the country, where the press has one. */
function lettered(from: Worded, name: string, { country }: Thing): string | null {
  const letter = letterOf(from, country)
  return letter ? name.replace(/^日・?[ァ-ヺー]+/u, `日${letter}`) : null
}

/** 日中首脳会議 is the 日中首脳会談 of the glossary. */
function sameMeeting(context: Context, name: string): Thing | null {
  const stem = name.replace(/の|電話|テレビ|オンライン|\d[かカヶ]?国/gu, '').slice(0, -2)
  for (const end of MEETINGS) {
    const thing = named(context, stem + end)
    if (thing?.kind === 'event') return thing
  }
  return null
}

/** Asked once a document. */
const asked = new WeakMap<Context, Thing | null>()

function talksOf(context: Context): Thing | null {
  const known = asked.get(context)
  if (known !== undefined) return known
  const found = talks(context)
  asked.set(context, found)
  return found
}

/**
 * The talks of several countries that a text is about, where the glossary has but one whose countries
 * and matter the text names: ウクライナ和平協議 where it speaks of ウクライナ and 和平.
 */
function talks({ tables, says }: Context): Thing | null {
  const countries = tables.things.filter(isCountry)
  const found = tables.things.filter(({ kind, name }) => {
    const matter = kind === 'event' ? /^(.+)(?:協議|交渉)$/u.exec(name)?.[1] : undefined
    if (!matter) return false
    const sides = countries.filter((country) => matter.includes(country.name))
    const rest = sides.reduce((text, country) => text.replace(country.name, ''), matter)
    return (
      sides.length > 0 &&
      rest.length > 1 &&
      says(rest) &&
      sides.every(({ name: side }) => says(side))
    )
  })
  return found.length === 1 ? (found[0] ?? null) : null
}
