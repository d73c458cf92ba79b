/** Which word names the event: 会談 in 「開かれた日米国防相会談」, 訪問 in 「アメリカ訪問に向けた」. */
import type { Hit } from './predicates'
import { closingOf, isCalledOff, type Telling, tellingOf } from './status'

/** An event word with the verb that realises it and what that verb says of it. */
export interface Head {
  readonly hit: Hit
  /** Where the compound that ends in the event word starts: 日米首脳|会談. */
  readonly start: number
  /** Where the predicate begins that a date before it belongs to: the verb, where the noun is its topic. */
  readonly at: number
  /** Behind the whole predicate. */
  readonly end: number
  readonly telling: Telling
  /**
   * `verbal`: the sentence or clause says it (会談した, 会談を行った, 会談は…開かれた); `attributive`: a
   * verb before the noun does (開かれた会談); `nominal`: only a noun phrase names it (去年の会談).
   */
  readonly kind: 'verbal' | 'attributive' | 'nominal'
  /** The verb stands before a noun and belongs to a relative clause: 攻撃を受けた小学校. */
  readonly relative: boolean
}

const DO =
  /^(?:など)?(?:を|が|は|も)?(?:し|す[るれぐ]|さ[れせ]|せ(?:ず|ざ)|いた[しだ]|でき|なさ|行[わいうえっな]|おこな|開[いかくき]|実施|開催|開始|予定|重ね|続け|始[めま]|終[えわ]|控え|迎え|受け|取りやめ|取り止め|中止|延期|見送|断念|断行|調整|済み|に入[っりる]|に臨[みむん]|に踏み切|に成功|に失敗|へ(?=[。、」』]|$)|が?相次|があ[りっる]|を(?:行|開|実|始|終|重|続|受|取|中|延|見|断|控|迎|強|求|発|決|進|出|発表|公表|承認|可決|認))/u
/** A noun goes on, and is not 後, 中, 時 or another word that says when. */
const MODIFIES = /^(?:[一-龥々ァ-ヶー])(?<![後中前時際直以開終実予延済全同初行始再閉会を])/u
const BARE_END = /^(?:も|か)?へ?(?:[。」』]|$)/u
/** What may stand between a noun and the verb that carries it: 首脳会談を東京で|行い. */
const TO_CARRIER = /^(?:など)?(?:を|が|は|も|に)[^。、「」はがをも]{0,22}$/u
/** The noun is the topic of a verb further on: 会談は日本時間の20日未明に|行われ. */
const TO_VERB = /^[^はがを。]{0,10}(?:は|が|も|を|、|,)/u
/** Headlines leave particles out: 「首脳会談 20日に|開催へ」. */
const HEADLINE_GAP = /^[^はがを。]{0,14}$/u
const ATTRIBUTIVE = /^[^。、「]{0,16}?(?:た|る|う|の)(?=[「『一-龥ァ-ヶA-Za-z0-9、])/u
const FINITE_END = /[うくす][「『一-龥ァ-ヶA-Za-z0-9]$/u
const TAIL = 90
/** The end of a verb with a noun behind it that is no 際, 後, こと. */
const RELATIVE =
  /^(?:を|が)?[ぁ-ん]{0,7}(?:受け|行わ|行っ|開い|開か)?[ぁ-ん]{0,6}[たるうくすむつぶ](?=[一-龥ァ-ヶA-Za-z「『])(?!際|後|時|上|中|直後|結果|うえ|場合|方針|予定|見通|見込|方向|考|模様|可能|疑|段階|形|理由|背景|一方)/u

/** Where the ending of a verb begins: 行|う子会社, where its word already holds it. */
const endingOf = (text: string, { start, end }: Hit): number =>
  FINITE_END.test(text.slice(start, end + 1)) ? end - 1 : end

const behindOf = (text: string, end: number): string => text.slice(end, end + TAIL)

