/** A quick look at whether a time expression can start at a place, before the grammar is tried there. */
import { DAYS, MONTHS, NAMED_DAYS, PARTS, WEEKS, YEARS } from './calendar-words'
import { OLD_ERA_NAMES } from './eras'
import { anyOf, standsAt, sticky } from './sticky'

const FIGURES = '〇零一二三四五六七八九十百千'
const UNIT = `年|月|日|時|週|分|秒|泊|世紀|[カかヶケヵ箇]月|両日|[:/.・,-][0-9]|[、,・~ーと-][0-9${FIGURES}]|から[0-9${FIGURES}]| ?[JFMASOND][a-z]|\\([12MTSHR明大昭平令月火水木金土日]`
const NUMBER = sticky(
  `(?:[0-9]{1,4}(?:\\.[0-9]{1,2})?|[${FIGURES}]{1,7}|十数|数[十百]?|何十?)(?:${UNIT})|(?:[0-9]{1,4}[、,・]){1,7}[0-9]`,
)
const WORD = sticky(
  `(?:${[
    anyOf([YEARS, MONTHS, WEEKS, DAYS, NAMED_DAYS, PARTS].flatMap((words) => Object.keys(words))),
    '[昨今来翌]?[一昨今来翌][春夏秋冬]|[同本昨明翌][0-9]|毎[年月週日時朝晩夜夕]|例年|隔[年週]|半[年世日月]|四半世紀',
    `年(?:末|明|始|初|頭|内|度|の瀬|に|[1一])|月(?:末|初|半|内|に|[1一])|[月火水木金土日]曜|週[末明]|戦[後前]|初日`,
    `(?:約|およそ|おおよそ|おおむね|ほぼ|わずか|丸|まる|今から|いまから)[0-9数何約${FIGURES}]`,
    `第[1-4一二三四]四|(?:明治?|大正?|昭和?|平成?|令和?|[MTSHR]|西暦|['’])[0-9元${FIGURES}]`,
    `${anyOf(OLD_ERA_NAMES)}[0-9元${FIGURES}]`,
    '今|いま|将来|これ(?:から|まで)|この(?:後|あと|ほど|間)|近|いずれ|現|目下|最近|かつて|過去|以前|先|さき|かなり前|ずっと前|少し前|ゆうべ',
  ].join('|')})`,
)

/** Bits of what can begin with a unit. */
const NUMERAL_START = 1
const WORD_START = 2
/** By code unit: the question is asked at every place of a text, where a string would cost more than the answer. */
const STARTS = new Uint8Array(65536)
const mark = (units: string, bit: number): void => {
  for (let k = 0; k < units.length; k++) {
    const unit = units.charCodeAt(k)
    STARTS[unit] = (STARTS[unit] ?? 0) | bit
  }
}
mark(`0123456789${FIGURES}数何`, NUMERAL_START)
mark(
  "一二三四五六七八九十西明大昭平令MTSHR昨去今本当来再先翌前同毎隔例年月週未早朝午昼正夕夜深晩現目最近将過以か戦第半初火水木金土日元丸約おほわずまこそきけあゆさい少'’",
  WORD_START,
)

for (const name of OLD_ERA_NAMES) mark(name.slice(0, 1), WORD_START)

/** False where nothing can start; true says only that the grammar has to look. */
export function mayOpen(text: string, index: number): boolean {
  const starts = STARTS[text.charCodeAt(index)] ?? 0
  if (starts === 0) return false
  if (starts & NUMERAL_START && standsAt(NUMBER, text, index)) return true
  return (starts & WORD_START) !== 0 && standsAt(WORD, text, index)
}
