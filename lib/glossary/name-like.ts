/**
 * Strings of a text that look like names, whether or not the glossary knows them: what the coverage
 * report counts. Rules of script and punctuation alone, so that nothing the glossary says can make
 * its own coverage look better.
 */

export interface NameLike {
  form: string
  /** A title stands behind it, so that it is a name even where a dictionary knows the word (ライト長官). */
  titled: boolean
  /** UTF-16 offsets into the text, end exclusive. */
  start: number
  end: number
}

/** Posts and honorifics before which a run of ideographs or katakana is a name. */
const TITLE =
  '氏|さん|首相|外相|大統領|総理|大臣|長官|議長|総裁|代表|党首|委員長|幹事長|知事|市長|総書記|国家主席|補佐官|事務総長|事務局長|報道官|司令官|大使|会長|社長|教授|監督|選手|被告|容疑者|師'

/** A person: the run before a title. */
const TITLED = new RegExp(
  `([\\p{sc=Han}々]{2,5}|[ァ-ヴー]{2,}(?:[・＝][ァ-ヴー]+)*)(?=(?:${TITLE}))`,
  'gu',
)

const PATTERNS: readonly RegExp[] = [
  TITLED,
  // Katakana, its parts joined by ・, ＝.
  /([ァ-ヴー]{3,}(?:[・＝][ァ-ヴー]{2,})*)/gu,
  // Latin capitals and names: NATO, iPhone, G7, F-35.
  /((?<![A-Za-z0-9])(?:[A-Z][A-Za-z0-9]*(?:[-&.][A-Za-z0-9]+)*)(?![A-Za-z]))/gu,
  // Ideographs, katakana and Latin together ending as bodies, laws, places and meetings do.
  /([\p{sc=Han}々ァ-ヴーA-Z]{2,}(?:党|省|庁|局|委員会|会議|機構|連合|条約|協定|法|基地|海峡|諸島|半島|事件|戦争|危機|同盟))/gu,
  // What the text itself sets apart.
  /「([\p{sc=Han}々ァ-ヴーA-Za-z0-9・]{2,15})」/gu,
]

/**
 * All name-like strings of a text, by position; where two overlap the longer one, then the first.
 * Linear in the text's length.
 */
export function nameLike(text: string): NameLike[] {
  const found: NameLike[] = []
  for (const pattern of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const form = match[1]
      if (form === undefined || form.length < 2) continue
      const start = match.index + match[0].indexOf(form)
      found.push({ form, titled: pattern === TITLED, start, end: start + form.length })
    }
  found.sort((a, b) => a.start - b.start || b.end - a.end || Number(b.titled) - Number(a.titled))
  const kept: NameLike[] = []
  for (const one of found) {
    const last = kept.at(-1)
    if (!last || one.start >= last.end) kept.push(one)
    else if (one.end - one.start > last.end - last.start) kept[kept.length - 1] = one
  }
  return kept
}