/** The heads of a sentence in order of where dates reach them. `headline`: bare nouns are predicates. */
export function headsIn(text: string, hits: readonly Hit[], headline: boolean): Head[] {
  const heads: Head[] = []
  const used = new Set<Hit>()
  const push = (head: Head) => {
    used.add(head.hit)
    heads.push(head)
  }
  hits.forEach((hit, k) => {
    if (used.has(hit)) return
    const next = hits[k + 1]
    if (hit.form === 'light' || isPhase(hit)) {
      const head = nounBehind(text, hits, k) ?? nounBefore(text, hits, k, used, headline)
      const own = head ?? carried(text, hit, used)
      if (own) push(own)
      else if (hit.word === '開催')
        push(nominal(text, { ...hit, type: 'conference' }, behindOf(text, hit.end)))
      else if (hit.form !== 'light') push(verbal(text, hit, hit, headline))
      return
    }
    // 首脳会談を行う, 協議を始める: the noun is the event, the verb says whether.
    if (
      next &&
      isCarrier(next) &&
      hit.form !== 'verb' &&
      TO_CARRIER.test(text.slice(hit.end, next.start))
    ) {
      used.add(next)
      push(verbal(text, hit, next, headline))
      return
    }
    // 国会|答弁: the last word of a compound names the event.
    if (next && next.start === hit.end && next.form !== 'light' && next.form !== 'verb') {
      if (!isCarrier(next)) return
      used.add(next)
      push(verbal(text, hit, next, headline))
      return
    }
    const behind = behindOf(text, hit.end)
    // 戦闘|任務, 大会|本番: part of another word.
    if (hit.form !== 'verb' && MODIFIES.test(behind)) return
    const predicate =
      hit.form === 'verb' ||
      DO.test(behind) ||
      BARE_END.test(behind) ||
      (headline && /^[、, ]/u.test(behind))
    if (predicate) push(verbal(text, hit, hit, headline))
    else push(nominal(text, hit, behind))
  })
  return heads.sort((a, b) => a.at - b.at)
}

/** Verbs that say only that something begins, ends or is settled. */
const isPhase = (hit: Hit): boolean => /^(?:始ま|終わ|終え|決ま|始め)/u.test(hit.word)
/** Verbs and nouns that carry the noun before them. */
const isCarrier = (hit: Hit): boolean =>
  hit.form === 'light' ||
  isPhase(hit) ||
  /^(?:開始|終了|実施|開催|延期|中止|再開|取りやめ|決め|発表|公表|表明|起き|発生|提案|要請|要求|求め|撤回|凍結|承認|可決|決定)/u.test(
    hit.word,
  )

function verbal(text: string, hit: Hit, carrier: Hit, headline: boolean): Head {
  const told = /^(?:予定|調整)/u.test(carrier.word)
    ? planned(text, carrier.end)
    : tellingOf(behindOf(text, carrier.end), headline)
  const telling = told.status === 'continues' ? closingOf(text, carrier.end) : told
  const own = carrier === hit || !isCalledOff(behindOf(text, hit.end))
  return {
    hit,
    start: compoundStart(text, hit.start),
    at: carrier === hit ? compoundStart(text, hit.start) : carrier.start,
    end: carrier.end,
    telling: own ? telling : { status: 'cancelled', weak: false },
    kind: 'verbal',
    relative: RELATIVE.test(behindOf(text, endingOf(text, carrier))),
  }
}

/** 予定 itself says that it is a plan, unless there is none. */
function planned(text: string, end: number): Telling {
  const told = tellingOf(behindOf(text, end), false)
  return told.status === 'none' || told.status === 'cancelled'
    ? told
    : { status: 'planned', weak: false }
}

function nominal(text: string, hit: Hit, behind: string): Head {
  const start = compoundStart(text, hit.start)
  const own = nominalTelling(behind)
  // 26日の会合で…を決定する見通しだ: the verb of what is done there.
  const closing =
    own.status === 'occurred' && /^で(?:は|も)?/u.test(behind) && closingOf(text, hit.end)
  const planned = closing && closing.status === 'planned' && !closing.weak
  return {
    hit,
    start,
    at: start,
    end: hit.end,
    telling: planned ? closing : own,
    kind: 'nominal',
    relative: false,
  }
}

function nominalTelling(behind: string): Telling {
  if (isCalledOff(behind)) return { status: 'cancelled', weak: false }
  const plan =
    /^[^。、]{0,12}?(?:に向け|を控え|を前に|の予定|で調整|を予定|を計画|を目指|に先立|の見通し)/u
  return plan.test(behind) ? { status: 'planned', weak: false } : { status: 'occurred', weak: true }
}

