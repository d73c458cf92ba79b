/** Script classes of UTF-16 code units: what decides whether two characters can belong to one word. */

export const OTHER = 0
export const HAN = 1
export const HIRAGANA = 2
export const KATAKANA = 3
export const LATIN = 4
export const DIGIT = 5
export type Script =
  | typeof OTHER
  | typeof HAN
  | typeof HIRAGANA
  | typeof KATAKANA
  | typeof LATIN
  | typeof DIGIT

/** Every class looked up once: the question is asked for each character of a text, several times. */
let table: Uint8Array | null = null

/** Class of one code unit, see {@link classify}; other for what is no unit. */
export function scriptOf(unit: number): Script {
  table ??= Uint8Array.from({ length: 65536 }, (_, k) => classify(k))
  return (table[unit] ?? OTHER) as Script
}

/**
 * Class of one code unit. Iteration marks and 〇 count as Han, ー as katakana; a half of a surrogate
 * pair counts as Han where the pair can only be an ideograph (planes 2 and 3), otherwise as other.
 */
function classify(unit: number): Script {
  if (unit < 0x80) {
    if (unit >= 0x30 && unit <= 0x39) return DIGIT
    return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) ? LATIN : OTHER
  }
  if (unit >= 0x4e00 && unit <= 0x9fff) return HAN
  if (unit >= 0x3041 && unit <= 0x309f) return HIRAGANA
  if ((unit >= 0x30a1 && unit <= 0x30fa) || (unit >= 0x30fc && unit <= 0x30ff)) return KATAKANA
  if (unit >= 0x3005 && unit <= 0x3007) return HAN
  if ((unit >= 0x3400 && unit <= 0x4dbf) || (unit >= 0xf900 && unit <= 0xfaff)) return HAN
  if (unit >= 0xd840 && unit <= 0xd88f) return HAN
  if (unit >= 0xff10 && unit <= 0xff19) return DIGIT
  if ((unit >= 0xff21 && unit <= 0xff3a) || (unit >= 0xff41 && unit <= 0xff5a)) return LATIN
  if (unit >= 0xff66 && unit <= 0xff9f) return KATAKANA
  if (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7) return LATIN
  return OTHER
}

/** True for the scripts that Japanese is written in without spaces. */
export const isJapanese = (script: Script): boolean =>
  script === HAN || script === HIRAGANA || script === KATAKANA
