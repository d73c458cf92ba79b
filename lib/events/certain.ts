/** What a date and a predicate of one sentence do not say together with certainty is not told. */
import type { TimeExpression } from '../time/expression'
import type { Head } from './heads'
import type { EventType } from './schema'
import type { Placed, Unit } from './units'

/** Kinds of saying: a date beside them may be of what is spoken of. */
const SAYING = new Set<EventType>(['statement', 'call'])
const DAY = /^\d{4}-\d{2}-\d{2}/u
/** 18日までに発表した: on which day is not said. */
const BY_THEN = /^(?:ごろ|頃)?までに/u
/** 侵攻が始まってから, 就任して以降: when something else began. */
const SINCE = /^[ぁ-ん]{0,5}[てで](?:から|以[降来]|以後|まもな|間もな)/u
/** Behind the date a comma: it is said of the sentence, not of a clause before a noun. */
const OF_SENTENCE = /^(?:ごろ|頃|夜|朝|すぎ|過ぎ)?(?:(?:に|にかけて)?(?:は|も)?)?、/u
/** 去年の後半から協議を|続けてきた: since when, not on which day. */
const GOES_ON = /^[^、。]{0,8}(?:続[けい]|重ね|進め)[ぁ-ん]{0,3}(?:てき|てい|ており)/u
/** 勝てば|優勝が決まる. */
const CONDITION = /(?:[えけげせてねべめれ]ば|[たっだ]ら|なら|場合)[はも、]?$/u
/** 開幕が6日に迫る中、|声明を発表した: the clause that the date is part of is over. */
const CLOSES =
  /[るたいう](?:中|なか)(?:で|にあって)?、|(?:ものの|一方(?:で)?|ため|ほか|のに対し(?:て)?|ことから|ので)、/u
/** 出発して…便を欠航する|と発表した: one of the clauses of what was announced. */
const CHAINED =
  /^[ぁ-ん]{0,4}[てで](?!、|い[るまた])[^、。]{2,50}[るくすうむぶつぐぬ]と(?:発表|明らか|述べ|表明|説明|伝え|話)/u
/** 買い取る|方針を示した, 投資する|と発表した: what is said to come has no day yet. */
const TO_COME =
  /^[ぁ-ん]{0,5}[るくすうむぶつぐぬ](?:と(?:い[うっ]|[^、。]{0,16}[述発表伝話語明言示])|こと(?:を|に|で|など)|よう(?:に|求)|方針|考え|意向|見通し|計画|予定)/u
/** What a verb of saying takes up. */
const CONTENT =
  /(?:と|こと(?:を|について|に対|など)|として|考えを|方針を|意向を|見通しを|よう)[^、。]{0,12}$/u
/** Before a date that opens what follows: the topic, a finished clause, an adverb of the sentence. */
const OPENS =
  /(?:[はがも]、?|[いきぎしちみりえけせてでべめれ]、|た(?:あと|後|ほか|うえで|が)、|また、?|一方、?|さらに、?|このうち、?|そして、?|同じ|翌|現地時間|日本時間の?|[「『(]|[市区県都国省庁]で)$/u
/** The occasion on which something was said. */
const OCCASION =
  /^(?:の|に(?:行われた|開かれた|開いた))?[^、。はがを]{0,14}(?:会見|取材|演説|講演|集会|会合|番組|インタビュー|答弁|国会|委員会|質疑|SNS|声明|書簡|談話)/u

/**
 * Whether the sentence says for certain that `head` is of this date.
 *
 * @param date a date that the rules of reach gave the head
 */
export function isCertain(unit: Unit, date: Placed<TimeExpression>, head: Head): boolean {
  const { text } = unit
  const behind = text.slice(date.end, date.end + 30)
  if (BY_THEN.test(behind)) return false
  if (SINCE.test(text.slice(head.end, head.end + 12))) return false
  if (CONDITION.test(text.slice(Math.max(0, head.start - 8), head.start))) return false
  const between = text.slice(date.end, head.start)
  if (/^(?:に|から|まで)(?!は?、)/u.test(behind) && CLOSES.test(between)) return false
  // 向けて出発予定だった便が欠航し: what was planned and no longer is.
  if (head.relative && /^予定(?:だった|でした)/u.test(text.slice(head.hit.end))) return false
  if (OF_SENTENCE.test(behind) && CHAINED.test(text.slice(head.end, head.end + 70))) return false
  if (/[てで]から/u.test(between)) return false
  if (/^から/u.test(behind) && GOES_ON.test(text.slice(head.hit.end, head.hit.end + 24)))
    return false
  if (
    !SAYING.has(head.hit.type) &&
    OF_SENTENCE.test(behind) &&
    TO_COME.test(text.slice(head.end, head.end + 30)) &&
    !/^(?:きょう|あす|来|今後)/u.test(date.of.surface)
  )
    return false
  // 16日、声明を発表し、加盟国が合意した放出について…: a relative clause has its own time.
  if (head.relative && OF_SENTENCE.test(behind)) return false
  if (SAYING.has(head.hit.type) && head.kind !== 'nominal') {
    // 1月、…使われたと発表した: no speech is dated by its month between commas.
    if (!DAY.test(date.of.value) && OF_SENTENCE.test(behind) && date.start > 0) return false
    if (!isOfSpeech(text, date, head)) return false
  }
  return true
}

/** Whether a date is that of the saying, not of what is said: 大統領は1月、…使われたと発表した. */
function isOfSpeech(text: string, date: Placed<TimeExpression>, head: Head): boolean {
  const between = text.slice(date.end, head.at)
  if (head.at < date.end || !CONTENT.test(between)) return true
  const before = text.slice(Math.max(0, date.start - 10), date.start)
  if (date.start === 0 || OPENS.test(before) || /^[、。「『（(]?$/u.test(before)) return true
  return OCCASION.test(text.slice(date.end))
}
