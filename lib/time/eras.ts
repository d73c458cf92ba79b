/** Japanese eras and their years. First years: Cabinet Office, 元号について (general knowledge). */

interface Era {
  readonly first: number
  /** Highest year that a text can mean: a plan may name years past the era's end (平成40年). */
  readonly highest: number
}

const ERAS: Record<string, Era> = {
  明治: { first: 1868, highest: 45 },
  大正: { first: 1912, highest: 15 },
  昭和: { first: 1926, highest: 90 },
  平成: { first: 1989, highest: 60 },
  // No reign has passed 64 years.
  令和: { first: 2019, highest: 64 },
}
const LETTERS: Record<string, string> = { M: '明治', T: '大正', S: '昭和', H: '平成', R: '令和' }

/** Source of a pattern for an era's name or its letter before a figure. */
export const ERA = '(?:明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR](?=[0-9]))'

/** Western year of an era's year, or null where no text can mean it (令和0年, 令和99年). */
export function westernYear(name: string, year: number): number | null {
  const era = ERAS[LETTERS[name] ?? name]
  if (!era || !(year >= 1 && year <= era.highest)) return null
  return era.first + year - 1
}
