/** The words of `assets/lexicon` as rules use them: by class, folded, as alternatives of a pattern. */

/** A word with what may not stand behind it, before it, and what it is short for; the bare word where nothing is said. */
export type StoredWord = string | readonly [word: string, not: StoredLimits]
export interface StoredLimits {
  readonly notBefore?: readonly string[]
  readonly notBehind?: readonly string[]
  readonly for?: string
}
/** Words by class, as the record stores them. */
export type StoredLexicon = Readonly<Record<string, readonly StoredWord[]>>

export interface Lexicon {
  /**
   * The words of some classes as alternatives of a pattern, longest first.
   * @throws {Error} where no file has a class of the name.
   */
  any(...classes: readonly string[]): string
  /** Whether a folded word is of a class. */
  has(kind: string, word: string): boolean
  /** Every word of a class, longest first. */
  all(kind: string): readonly string[]
  /** What a word of a class is short for. */
  full(kind: string, word: string): string | undefined
  /** Patterns already made of these words, by the number of their maker. */
  readonly made: unknown[]
}

/** Whatever knows the words: a text that was read, or the tables. */
export interface Worded {
  readonly lexicon: Lexicon
}

let makers = 0

/** A pattern (or set) made of words, once for each lexicon and when first asked for. */
export function fromWords<T>(make: (lexicon: Lexicon) => T): (from: Worded) => T {
  const number = makers++
  return ({ lexicon }) => {
    const known = lexicon.made[number] as T | undefined
    if (known !== undefined) return known
    const made = make(lexicon)
    lexicon.made[number] = made
    return made
  }
}

/** Opens the words that a record stores. */
export function openLexicon(stored: StoredLexicon): Lexicon {
  const byClass = new Map<string, ReadonlyMap<string, StoredLimits>>()
  const of = (kind: string): ReadonlyMap<string, StoredLimits> => {
    const known = byClass.get(kind)
    if (known) return known
    const listed = stored[kind]
    if (!listed) throw new Error(`the lexicon has no class ${kind}`)
    const pairs = listed.map((word): [string, StoredLimits] =>
      typeof word === 'string' ? [word, {}] : [word[0], word[1]],
    )
    const made = new Map(pairs.sort(([a], [b]) => b.length - a.length))
    byClass.set(kind, made)
    return made
  }
  return {
    any: (...classes) => {
      const all = classes.flatMap((kind) => [...of(kind)])
      all.sort(([a], [b]) => b.length - a.length)
      const letters = all.filter(isLetter).map(([letter]) => letter)
      const words = all.filter((word) => !isLetter(word)).map(alternative)
      // One class of letters is tried at once, alternatives one after another.
      return [...words, ...(letters.length > 0 ? [`[${letters.join('')}]`] : [])].join('|')
    },
    has: (kind, word) => of(kind).has(word),
    all: (kind) => [...of(kind).keys()],
    full: (kind, word) => of(kind).get(word)?.for,
    made: [],
  }
}

const isLetter = ([word, { notBefore, notBehind }]: [string, StoredLimits]): boolean =>
  word.length === 1 && !notBefore && !notBehind

function alternative([word, { notBefore, notBehind }]: [string, StoredLimits]): string {
  const before = notBehind ? `(?<!${notBehind.join('|')})` : ''
  const behind = notBefore ? `(?!${notBefore.join('|')})` : ''
  return `${before}${word.replace(/[+.]/g, '\\$&')}${behind}`
}
