/** Which of a sentence's events a date is the date of. */
import { isEdtf } from '../time/edtf'
import type { TimeExpression } from '../time/expression'
import { isCertain } from './certain'
import type { Head } from './heads'
import { reportOf } from './reported'
import type { EventType } from './schema'
import { isCounterfactual } from './status'
import type { Placed, Unit } from './units'

type DateHere = Placed<TimeExpression>

/** Dates that bound or compare, and so date no event of their own. */
const NO_EVENT =
  /^(?:の?(?:当初|補正|本)?(?:予算|税制|概算)|以来|以降|以前|に比べ|と比べ|と同|[0-9一]年(?:間|を通)|を通じ|比|並み|より|現在|度比|時点|付|の時点|に入って)/u
/** The end of an interval whose start is not told. */
const UNTIL = /^まで(?!に)/u
/** 21日午後(日本時間22日午前): the same moment again. */
const OTHER_ZONE = /\([^()]{0,8}時間の?$/u
/** 2006年・2009年に続いて3回目: earlier events of the sentence's topic. */
const AFTER = /^(?:(?:と|・|、|や)[0-9年月日昨去一]+)*に(?:続[いき]|次[いぐ])/u
/** 8日に越えたとする発表: the date stays inside the clause. */
const REPORTED = /(?:[たるい])(?:とする|とした|との|という)(?=[一-龥ァ-ヶ「])/u

/** The heads that the `k`th date of a unit dates: none, one, or two (来日した際に…と述べた). */
export function headsOfDate(unit: Unit, k: number, heads: readonly Head[]): Head[] {
  const date = unit.dates[k]
  if (!date || !isEdtf(date.of.value) || isCounterfactual(unit.text)) return []
  const { text } = unit
  const before = text.slice(Math.max(0, date.start - 12), date.start)
  const behind = text.slice(date.end, date.end + 24)
  if (NO_EVENT.test(behind) || /現在$/.test(date.of.surface) || OTHER_ZONE.test(before)) return []
  // 3月11日から2月末までに: the end of what both say.
  if (/から$/.test(before) && /^まで/.test(behind)) return []
  if (UNTIL.test(behind) && !date.of.value.includes('/')) return []
  if (/\($/.test(before) && behind.startsWith(')') && !/^\)に/.test(behind))
    return named(date, heads)
  if (/^[。』”]|^$/.test(behind) && /[、」』”]$/u.test(before)) return []
  if (AFTER.test(behind)) return topicBefore(date, heads)
  const putOff = PUT_OFF.test(behind) ? movedTo(unit, k, heads) : null
  if (putOff) return [putOff]
  const end = reachOf(text, date, unit.dates[k + 1])
  // 3日、…2日の攻撃で40人が死亡したと伝えた: the report has its own day.
  const [opening] = unit.dates
  const reported = (k > 0 && opening && reportOf(text, opening, heads, undefined)) || []
  const reachable = heads.filter(
    (head) =>
      head.at >= date.end &&
      head.at < end &&
      !reported.includes(head) &&
      !isOfCrime(text.slice(date.end, head.at), head) &&
      isCertain(unit, date, head),
  )
  if (/^(?:\([^)]*\))?の(?!両日)/u.test(behind)) return attributed(text, date, reachable)
  const verbs = reachable.filter((head) => head.kind !== 'nominal')
  const first =
    verbs.find((head) => touches(text, date, head) || !setsScene(head, verbs)) ??
    verbs[0] ??
    (unit.heading ? reachable[0] : undefined)
  const report = reportOf(text, date, heads, first)
  if (report) return report
  if (!first || first.at >= date.end + spent(behind)) return []
  const event = pastRelative(text, date, first, reachable) ?? attendedBy(first, reachable) ?? first
  return unit.heading ? [event] : [event, ...secondOf(text, event, reachable)]
}

/**
 * How much of what is behind a date goes to a noun that is no event word: 27日から行われる|試合に向けて…と
 * 話した; but 4日に放送された|番組で…と話した. Infinite where nothing does.
 */
