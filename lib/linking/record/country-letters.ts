/**
 * Countries as the press writes them with one letter (日米, 訪印): the glossary's own letters, which
 * compiling puts beside the words of the lexicon.
 */

import { fromWords, type Worded } from './lexicon'

/** The country of a letter, by ISO code (EU for 欧); undefined for any other. */
export const letterCountry = ({ lexicon }: Worded, letter: string): string | undefined =>
  lexicon.full('country-letter', letter)

const LETTER_OF = fromWords(({ all, full }) => {
  const letters = new Map<string, string>()
  for (const letter of all('country-letter')) {
    const country = full('country-letter', letter)
    if (country && !letters.has(country)) letters.set(country, letter)
  }
  return letters
})

/** The letter of a country, undefined where the press has none. */
export const letterOf = (from: Worded, country: string | null): string | undefined =>
  LETTER_OF(from).get(country ?? '')
