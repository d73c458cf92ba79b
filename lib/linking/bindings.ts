/** Definitions that the text itself gives: X（Y）, Y＝X, X（以下「Y」）. They bind for all of it. */
import { HAN, KATAKANA, LATIN } from '../text/script'
import { edgeAfter, edgeBefore } from './boundary'
import type { Context } from './context'
import type { Local } from './locals'
import { type Hit, hitsFrom, hitsUntil, type Reading, scriptAt } from './reading'
import { chooseSenses } from './senses'
import type { Thing } from './tables'

export interface Binding {
  /** Folded form that the text defines. */
  readonly form: string
  readonly thing: Thing | null
  readonly local: Local | null
  /** The words that bind, for people to read. */
  readonly words: string
}

/** At most this many definitions are taken from one document; a text with more is a glossary itself. */
const MOST = 60
/** （…） behind a name: a short form, perhaps with 以下, quotation marks or 略称. */
const BRACKET =
  /\((?:以下、?|略称は?、?|通称は?、?|別名、?|英語名、?|英文名、?|いわゆる)?[「『]?([^()「」『』、。\s][^()「」『』、。]{0,23}?)[」』]?(?:という|とする|と略す|、[^()]{0,30})?\)/gu
const EQUALS = /([A-Za-z][A-Za-z0-9-]{1,9})=(?=[\p{sc=Han}\p{sc=Kana}])/gu
const QUOTED =
  /[「『]([\p{sc=Han}\p{sc=Kana}ーA-Za-z0-9・]{2,20}(?:委員会|審議会|協議会|評議会|研究会|連絡会|機構|財団|連盟|議員連盟|センター|研究所|推進本部|対策本部|条約|協定|議定書|憲章|特別措置法|基本法|規制法|防止法|推進法|保護法|白書|大綱|報告書))[」』]/gu
const ABBREVIATION = /^[A-Za-z][A-Za-z0-9.&-]{1,11}$/u
/** Ends by which an unknown long name is known as that of a body or a document. */
const BODY =
  /(?:機構|機関|委員会|審議会|評議会|協議会|連絡会|協会|学会|連盟|連合|連合会|同盟|財団|研究所|研究センター|センター|大学院大学|大学|銀行|基金|組合|公社|公団|公庫|会議|本部|庁|省|局|院|党|会社|グループ|隊|軍|政府|評議会)$/u
const PAPER = /(?:条約|協定|議定書|憲章|宣言|法|法案|計画|戦略|大綱|指針|報告|報告書|覚書|決議)$/u

/** All definitions of a document, read before any of them is known. Bodies and documents that no glossary knows become locals. */
export function findBindings(context: Context): Map<string, Binding> {
  const bindings = new Map<string, Binding>()
  const bind = (binding: Binding) => {
    if (bindings.size < MOST && !bindings.has(binding.form)) bindings.set(binding.form, binding)
  }
  for (const reading of context.readings) {
    const { text } = reading
    if (text.includes('('))
      for (const match of text.matchAll(BRACKET)) fromBracket(context, reading, match, bind)
    if (text.includes('「') || text.includes('『'))
      for (const match of text.matchAll(QUOTED)) fromQuotes(context, match, bind)
    if (text.includes('='))
      for (const match of text.matchAll(EQUALS)) fromEquals(context, reading, match, bind)
  }
  return bindings
}

