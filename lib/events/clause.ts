/** The stretch of a sentence that tells an event: its clause, from its first word to its predicate. */
import type { TimeExpression } from '../time/expression'
import type { Head } from './heads'
import type { Placed, Unit } from './units'

/** A clause that another follows: 開き、 出したが、 あったため、. */
const CLOSED =
  /(?:[いきぎしちにびみりえけげせてねべめれじ]|[てで]|[たるうくすむつぶぐだ](?:が|ものの|ため|ほか|うえで|上で|あと|後|ところ|一方(?:で)?|のに対し(?:て)?|ことから|際に?|とき(?:に)?|中で?|なか(?:で)?|など)|ので|のち|ずに?|ており|として|にもかかわらず)、$/u
/** The ending of a verb that is not a noun with する: 亡くな|りました, 訪れ|た. */
const ENDING =
  /^[ぁ-ん]{0,4}?(?:ました|ません|ます|いて|って|んで|て|った|いた|いだ|んだ|した|った|れた|た|る|う|く|す|む|つ|ぶ|ぐ)(?![ぁ-ん]*ば)/u
/** 解散|を命じる決定, 停止|を求める仮処分: what the noun is the content of. */
const ORDERED =
  /^を(?:命じ|認め|求め|決め|禁じ|容認|言い渡)[ぁ-ん]{0,4}?[るたうすい]?(?:[一-龥]{0,6}(?:決定|判断|命令|判決|仮処分|処分|決議|勧告)|た|る)?/u
/** 始まった|作品展, 起きた|高層住宅の大規模火災: the noun phrase that a relative clause is about. */
const MODIFIED =
  /^[ぁ-ん]{0,6}[たるうくすむぶ](?:[一-龥々ァ-ヶーA-Za-z0-9「」『』・]+の){0,2}[一-龥々ァ-ヶーA-Za-z0-9「」『』・]{2,20}/u
/** What belongs to a date that is cut out: 19日|に、 11日|午後には. */
const OF_DATE =
  /^(?:ごろ|頃|付け?|ぶり|中|現在|過ぎ|すぎ|前)*(?:にかけて(?:は|の)?|までに|までには|には|にも|に|は|から|も|まで)?、?(?!も)/u
const NUMBER_OF_DATE =
  /(?:今月|先月|来月|同月|現地時間|日本時間の?|特に|さらに|また|そして|一方)、?$/u

export interface Stretch {
  readonly start: number
  readonly end: number
}

/** The clause of a head, in offsets of the unit's text: no boundary of clauses lies within it. */
export function clauseOf(unit: Unit, head: Head, date: Placed<TimeExpression>): Stretch {
  const { text } = unit
  // 去年11月の|国会答弁: the phrase that the date is part of.
  if (head.kind !== 'verbal' && date.end <= head.start && !unit.heading)
    return { start: date.start, end: head.end + broughtBy(unit, head) }
  let start = head.start
  for (let at = head.start; at > 0; at--) {
    start = at
    if (text[at - 1] !== '、') continue
    if (CLOSED.test(text.slice(Math.max(0, at - 14), at))) break
    // 古川氏は、|首相が日本を出発し: another subject begins its own clause.
    if (/[はも]、$/u.test(text.slice(at - 2, at)) && OWN_SUBJECT.test(text.slice(at, head.start)))
      break
    start = at - 1
  }
  if (start <= 1) start = 0
  return { start, end: endOf(unit, head) }
}

/** 攻撃|で40人が死亡した: what it brought belongs to what is told. */
function broughtBy({ text }: Unit, { hit, end }: Head): number {
  if (!/^(?:attack|disaster|test|military)$/u.test(hit.type)) return 0
  return BROUGHT.exec(text.slice(end))?.[0].length ?? 0
}
const BROUGHT =
  /^(?:で|により|によって)、?[^、。はで]{2,28}?(?:した|った|れた|けが|被害)(?=[と。、こ]|$)/u

/** A name or noun with が, and no は behind it. */
const OWN_SUBJECT = /^[^。]*[一-龥々ァ-ヶーA-Za-z0-9」)]が[^は]*$/u

/** Behind the word that tells the event: the noun of する, or the verb with its ending. */
function endOf({ text }: Unit, head: Head): number {
  const { hit } = head
  // 打ち上げを|延期: what was called off is told only with the word that calls it off.
  if (head.telling.status === 'cancelled') return head.end
  const modified = head.relative ? MODIFIED.exec(text.slice(hit.end))?.[0].length : undefined
  if (modified && text[hit.end + modified] !== 'に') return hit.end + modified
  if (hit.form !== 'verb') return hit.end + (ORDERED.exec(text.slice(hit.end))?.[0].length ?? 0)
  return hit.end + (ENDING.exec(text.slice(hit.end))?.[0].length ?? 0)
}

/** The parts of a stretch that are left when its dates are taken out. */
export function withoutDates(unit: Unit, { start, end }: Stretch): Stretch[] {
  const kept: Stretch[] = []
  let from = start
  for (const date of unit.dates) {
    if (date.start < from || date.end > end) continue
    const cut = cutOf(unit.text, date, end)
    if (cut.start > from) kept.push({ start: from, end: cut.start })
    from = cut.end
  }
  if (end > from) kept.push({ start: from, end })
  return kept
}

function cutOf(text: string, date: Placed<TimeExpression>, most: number): Stretch {
  const before = NUMBER_OF_DATE.exec(text.slice(Math.max(0, date.start - 8), date.start))?.[0] ?? ''
  const behind = text.slice(date.end)
  const tail = /^の/u.test(behind) ? 1 : (OF_DATE.exec(behind)?.[0].length ?? 0)
  return { start: date.start - before.length, end: Math.min(most, date.end + tail) }
}
