/** Pairs of neighbouring characters within words: how texts without spaces are compared. */

export type Pairs = ReadonlySet<string>

const WORDS = /[一-龥々]+|[ァ-ヶー]+|[A-Za-z]+|[0-9]+/gu

/** Pairs within runs of kanji, katakana, Latin letters and figures; a run of one stands for itself. */
export function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (const [word] of text.normalize('NFKC').matchAll(WORDS)) {
    if (word.length === 1) pairs.add(word)
    for (let k = 0; k + 1 < word.length; k++) pairs.add(word.slice(k, k + 2))
  }
  return pairs
}
