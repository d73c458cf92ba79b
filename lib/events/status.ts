/** Whether what a predicate tells happened, is planned, was called off, or is no event at all. */
import type { EventStatus } from './schema'

/** What the words behind a predicate say of it. `weak`: only the verb's present tense speaks for a plan. */
export type Telling =
  | { readonly status: EventStatus; readonly weak: boolean }
  | { readonly status: 'none' }
  /** し、 or して: the next verb of the sentence says it. */
  | { readonly status: 'continues' }

const NONE: Telling = { status: 'none' }
const told = (status: EventStatus, weak = false): Telling => ({ status, weak })

const AUX =
  '(?:を|が|は|も|など(?:を|が|の)?)?(?:[^、。はがを]{0,6}?を)?(?:行[わいうえおっ]?な?|実施|開[かいくき]|開催|開始|し|す|さ|せ|れ|られ|できる?|持[たち]|して|なさ|いたし|続け|始め|終え|重ね|果たし|受け|まれ|かれ|われ|たれ|かけ)*'
const start = (source: string): RegExp => new RegExp(`^${AUX}${source}`, 'u')

const NEGATED = start(
  '(?:ない(?!か)|なかった|なく|ません|ず(?:に|、|[」』”。]|$)|ぬ|はない|ことはな|予定はな|予定がな|方針はな|わけではな|見込みはな|に至らな|には至らな)',
)
const PLAN_DENIED =
  /^[^。]{0,14}?(?:予定|計画|方針|考え|つもり|見通し)(?:は|が|も)(?:一切)?(?:な[いかく]|ありません)/u
/** 年度内成立は難しい: it is not said to happen. */
const DOUBTED = /^[はがも](?:極めて|非常に|事実上)?(?:難し|困難|不可能|厳し|見通せ|不透明|絶望)/u
/** 殺害|しようとした, 訪れる|ようになった: an attempt, a habit. */
const NOT_DONE = /^(?:し)?ようと|^[ぁ-ん]{0,4}ようにな/u
const HYPOTHETICAL = start(
  '(?:な(?:けれ|きゃ|かった(?:ら|場合))|たとしても|としても|れば|けば|えば|めば|たら|なら|ていれば|ば、|るなら|る(?:の|ん)であれば|(?:する|した|る|た|う|く)?場合|とすれば|るかどうか|るか(?:が|は|に|を|、|どうか|$)|たかどうか)',
)
const DENIED =
  /^[^。]{0,6}?(?:[たる]とする|[たる]との|[たる]という)[^。]{0,14}?(?:を|について|に対し)[^。]{0,24}?(?:否定|事実無根|打ち消|反論)/u
/** 解散するとの観測が広がった: what people only guess at. */
const RUMOURED =
  /^[^。、]{0,4}?[うくぐすつぬぶむるただ]と(?:の|いう)(?:一部の)?(?:観測|憶測|臆測|うわさ|噂)/u
const CALLED_OFF =
  /^[^。、]{0,24}?(?:を|が|は|も)(?:[^。、はがを]{0,10}?)(?:取りやめ|取り止め|取り消|中止|延期|見送|断念|キャンセル|白紙|撤回し|先送り)/u
/** 打ち上げは、異常を検知したため中止となった: no other topic and no clause of contrast before it. */
const CALLED_OFF_AT_LAST =
  /^(?:など)?[はがも]、?(?:(?!が、|[^では]は)[^。]){0,60}?(?:取りやめ|取り止め|取り消し|中止|延期|順延|見送り|白紙)(?:(?:に|と)(?:なっ|な[りる]|し[たて]|す[るれ]|決)|され|し[た、]|する(?!か|よう)|が決|を決|を発表|を余儀)/u
/** 予定だったが、…延期された. */
const WAS_PLANNED =
  /^[^。、]{0,8}(?:予定|計画|はず)(?:でした|だった|(?:して|されて)い(?:た|ました))(?:が|ものの|けれど)[^。]{0,50}?(?:取りやめ|取り止め|中止|延期|順延|見送|断念)/u
const CALLED_OFF_AT_ONCE =
  /^(?:の|を|が|は|も)?(?:取りやめ|取り止め|取り消|中止|延期|見送|断念|キャンセル)/u