/** 開かれた日米国防相会談, 発表された報告, 予定していた訪問: the noun behind a verb that stands before it. */
function nounBehind(text: string, hits: readonly Hit[], k: number): Head | null {
  const hit = hits[k]
  if (!hit) return null
  // 開く|会合: the hit itself may end in the verb's finite form.
  const verbEnd = endingOf(text, hit)
  const behind = behindOf(text, verbEnd)
  const attributive = verbEnd < hit.end ? behind.slice(0, 1) : ATTRIBUTIVE.exec(behind)?.[0]
  const next = compoundEnd(
    hits.slice(k + 1, k + 6).filter(({ form }) => form === 'action' || form === 'noun'),
  )
  if (!attributive || !next || next.start - hit.end > 44) return null
  const between = text.slice(verbEnd + attributive.length, next.start)
  if (/[。]|[はがを](?![一-龥]*」)/u.test(between)) return null
  const telling = /^(?:予定|調整)/u.test(hit.word)
    ? planned(text, hit.end)
    : tellingOf(behind, false)
  const start = Math.max(verbEnd + attributive.length, compoundStart(text, next.start))
  return {
    hit: next,
    start,
    at: hit.start,
    end: next.end,
    telling: isCalledOff(behindOf(text, next.end))
      ? { status: 'cancelled', weak: false }
      : telling.status === 'continues'
        ? { status: 'occurred', weak: true }
        : telling,
    kind: 'attributive',
    relative: false,
  }
}

/** Of nouns that stand together the last one: 金融政策決定|会合. */
function compoundEnd(nouns: readonly Hit[]): Hit | undefined {
  let last = nouns[0]
  for (const noun of nouns) if (noun.start === last?.end) last = noun
  return last
}

/** 会談は20日未明に行われ: the noun that is the verb's topic. */
function nounBefore(
  text: string,
  hits: readonly Hit[],
  k: number,
  used: ReadonlySet<Hit>,
  headline: boolean,
): Head | null {
  const carrier = hits[k]
  if (!carrier) return null
  const reaches = (between: string) =>
    TO_VERB.test(between) || (headline && HEADLINE_GAP.test(between))
  const noun = hits
    .slice(0, k)
    .findLast(
      (hit) =>
        (hit.form === 'action' || hit.form === 'noun') &&
        reaches(text.slice(hit.end, carrier.start)),
    )
  if (!noun || carrier.start - noun.end > 60) return null
  // 決勝|トーナメントが行われ: part of another word, which the verb carries.
  if (!headline && MODIFIES.test(behindOf(text, noun.end))) return null
  // 7日に行われる|滑降: the noun that a relative clause modifies is not the one before it.
  if (RELATIVE.test(behindOf(text, carrier.end)) && !/^(?:が|の)/u.test(text.slice(noun.end)))
    return null
  const between = text.slice(noun.end, carrier.start)
  // パラリンピックのアイスホッケーは7日、予選リーグが|始まり: what begins is nearer.
  if (!headline && /[はもを、].*[一-龥々ァ-ヶーA-Za-z0-9」]が/u.test(between)) return null
  const topic = /^[^はがを。]{0,10}(?:は|が|も|、)/u.test(between)
  if (used.has(noun) && !topic && !(headline && HEADLINE_GAP.test(between))) return null
  return { ...verbal(text, noun, carrier, headline), at: carrier.start }
}

/** 研修を行い: an event by its verb, whatever it is. */
function carried(text: string, carrier: Hit, used: ReadonlySet<Hit>): Head | null {
  const before = text.slice(Math.max(0, carrier.start - 26), carrier.start)
  const match = /(?<what>[一-龥々ァ-ヶー]{2,14})(?:を|が)[^はがを、。]{0,10}$/u.exec(before)
  const what = match?.groups?.what
  if (!what || !/^(?:行|おこな|開|実施|催)/u.test(carrier.word)) return null
  const start = carrier.start - before.length + (match?.index ?? 0)
  const end = start + what.length
  if ([...used].some((hit) => hit.start < end && hit.end > start)) return null
  const hit: Hit = { start, end, word: what, type: 'other', form: 'noun', noun: what }
  return verbal(text, hit, carrier, false)
}

/** Start of the compound that ends in a head: 日米首脳|会談, 第1回|開催. */
function compoundStart(text: string, start: number): number {
  let at = start
  while (at > 0 && start - at < 14 && /[一-龥々ァ-ヶーA-Za-z0-9]/u.test(text[at - 1] ?? '')) at--
  // A compound begins with a word, not with the figures of a date.
  const date =
    /^(?:[0-9]+(?:年|月|日|時|分)(?![本米中韓朝露]))+(?:午前|午後|未明|早朝|夕方|深夜|正午|夜|朝|昼)?/u.exec(
      text.slice(at, start),
    )
  if (date) at += date[0].length
  return at
}