const spent = (behind: string): number => SPENT.exec(behind)?.[0].length ?? Number.POSITIVE_INFINITY
const SPENT =
  /^(?:から|に)?(?:行われ|開かれ|開催され|実施され|予定され|放送され)(?:る|た|ている|ていた)(?=[一-龥ァ-ヶA-Z「『])(?![^、。はがを]{1,24}で(?![のきす]))/u

/** 6日に|開幕する大会の選手村が…: the verb just behind its date. */
const touches = (text: string, date: DateHere, head: Head): boolean =>
  /^(?:に|から|)$/u.test(text.slice(date.end, head.start))

/** 去年1月に補償金を支給する法律が施行され: a present-tense clause before a noun, with a verb to come. */
const setsScene = (head: Head, verbs: readonly Head[]): boolean =>
  head.relative &&
  head.telling.status === 'planned' &&
  head.telling.weak &&
  verbs.some(
    (other) => other.at > head.at && !other.relative && other.telling.status === 'occurred',
  )

/** 「16日夜、原油を輸入している国と会談した」: between commas a date passes over a relative clause. */
function pastRelative(
  text: string,
  date: DateHere,
  first: Head,
  heads: readonly Head[],
): Head | null {
  if (!first.relative || !COMMA.test(text.slice(date.end))) return null
  return heads.find((head) => head.kind === 'verbal' && !head.relative) ?? null
}
const COMMA = /^(?:(?:に)?は|に)?、/u

/** 大臣らが出席して、会合を開き: the meeting, not that somebody came to it. */
function attendedBy(first: Head, heads: readonly Head[]): Head | undefined {
  if (!/^(?:出席|参加)/u.test(first.hit.word) || first.telling.status === 'cancelled')
    return undefined
  return heads.find((head) => head.hit.type === 'meeting' || head.hit.type === 'conference')
}

/** 去年11月、客引きをしたとして逮捕された: the date of the deed, not of the arrest. */
const isOfCrime = (between: string, head: Head): boolean =>
  head.hit.type === 'court' && /た(?:として|疑い|とされる|罪)/u.test(between)

/** 報道(2026年2月21日): what stands just before the bracket. */
const named = (date: DateHere, heads: readonly Head[]): Head[] =>
  heads.filter((head) => head.end <= date.start && date.start - head.end <= 1).slice(-1)

function topicBefore(date: DateHere, heads: readonly Head[]): Head[] {
  const head =
    heads.findLast((one) => one.hit.end <= date.start && one.kind !== 'verbal') ??
    heads.findLast((one) => one.hit.end <= date.start)
  return head ? [{ ...head, telling: { status: 'occurred', weak: true } }] : []
}

/** 6月10日に延期された: the day that what was put off has now. */
const PUT_OFF = /^(?:に|へと?|まで)(?:再び)?(?:延期|順延|繰り延べ)/u

/** 4月5日に予定していた訪問を6月10日に延期した: the event at its new date, where that is the later one. */
function movedTo(unit: Unit, k: number, heads: readonly Head[]): Head | null {
  const [from, to] = [unit.dates[k - 1], unit.dates[k]]
  if (!from || !to || to.of.value <= from.of.value) return null
  const moved = heads.findLast((head) => head.hit.start >= from.end && head.hit.end <= to.start)
  const carrier = heads.find((head) => head.at >= to.end)
  if (!moved || carrier?.telling.status === 'none') return null
  return { ...moved, telling: { status: 'planned', weak: true } }
}

/** Where a date's reach ends: at the next date, unless the two are coordinated, or where its clause does. */
function reachOf(text: string, date: DateHere, next: DateHere | undefined): number {
  const reported = REPORTED.exec(text.slice(date.end))
  const clause = reported ? date.end + reported.index + 1 : text.length
  if (!next) return clause
  const between = text.slice(date.end, next.start)
  const coordinated =
    /^(?:と|や|、|・|および|及び|,|)$/u.test(between) || /^\([^)]*$/u.test(between)
  return Math.min(clause, coordinated ? text.length : next.start)
}

