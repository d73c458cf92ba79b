/**
 * Whether a sentence speaks of a bare date as past or to come: the first verb behind the date that
 * shows its tense, or a word of planning (予定, 方針, へ), decides.
 */

export type Direction =
  /** The text says that it is planned. */
  | 'planned'
  /** The verb is not past: to come, or the present of a narrative. */
  | 'future'
  | 'past'
  /** Was planned (予定していた), or nothing shows: whichever is nearer. */
  | 'near'

/** How far behind a date its verb is looked for, in UTF-16 units without quotations. */
const REACH = 140

/** Verbs of saying with which と closes what is said: 会談すると…投稿した, but not 会談すると…上がった. */
const SAID =
  '(?:投稿|書き込|書簡|通告|通知|警告|主張|発言|報じ|報道|明か|明言|告知|予告|案内|宣言|約束|訴え|答え|回答|語|コメント|説明|表明|発表|公表|述べ|伝え|話|強調|指摘|示唆|言)'
const QUOTED = `と(?=[^。、]{0,24}?${SAID})`

/** Of a verb before a noun. */
const ENDING = '(?:[開続働招置築]く|[るうすむつぶぐ])'

const SIGNS = {
  was: [
    '予定(?:して|されて)いた',
    `${ENDING}?予定(?:だった|でした)`,
    '計画(?:して|されて)いた',
    '(?:する|の)はずだった',
  ],
  planned: [
    // 6月10日に|延期された: the new day, not that on which it was put off.
    '^(?:に|へと?|まで)(?:再び)?(?:延期|順延|繰り延べ)',
    // 開く|方向で: the noun that says it is a plan stands behind the verb's own ending.
    `${ENDING}(?:ための)?(?:方向|方針|運び|見通し|見込[みま]|予定)`,
    '予定|方針|見通し|見込[みま]|方向で|予想|目指[すし]|つもり|期限|に向け|をめど|を目途|迫[るっ]',
    '計画(?!に|を(?:発表|公表|承認|決定|まと))',
    '調整(?:し|を進|に入|が進)',
    'へ(?=[。、」】]|$)',
    'ことに(?:して|し[、た]|なった|なっ|な[るり])',
    'ことを(?:決|明ら|発表|確認|表明|計画)',
    '(?:する|す|く|う|む|る|ぶ|つ|ぐ)考え',
    'よう(?:求|要請|指示|呼びか)',
    '[いしきりみ]たい(?=と|考え|という)',
    '(?:[るうすむぶつぐ]|[開]く)と(?:発表|表明|述べ|明らか|伝え|決め|約束|しています)',
  ],
  // 続けている: so it is now, whenever it began.
  state: ['(?:て|で)い(?:る|ます)'],
  past: [
    '(?:[いきぎしっちにびみりえけげせてねべめれ]た|んだ|ました|でした|だった)(?=[。、」』)（(]|$|[がけのとこほもうば]|[^ぁ-んらり])(?!い[。、とのこ]|い$|め[にの、]|ら|り|あと|後|のち|うえ)',
    '[亡]くなり|結果|成立|合意(?=[。」』]|$)|発表(?=[。」』]|$)',
  ],
  future: [
    `(?:(?<!とな|に関|に対|関す|対す|めぐ|によ|とされ|みられ|おけ)[るうすむぶつぐ]|[開続働招置築]く)(?=[。」』]|$|と[、発述表明伝言話みし強説指い]|${QUOTED}|こと|よう(?:に|な)|ため|[一-龥ァ-ヶA-Za-z「『(])`,
    'ます(?=[。」]|$)|だろう|でしょう',
  ],
} as const
const SIGN = new RegExp(
  Object.entries(SIGNS)
    .map(([name, patterns]) => `(?<${name}>${patterns.join('|')})`)
    .join('|'),
  'u',
)

const BRACKET = /[「『“(」』”)]/u

/** Text behind the date up to the sentence's end, quotations cut out where the date is outside of them. */
function behind(rest: string): string {
  const near = rest.slice(0, REACH)
  // Nearly always: nothing to cut out.
  if (!BRACKET.test(near)) return near
  let out = ''
  let depth = 0
  for (let i = 0; i < rest.length && out.length < REACH; i++) {
    const c = rest[i] ?? ''
    if (c === '「' || c === '『' || c === '“' || c === '(') depth++
    else if (c === '」' || c === '』' || c === '”' || c === ')') {
      // A closing mark without its opening: the date stands in the quotation, whose end ends its clause.
      if (depth === 0) return `${out}。`
      depth--
    } else if (depth === 0) out += c
  }
  return out
}

/** @param rest squeezed text from behind the date to the end of its sentence */
export function directionOf(rest: string): Direction {
  const groups = SIGN.exec(behind(rest))?.groups
  if (!groups || groups.was || groups.state) return 'near'
  if (groups.planned) return 'planned'
  return groups.past ? 'past' : 'future'
}
