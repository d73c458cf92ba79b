/** All time expressions of a squeezed text, unresolved. */
import { bareDurationAt, durationAt, setAt } from './amounts'
import { mayOpen } from './gate'
import { listAt } from './lists'
import { NOT_A_TIME } from './not-times'
import { pointAt } from './points'
import type { Parsed, Point } from './spec'
import type { Squeezed } from './squeeze'
import { matchAt, sticky } from './sticky'
import { vagueAt } from './vague'
import { impossibleYearAt } from './year-parts'

const AFTER_WAR = sticky('戦後(?!処理に)')
const BEFORE_WAR = sticky('戦前(?!哨)')
const CONNECTOR = sticky(
  '(?:から(?:の)?|~|-|ー|→|より)(?=[0-9一二三四五六七八九十翌同午前後朝昼夕夜正未深早元明昨今来去平令昭年週おこけあき]|[月火水木金土日]曜)',
)
const BOTH = sticky('(?:と|、|・|及び|および)(?=[0-9一二三四五六七八九十])')
const SAME_HALF = sticky('同(?=[0-9]{1,2}時)')
const BOTH_DAYS = sticky('の?両日')

/** What must not stand before a word that begins with the key: it would be the end of another word. */
const NOT_BEHIND: Record<string, RegExp> = {
  本: /[一-龥々]/,
  前: /[一-龥]/,
  同: /[協共合賛異]/,
  今: /[昨当現古]/,
  来: /[本従以将由未古元伝往旧到]/,
  去: /過/,
  明: /[説証判発声釈表究不鮮照文開透]/,
  先: /[優率祖連行]/,
  当: /[担本相該配手弁適見正妥]/,
  元: /[単次根身紀地復還湖]/,
  大: /[拡巨最強広重]/,
  戦: /[大冷開停終熱決対独露観作合参挑実激苦奮接休内乱論舌終混善]/,
  現: /[再表実出体具]/,
  過: /[通経看]/,
  最: /[一-龥]/,
  将: /[大中少主武名]/,
  例: /[条事判実特比前慣恒]/,
  週: /[0-9今来先翌前同毎隔数半]/,
  半: /[一二三四五六七八九十0-9前後上下大過年時月日分]/,
  初: /[最当年月]/,
  数: /[複多少人件点回無有総奇偶手算指係関個半過代]/,
  何: /[幾如]/,
}
const PARTICLE = /[はがもにをでとやのへ]/
const HIRAGANA = /[ぁ-ん]/
/** Hiragana words that begin like きょう or あす and mean something else. */
const OTHER_WORD = sticky(
  '(?:きょう(?:だい|いく|いん|しつ|りゅう|かしょ|ぎ|つう|そう|ぼう|みょう|りょく|ちょう|とふ|とし[^て]|かい|さん|とだ)|きのう(?:せい|てき)|あす(?:か(?!ら)|なろ|ぱ)|ことし(?:か(?!ら))|けさ(?:せ)|あした(?:ば)|この(?:日|年|月)(?:[米中韓露欧朝英豪印仏独ロ](?!に|は|も|、)|銀|経|程|[金齢代号][^に])|その日(?:[米中韓]|銀|経|程))',
)

/** The expressions in order, none overlapping. Linear: at each place a bounded number of bounded patterns. */
export function scan({ text, from, to }: Squeezed): Parsed[] {
  const found: Parsed[] = []
  let i = 0
  while (i < text.length) {
    if (!mayOpen(text, i)) {
      i++
      continue
    }
    const blocked = matchAt(NOT_A_TIME, text, i) ?? matchAt(OTHER_WORD, text, i)
    if (blocked) {
      i += blocked[0].length
      continue
    }
    const impossible = impossibleYearAt(text, i)
    if (impossible) {
      i += impossible
      continue
    }
    // White space that was squeezed out is a border: 「了承するか きょう審議」.
    const bordered = i === 0 || from[i] !== to[i - 1]
    const here = bordered || mayStart(text, i) ? expressionsAt(text, i) : []
    found.push(...here)
    i = Math.max(i + 1, here.at(-1)?.end ?? 0)
  }
  return found
}

function mayStart(text: string, i: number): boolean {
  const c = text[i] ?? ''
  const before = text[i - 1] ?? ''
  if (/[0-9]/.test(c)) {
    if (/[0-9第]/.test(before)) return false
    if (/[.,]/.test(before) && /[0-9]/.test(text[i - 2] ?? '')) return false
    if (/[A-Za-z]/.test(before)) return /^[12][0-9]{3} ?[A-Z]/.test(text.slice(i, i + 6))
    return true
  }
  if (
    /[〇零一二三四五六七八九十百千]/.test(c) &&
    /[〇零一二三四五六七八九十百千0-9第万億]/.test(before)
  )
    return false
  if (HIRAGANA.test(c))
    return (
      !HIRAGANA.test(before) ||
      PARTICLE.test(before) ||
      /(?:から|まで|より)$/.test(text.slice(i - 2, i))
    )
  return !NOT_BEHIND[c]?.test(before)
}

function expressionsAt(text: string, i: number): Parsed[] {
  const war = matchAt(AFTER_WAR, text, i)
  // General knowledge: 戦後 unqualified is the time since August 1945.
  if (war) return [{ start: i, end: i + 2, spec: { kind: 'fixed', value: '1945/..' } }]
  if (matchAt(BEFORE_WAR, text, i))
    return [{ start: i, end: i + 2, spec: { kind: 'fixed', value: '../1945' } }]
  const amount = setAt(text, i) ?? durationAt(text, i)
  if (amount) return [amount]
  const list = listAt(text, i, i, {})
  if (list) return list
  const point = pointAt(text, i)
  if (point) {
    const prefixed = opensList(point.point) && listAt(text, i, point.end, point.point)
    if (prefixed) return prefixed
    return [rangeFrom(text, i, point)]
  }
  const last = bareDurationAt(text, i) ?? vagueAt(text, i)
  return last ? [last] : []
}

const opensList = (point: Point): boolean =>
  Boolean(
    (point.month ?? point.year) && !point.day && !point.edge && !point.fiscal && !point.closing,
  )

function rangeFrom(text: string, start: number, first: { end: number; point: Point }): Parsed {
  const alone: Parsed = { start, end: first.end, spec: { kind: 'point', point: first.point } }
  const join = matchAt(CONNECTOR, text, first.end) ?? matchAt(BOTH, text, first.end)
  if (!join) return alone
  // 午後1時半から同3時半
  const same = matchAt(SAME_HALF, text, first.end + join[0].length)
  const at = first.end + join[0].length + (same ? 1 : 0)
  const second = pointAt(text, at)
  if (!second || grain(second.point) !== grain(first.point)) return alone
  const pair = /^[と、・及お]/.test(join[0])
  if (pair && !matchAt(BOTH_DAYS, text, second.end)) return alone
  return {
    start,
    end: second.end,
    spec: { kind: 'range', from: first.point, to: second.point },
  }
}

/** The finest unit that a point names. */
function grain(point: Point): 'time' | 'day' | 'week' | 'month' | 'year' {
  if (point.clock || point.part) return 'time'
  if (point.day || point.weekday || point.weekend || point.nth) return 'day'
  if (point.week) return 'week'
  return point.month ? 'month' : 'year'
}
