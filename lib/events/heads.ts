/** Which word names the event: 会談 in 「開かれた日米国防相会談」, 訪問 in 「アメリカ訪問に向けた」. */

import type { Hit } from './predicates'
import { closingOf, type Telling, tellingOf } from './status'

/** An event word with the verb that realises it and what that verb says of it. */
export interface Head {
  readonly hit: Hit
  /** Where the whole predicate starts and ends in the sentence. */
  readonly start: number
  readonly end: number
  readonly telling: Telling
  /** Named by a noun phrase (去年10月の首脳会談) and not by a verb. */
  readonly nominal: boolean
}

const DO =
  /^(?:など)?(?:を|が|は|も)?(?:し|す[るれぐ]|さ[れせ]|せ(?:ず|ざ)|いた[しだ]|でき|なさ|行[わいうえっな]|おこな|開[いかくき]|実施|開催|開始|予定|重ね|続け|始[めま]|終[えわ]|控え|迎え|受け|取りやめ|取り止め|中止|延期|見送|断念|断行|調整|済み|に入[っりる]|に臨[みむん]|に踏み切|に成功|に失敗|へ(?=[。、」』]|$)|が?相次|があ[りっる]|を(?:行|開|実|始|終|重|続|受|取|中|延|見|断|控|迎|強|求|発|決|め|進|出|発表|公表|承認|可決|認))/u
const LIGHT_BETWEEN = /^(?:など)?(?:を|が|は|も|に)[^。、「」はがをも]{0,22}$/u
const NOMINAL_TAIL =
  /^(?:の)?(?:後|あと|直後|際|時(?!間)|とき|場|席|会場|以来|以降|直前|前(?=[、にの])|中(?=[にの、])|で(?=[はも、「一-龥ぁ-んァ-ヶ])|では|にお|に続|に向け|に伴|に合わ|にあわ|に出席|に参加|を受け|をめぐ|について|に関|をきっかけ|を機|を前|の機会|の結果|に先立)/u
const ATTRIBUTIVE = /^(?:の|た|る|う|した|する|された|される|れた|れる)/u

const textBehind = (text: string, end: number): string => text.slice(end, end + 90)

/** The heads of a sentence in order. `headline`: bare nouns are predicates. */
export function headsIn(text: string, hits: readonly Hit[], headline: boolean): Head[] {
  const heads: Head[] = []
  const used = new Set<Hit>()
  hits.forEach((hit, k) => {
    if (used.has(hit)) return
    const next = hits[k + 1]
    if (hit.form === 'light') {
      const head = attributiveHead(text, hits, k)
      if (head) {
        used.add(head.hit)
        heads.push(head)
      }
      return
    }
    // 首脳会談を行う, 会合を開く, 協議を始める: the noun is the event, the verb says whether.
    if (
      next &&
      isCarrier(next) &&
      hit.form !== 'verb' &&
      LIGHT_BETWEEN.test(text.slice(hit.end, next.start))
    ) {
      used.add(next)
      heads.push(verbal(text, hit, next.end, headline))
      return
    }
    if (hit.form === 'verb') {
      heads.push(verbal(text, hit, hit.end, headline))
      return
    }
    const behind = textBehind(text, hit.end)
    if (hit.form === 'action' && DO.test(behind) && !/^(?:を|が|は|も)/u.test(behind)) {
      heads.push(verbal(text, hit, hit.end, headline))
      return
    }
    if (
      DO.test(behind) ||
      /^(?:も|か)?へ?(?:[。」』]|$)/u.test(behind) ||
      (headline && /^[、,]/u.test(behind))
    ) {
      heads.push(verbal(text, hit, hit.end, headline))
      return
    }
    heads.push({
      hit,
      start: compoundStart(text, hit.start),
      end: hit.end,
      telling: nominalTelling(behind),
      nominal: true,
    })
  })
  return heads
}

/** Verbs and nouns that only carry the noun before them. */
const isCarrier = (hit: Hit): boolean =>
  hit.form === 'light' ||
  /^(?:開始|終了|実施|開催|延期|中止|再開|始|終|取りやめ|決|予定|発表|公表|表明|起き|発生|提案|要請|要求|求め|撤回|凍結)/u.test(
    hit.word,
  )

function verbal(text: string, hit: Hit, end: number, headline: boolean): Head {
  const telling = tellingOf(
    hit.form === 'verb' ? verbTail(text, hit, end) : textBehind(text, end),
    headline,
  )
  const settled = telling.status === 'continues' ? closing(text, end) : telling
  return { hit, start: compoundStart(text, hit.start), end, telling: settled, nominal: false }
}

/** A verb's stem was cut in its ending: 語っ|た. */
const verbTail = (text: string, _hit: Hit, end: number): string => textBehind(text, end)

function closing(text: string, from: number): Telling {
  const rest = text.slice(from)
  const denied = /(?:ば、|たら、|なら、)/u.test(rest.slice(0, 30))
  return denied ? { status: 'none' } : closingOf(text)
}

function nominalTelling(behind: string): Telling {
  if (/^(?:の|を|は|が)?(?:取りやめ|中止|延期|見送|断念|キャンセル)/u.test(behind))
    return { status: 'cancelled', weak: false }
  if (
    /^[^。、]{0,12}?(?:に向け|を控え|を前に|の予定|で調整|を予定|を計画|を目指|に先立|の見通し)/u.test(
      behind,
    )
  )
    return { status: 'planned', weak: false }
  return { status: 'occurred', weak: true }
}

/** 開かれた日米国防相会談, 発表された報告: the noun behind a verb that stands before it. */
function attributiveHead(text: string, hits: readonly Hit[], k: number): Head | null {
  const hit = hits[k]
  if (!hit) return null
  const behind = textBehind(text, hit.end)
  const attributive = /^[^。、「]{0,14}?(?:た|る|う|の)(?=[「『一-龥ァ-ヶA-Za-z0-9、])/u.exec(
    behind,
  )
  const next = hits.slice(k + 1).find((other) => other.form === 'action' || other.form === 'noun')
  if (!attributive || !next || next.start - hit.end > 40) return null
  const between = text.slice(hit.end + attributive[0].length, next.start)
  if (/[。]|[はがを](?![一-龥]*」)/u.test(between)) return null
  const telling = tellingOf(behind, false)
  return {
    hit: next,
    start: compoundStart(text, next.start),
    end: next.end,
    telling: telling.status === 'continues' ? { status: 'occurred', weak: true } : telling,
    nominal: true,
  }
}

/** Start of the compound that ends in a head: 日米首脳|会談. */
export function compoundStart(text: string, start: number): number {
  let at = start
  while (at > 0 && start - at < 14 && /[一-龥々ァ-ヶーA-Za-z]/u.test(text[at - 1] ?? '')) at--
  return at
}

/** Whether a noun's event also dates the verb behind it: 会談で…と述べた, not 就任後、…となる. */
export const reaches = (behind: string): boolean =>
  /^(?:の)?(?:直後|際|時(?!間)|とき|場で|席で|で(?=[はも、「一-龥ぁ-んァ-ヶ])|にお|に伴|に合わ|にあわ|の機会|を受け)/u.test(
    behind,
  )

export const isNominalUse = (behind: string): boolean =>
  NOMINAL_TAIL.test(behind) || ATTRIBUTIVE.test(behind)