/** 去年10月の首脳会談に続き: the noun phrase that の ties the date to. */
function attributed(text: string, date: DateHere, heads: readonly Head[]): Head[] {
  const head = heads.find(
    (one) => one.hit.start - date.end <= 60 && isPhrase(text.slice(date.end, one.start)),
  )
  if (!head) return []
  if (head.kind === 'nominal' && !reaches(text.slice(head.end, head.end + 12))) return [head]
  const more = secondOf(text, head, heads)
  // 1日の閣議で…を決定した: the session only says where.
  return more.length && SESSION.test(head.hit.word) ? more : [head, ...more]
}

const SESSION = /(?:閣議|委員会|国会|審議会|理事会)$/u

/** One noun phrase: の, との, での, をめぐる and names, but no other particle. */
const isPhrase = (between: string): boolean =>
  !/[をはがで]|に(?![ぁ-ん]*る)/u.test(
    between.replace(/での|をめぐる|「[^」]*」|\([^)]*\)|初めて|いわゆる/gu, ''),
  )

/** Whether a noun's event also dates the verb behind it: 会談で…と述べた, not 就任後、…となる. */
const reaches = (behind: string): boolean =>
  /^(?:の)?(?:直後|際|時(?![間点期代])|とき|場で|席で|で(?=[はも、「一-龥ぁ-んァ-ヶ])|にお|にて|に伴|に合わ|にあわ|の機会|を受け)/u.test(
    behind,
  )

/** Kinds of event that a date reaches behind another event. */
const STRONG = new Set<EventType>([
  'statement',
  'meeting',
  'visit',
  'agreement',
  'call',
  'appointment',
  'attack',
  'founding',
  'election',
  'publication',
  'legislation',
  'test',
  'economic',
  'court',
])

/** The next verb behind a first event that tells of another thing on the same date. */
function secondOf(text: string, first: Head, heads: readonly Head[]): Head[] {
  // 先月28日に攻撃を受けた小学校で…と明らかにした: the date stays in its clause.
  if (first.relative) return []
  // 会談を行ったことについて…と評した: the date is that of the talks alone.
  if (
    /^[^、。]{0,8}(?:こと|の)(?:など)?(?:について|に関|に対|は|が|を(?!受|うけ))/u.test(
      text.slice(first.end, first.end + 16),
    )
  )
    return []
  const later = heads.filter(
    (head) =>
      head.at >= first.end &&
      head.kind === 'verbal' &&
      isOther(first, head) &&
      !isContent(text, head) &&
      STRONG.has(head.hit.type),
  )
  const second = later.find((head) => follows(text, first, head))
  return second ? [second] : []
}

/** 通過したことを踏まえ, 単独で行ったとしたうえで: what is spoken of, whenever it was. */
const isContent = (text: string, { end }: Head): boolean =>
  /^[ぁ-ん]{0,5}?[たるうくす](?:こと(?:を(?:踏まえ|受け|理由|めぐ)|から|に(?:つ|関|対|触|言))|と(?:した(?:うえ|上)|したう|の見))/u.test(
    text.slice(end, end + 20),
  )

/** Of another kind, or of the same behind a noun phrase that only sets the scene. */
const isOther = (first: Head, head: Head): boolean =>
  head.hit.type !== first.hit.type ||
  (first.kind === 'nominal' && head.hit.noun !== first.hit.noun && first.hit.type === 'appointment')

function follows(text: string, first: Head, second: Head): boolean {
  const { hit } = second
  const ends = first.kind === 'attributive' && !reaches(text.slice(first.end, first.end + 12))
  if (ends && hit.type !== 'visit' && hit.type !== 'meeting') return false
  const reports = hit.type === 'statement' || hit.type === 'agreement'
  // 訪問すると発表した, 延期することで合意した: when it was said is not told.
  if (reports && first.telling.status !== 'occurred') return false
  if (hit.type === 'statement' && first.hit.type === 'publication') return false
  const together =
    first.hit.type === 'meeting' || first.hit.type === 'call' || first.hit.type === 'conference'
  // 会談し、…で一致した is one event; 会談したあと記者団に述べた are two.
  if (reports && together)
    return /(?:あと|後|のち|記者団|記者会見)/u.test(text.slice(first.end, second.at))
  return true
}
