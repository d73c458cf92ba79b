/** A country written directly before a body, a post or a paper: 米|国務省, アメリカ|大統領. */
import { HAN } from '../text/script'
import { edgeBefore } from './boundary'
import type { Context } from './context'
import { isCountry } from './countries'
import { hitsUntil, type Reading, scriptAt } from './reading'

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
