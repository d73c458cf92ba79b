/** A country written directly before a body, a post or a paper: 米|国務省, アメリカ|大統領. */

import { DOT_GAP } from '../../text/fold'
import { HAN } from '../../text/script'
import type { Context } from '../facts/facts'
import { factsAround } from '../features/countries'
import { edgeBefore } from '../read/boundary'
import { type Hit, hitsFrom, hitsUntil, type Reading, scriptAt } from '../read/reading'
import { isCountry } from '../record/tables'

export interface CountryPrefix {
  /** Folded offset at which the country begins. */
  readonly start: number
  readonly country: string
  readonly headword: string
}

/** The country that ends at an offset, or null. A single letter counts where it is no part of another word. */
export function countryBefore(
  context: Context,
  reading: Reading,
  at: number,
): CountryPrefix | null {
  for (const hit of hitsUntil(reading, at)) {
    const sense = context.tables.sensesOf(hit.form).find(({ thing }) => isCountry(thing))
    if (!sense?.thing.country || edgeBefore(reading, hit.start) === 'inside') continue
    const joined = hit.start > 0 && scriptAt(reading, hit.start - 1) === HAN
    if (hit.end - hit.start === 1 && (joined || sense.when?.bound)) continue
    return { start: hit.start, country: sense.thing.country, headword: sense.thing.headword }
  }
  return null
}

/** Between two countries that own something together: 日本と韓国の. */
const AND = /[と、・やか]$/u

export interface CountryOwner {
  readonly country: string
  /** Another country stands beside it: 日本と韓国の|外相. */
  readonly several: boolean
}

/** The country that の makes the owner of what stands at an offset: ドイツの|国家安全保障戦略. */
export function countryOwning(context: Context, reading: Reading, at: number): CountryOwner | null {
  if (reading.text[at - 1] !== 'の') return null
  const said = reading.text.slice(Math.max(0, at - 3), at)
  if (said === '同国の') {
    const { foreign } = factsAround(context, reading, at, at)
    return foreign ? { country: foreign.country, several: false } : null
  }
  const owner = countryBefore(context, reading, at - 1)
  // One letter before の is no country: 世の中の.
  if (!owner || at - 1 - owner.start < 2) return null
  const first = reading.text[owner.start - 1] === '=' ? owner.start - 1 : null
  // UAE=アラブ首長国連邦 is one country with two names.
  const start = first ? (countryBefore(context, reading, first)?.start ?? owner.start) : owner.start
  const end = start - 1
  const other = AND.test(reading.text[end] ?? '') ? countryBefore(context, reading, end) : null
  const several = other !== null && end - other.start > 1
  return { country: owner.country, several }
}

/** Whether a ・ joins a country to another one before it: サウジ・|UAE外相 are two. */
export const isListed = (context: Context, reading: Reading, start: number): boolean =>
  (reading.text[start - 1] === '・' || (start > 0 && reading.folded.gap[start] === DOT_GAP)) &&
  countryBefore(context, reading, reading.text[start - 1] === '・' ? start - 1 : start) !== null

/** Whether a form itself begins with a country (イラン外相): then none before it is its own. */
export const namesCountry = (context: Context, reading: Reading, hit: Hit): boolean =>
  hitsFrom(reading, hit.start).some(
    ({ end, form }) =>
      end < hit.end &&
      end - hit.start > 1 &&
      context.tables.sensesOf(form).some(({ thing }) => isCountry(thing)),
  )
