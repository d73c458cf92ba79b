/** Matching at one place of a text. */

/** A pattern that matches only where it is put. */
export const sticky = (source: string): RegExp => new RegExp(source, 'uy')

/** The match of a sticky pattern at `index`, or null. */
export function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}

/** Whether a sticky pattern matches at `index`; cheaper than the match itself. */
export function standsAt(pattern: RegExp, text: string, index: number): boolean {
  pattern.lastIndex = index
  return pattern.test(text)
}

/** Source of a pattern for any of the words, the longest first. */
export const anyOf = (words: Iterable<string>): string =>
  `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`