const PLANNED = start(
  '(?:る|う|く|す|む|つ|ぶ|ぐ|の|を|が|は|も|に|で|て)*(?:予定|方針|方向で|計画|見通し|見込[みま]|考え(?!を(?:示|表|伝|述|強|明))|意向(?!を(?:示|表|伝))|運び|ことに(?:し|な)|ことを(?:決|計画|検討|目指)|ことで(?:合意|一致|調整)|よう(?:調整|求|要請)|ため(?:に)?[、調準]|つもり|(?:という|との)(?:見通し|予定|計画|方針)|とみられ|と見られ|とされ|とい[うい]|はず|べき|つもり|調整|検討|目指|控え|向け|への)',
)
const PAST = start(
  '(?:[たっだ](?!ら|り|い[。、とので]|ければ)|ました|でした|ていた|ていました|(?:て|で)(?:い(?:る|ます|て)|きた|きました|おり)|た[。、」]|済み)',
)
const PAST_TAIL = /^(?:[っんいしき])?[ただ](?!ら|り|い[。、とので]|ければ|め[、に])/u
const PRESENT = start(
  '(?:[るうくすむつぶぐ]|ます|まれる|れる|だろう|でしょう)(?=[。、」』)とこよ一-龥ァ-ヶ「はが]|$)',
)
const CONTINUES = start(
  '(?:[、]|て(?:、|から|お|い[、く]|[一-龥ァ-ヶ「])|で[、]|つつ|ながら|ており|[りきみちいび][、])',
)
const TO = /^(?:も|に)?へ(?:[。、」』]|$)/u

/**
 * @param tail squeezed text behind the predicate word, to the end of the sentence, quotations cut out
 * @param headline whether the text is a heading, in which a bare noun stands for a past verb
 */
export function tellingOf(tail: string, headline: boolean): Telling {
  const near = tail.slice(0, 80)
  if (
    DOUBTED.test(near) ||
    NOT_DONE.test(near) ||
    PLAN_DENIED.test(near) ||
    NEGATED.test(near) ||
    HYPOTHETICAL.test(near) ||
    DENIED.test(near) ||
    RUMOURED.test(near)
  )
    return NONE
  // 秋に提出|したい: a wish for that day.
  if (/^(?:し|[いきぎしちにびみりえけげせてねべめれ])?たい(?:です|[。、」とのこ]|$)/u.test(near))
    return told('planned')
  if (CALLED_OFF_AT_ONCE.test(near) || WAS_PLANNED.test(near)) return told('cancelled')
  if (TO.test(near)) return told('planned')
  if (PAST.test(near) || PAST_TAIL.test(near)) return told('occurred')
  if (CALLED_OFF.test(near)) return told('cancelled')
  if (PLANNED.test(near)) return told('planned')
  if (PRESENT.test(near)) return told('planned', true)
  if (/^(?:か|も|の)?[。」』)]?$/u.test(near)) return told('occurred', true)
  if (headline && /^(?:[、 　])/u.test(near)) return told('occurred', true)
  return CONTINUES.test(near) ? { status: 'continues' } : told('occurred', true)
}

/** Behind a noun: 訪問|を取りやめた, 会談|は延期. */
export const isCalledOff = (tail: string): boolean =>
  CALLED_OFF_AT_ONCE.test(tail) ||
  CALLED_OFF.test(tail.slice(0, 40)) ||
  CALLED_OFF_AT_LAST.test(tail)

/** 解散していれば…はずだった: a sentence of what was not to be. */
export const isCounterfactual = (sentence: string): boolean =>
  /(?:ていれば|ていたら|たなら|たら)[^。]*(?:はず|だろう|かもしれ|でしょう)/u.test(sentence)

const FINITE =
  /(?<hope>たい(?=[。とのこ]|です|$)|心待ち|期待(?:し|を)|楽しみ)|(?<plan>予定|方針|見通し|見込み|方向で|ことに(?:し|な)|考え(?=です|。|$))|(?<past>(?:[いきぎしっちにびみりえけげせてねべめれ]た|んだ|ました|でした|だった)(?=[。、]|$|と(?!き)|こと|が、|の[はがを]|際|あと|後|とき))|(?<state>(?:て|で)い(?:る|ます)(?=[。、]|$|と|こと|が、))|(?<present>(?:[るうくすむつぶぐ])(?=こと|の[はがを]|と[、発述説]|。|$)|ます(?=。|$)|でしょう|だろう)/u

/** What the next finished verb of a sentence says for predicates that leave it open (会談し、…). */
export function closingOf(sentence: string, from: number): Telling {
  const rest = sentence.slice(from)
  if (/^[^。]{0,30}(?:ば、|たら、|なら、)/u.test(rest)) return NONE
  const found = FINITE.exec(rest)?.groups
  if (!found) return told('occurred', true)
  if (found.hope || found.plan) return told('planned')
  if (found.past || found.state) return told('occurred')
  return told('planned', true)
}