function fromBracket(
  context: Context,
  reading: Reading,
  match: RegExpExecArray,
  bind: (binding: Binding) => void,
): void {
  const at = match.index
  const form = match[1] ?? ''
  const explicit = /^\((?:以下|略称|通称|別名|いわゆる)/u.test(match[0])
  const words = match[0]
  const long = nameUntil(context, reading, at, form)
  if (long && (explicit || ABBREVIATION.test(form) || isShortOf(form, long.text))) {
    bind({ form, thing: long.thing, local: null, words: `${long.text}${words}` })
    return
  }
  // Abbreviation outside, name within: NSC（国家安全保障会議）.
  const inside = at + match[0].indexOf(form)
  const within = hitsFrom(reading, inside).find((hit) => hit.end === inside + form.length)
  const short = /[A-Za-z][A-Za-z0-9-]{1,11}$/u.exec(
    reading.text.slice(Math.max(0, at - 12), at),
  )?.[0]
  const thing = within ? meant(context, reading, within, short ?? null) : null
  if (thing && short) {
    bind({ form: short, thing, local: null, words: `${short}${words}` })
    return
  }
  if (!ABBREVIATION.test(form) && !explicit) return
  const name = longNameUntil(reading, at)
  if (!name || name.length < 4 || name.length <= form.length) return
  const kind = BODY.test(name) ? 'organisation' : PAPER.test(name) ? 'document' : null
  if (!kind) return
  const local = context.locals.introduce(
    { headword: name, kind, name, short: [form] },
    `${name}${words}`,
  )
  bind({ form, thing: null, local, words: `${name}${words}` })
}

/** A body or paper that the text names in quotation marks: 「サイバー通信情報監理委員会」. */
function fromQuotes(
  context: Context,
  match: RegExpExecArray,
  bind: (binding: Binding) => void,
): void {
  const name = match[1] ?? ''
  if (context.tables.sensesOf(context.tables.formOf(name)).length > 0) return
  const kind = BODY.test(name) ? 'organisation' : 'document'
  const local = context.locals.introduce({ headword: name, kind, name, short: [] }, null)
  bind({ form: name, thing: null, local, words: match[0] })
}

function fromEquals(
  context: Context,
  reading: Reading,
  match: RegExpExecArray,
  bind: (binding: Binding) => void,
): void {
  const form = match[1] ?? ''
  const start = match.index + match[0].length
  const hit = hitsFrom(reading, start).findLast(
    (other) => edgeAfter(reading, other.end) !== 'inside',
  )
  const thing = hit ? meant(context, reading, hit, form) : null
  if (hit && thing)
    bind({ form, thing, local: null, words: reading.text.slice(match.index, hit.end) })
}

/** The longest known name (no person) that ends at an offset. */
function nameUntil(
  context: Context,
  reading: Reading,
  end: number,
  short: string,
): { thing: Thing; text: string } | null {
  const at = /[」』]/u.test(reading.text[end - 1] ?? '') ? end - 1 : end
  for (const hit of hitsUntil(reading, at)) {
    if (hit.end - hit.start < 3 || edgeBefore(reading, hit.start) === 'inside') continue
    const thing = meant(context, reading, hit, short)
    if (thing && thing.kind !== 'place')
      return { thing, text: reading.text.slice(hit.start, hit.end) }
  }
  return null
}

/** What a long form means where it is defined: of several, the one that the glossary also calls so for short. */
function meant(context: Context, reading: Reading, hit: Hit, short: string | null): Thing | null {
  const senses = context.tables.namedOf(hit.form)
  const called = new Set(
    short ? context.tables.sensesOf(context.tables.formOf(short)).map(({ thing }) => thing) : [],
  )
  const both = senses.filter(({ thing }) => called.has(thing))
  const open = both.length > 0 ? both : senses
  return chooseSenses(context, reading, hit.start, hit.end, open)[0]?.thing ?? null
}

/** The run of kanji, katakana and Latin letters that ends at an offset, quotation marks aside. */
function longNameUntil(reading: Reading, end: number): string | null {
  let at = reading.text[end - 1] === '」' ? end - 1 : end
  const last = at
  while (at > 0 && last - at < 30) {
    const script = scriptAt(reading, at - 1)
    const joint = reading.text[at - 1] === '・'
    if (script !== HAN && script !== KATAKANA && script !== LATIN && !joint) break
    at--
  }
  const name = reading.text.slice(at, last).replace(/^・/u, '')
  return name || null
}

/** 全連協 of 全国連絡協議会: its letters stand in the long name in that order. */
function isShortOf(short: string, long: string): boolean {
  let at = 0
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return short.length >= 2 && short.length < long.length
}
