/**
 * How much a text is like Japanese that somebody wrote, to tell a right decoding from a wrong one.
 *
 * Bytes read in a wrong encoding become replacement characters, controls, half-width kana and rare
 * kanji; those of a right one kana and the kanji of everyday use (JIS X 0208, level 1).
 */
export interface Likeness {
  /** Next to nothing in it is no character at all. */
  isText: boolean
  /** Its letters beyond ASCII are such as Japanese is written in. */
  isJapanese: boolean
  /** 0 for nothing but kana and everyday kanji; the mean over the letters beyond ASCII. */
  strangeness: number
}

/** Share of letters beyond ASCII that may be none; a page's own mishap is no wrong encoding. */
const BROKEN = 1 / 300
/** Mean strangeness up to which it is Japanese: names are full of rarer kanji. */
const JAPANESE = 0.25

/** Not a character, or none that is written: what decoders give for bytes that mean nothing. */
const NO_LETTER =
  /[\ufffd\u0080-\u009f\ue000-\uf8ff\ufff0-\ufff8]|[^\P{C}\t\n\r\f\u200b-\u200f\u202a-\u202e\u2060\ufeff]/u
const KANA = /[\p{Script=Hiragana}\u30a0-\u30ff]/u
const HALF_WIDTH = /[\uff61-\uff9f]/u
const SIGN =
  /[\u3000-\u303f\uff00-\uff60\u2000-\u2bff\u00a0\u00d7\u00f7\u00b0\u00b1\u200b-\u200f\p{Extended_Pictographic}]/u
const KANJI = /\p{Script=Han}/u

let everyday: Set<string> | null = null

/** The 2,965 kanji of level 1, as EUC-JP has them: rows 16 to 47. */
function everydayKanji(): Set<string> {
  if (everyday) return everyday
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xcf; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++)
      if (row < 0xcf || cell <= 0xd3) bytes.push(row, cell)
  everyday = new Set(new TextDecoder('euc-jp').decode(Uint8Array.from(bytes)))
  return everyday
}

function strangenessOf(letter: string, known: ReadonlySet<string>): number {
  if (NO_LETTER.test(letter)) return 10
  if (KANA.test(letter) || known.has(letter)) return 0
  if (HALF_WIDTH.test(letter)) return 1
  if (SIGN.test(letter)) return 0.1
  return KANJI.test(letter) ? 0.5 : 1
}

/** Looks at the letters beyond ASCII, up to the first hundred thousand of them. */
export function likenessOf(text: string): Likeness {
  const known = everydayKanji()
  let [letters, strange, broken] = [0, 0, 0]
  for (const letter of text) {
    const isPlain = letter >= ' ' && letter < '\u007f'
    if (isPlain || letter === '\n' || letter === '\r' || letter === '\t' || letter === '\f')
      continue
    const strangeness = strangenessOf(letter, known)
    letters++
    strange += strangeness
    if (strangeness === 10) broken++
    if (letters === 100_000) break
  }
  const mean = letters === 0 ? 0 : strange / letters
  return {
    isText: broken <= Math.max(letters >= 100 ? 1 : 0, letters * BROKEN),
    isJapanese: letters > 0 && mean <= JAPANESE,
    strangeness: mean,
  }
}
