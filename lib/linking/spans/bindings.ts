/** Definitions that the text itself gives: X（Y）, Y＝X, X（以下「Y」）. They bind for all of it. */

import { HAN, KATAKANA, LATIN } from '../../text/script'
import type { Binding, Context, Facts } from '../facts/facts'
import { draft } from '../facts/locals'
import { peopleWithin } from '../facts/people-within'
import { chooseSenses } from '../features/senses'
import { edgeAfter, edgeBefore } from '../read/boundary'
import { kindOfName, nameIn, type QuotedName, quotedNames } from '../read/name-kinds'
import { type Hit, hitsFrom, hitsUntil, type Reading, scriptAt, writtenAt } from '../read/reading'
import { isTitle } from '../read/titles'
import { fromWords, type Worded } from '../record/lexicon'
import type { Thing } from '../record/tables'

/** At most this many definitions are taken from one document; a text with more is a glossary itself. */
const MOST = 60
/** （…） behind a name: a short form, perhaps with 以下, quotation marks or 略称. */
const BRACKET =
  /\((?:以下、?|略称は?、?|通称は?、?|別名、?|英語名、?|英文名、?|いわゆる|=)?[「『]?([^()「」『』、。\s][^()「」『』、。]{0,23}?)[」』]?(?:という|とする|と略す|、[^()]{0,30})?\)/gu
const EQUALS = /(?<![A-Za-z0-9])([A-Za-z][A-Za-z0-9-]{1,9})=(?=[\p{sc=Han}\p{sc=Kana}])/gu
const ABBREVIATED = /^[A-Z][A-Za-z-]*[A-Z][A-Za-z-]*[A-Z]|^[A-Z]{3}/u
/** So many units of kanji and katakana before an abbreviation are a term of their own. */
const LONG_TERM = 6
const POST = fromWords(({ any }) => new RegExp(`(?:${any('defined-post')})$`, 'u'))
const ABOUT = 'に関する'
/** No name is longer with its title, a list of fields included. */
const LONGEST_PERSON = 100
const ABBREVIATION = /^(?:[A-Za-z][A-Za-z0-9.&-]{1,11}|2\+2|2プラス2)$/u
/** What a paper or scheme is called beside its name: 日米防衛協力のための指針(ガイドライン). */
const CALLED = /^[ァ-ヺー]{4,}$/u
/** All definitions of a document, read before any of them is known. Bodies and documents that no glossary knows become locals. */
export function findBindings(facts: Facts): ReadonlyMap<string, Binding> {
  const bindings = new Map<string, Binding>()
  // What a long form means is asked before any definition is known.
  const context: Context = { ...facts, bindings: new Map(), chosen: new Map() }
  const bind = (binding: Binding) => {
    if (bindings.size < MOST && !bindings.has(binding.form)) bindings.set(binding.form, binding)
  }
  for (const reading of context.readings) {
    const { text } = reading
    if (text.includes('('))
      for (const match of text.matchAll(BRACKET)) fromBracket(context, reading, match, bind)
    if (text.includes('「') || text.includes('『'))
      for (const quoted of quotedNames(reading)) fromQuotes(context, quoted, bind)
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
  if (
    long &&
    (explicit ||
      ABBREVIATION.test(form) ||
      isShortOf(form, long.text) ||
      (CALLED.test(form) && (long.thing.kind === 'document' || long.thing.kind === 'concept')))
  ) {
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
  // IOM(国際移住機関): the same the other way round.
  if (short && ABBREVIATED.test(short) && kindOfName(context.tables, form)) {
    introduceTerm(context, { name: form, headword: form, short, words: `${short}${words}` }, bind)
    return
  }
  if (!ABBREVIATION.test(form) && !explicit) return
  const start = longNameStart(reading, at)
  // 第30|回締約国会議(COP30): half a word is no long form.
  if (/[\d一-九十百]/u.test(reading.text[start - 1] ?? '')) return
  const end = reading.text[at - 1] === '」' ? at - 1 : at
  const name = reading.text.slice(start, end)
  if (name.length <= form.length || isPerson(context, reading, end)) return
  // 安全保障協議委員会(2プラス2): the glossary knows the short form, so the long one is its name.
  const known = isKnown(context, form) ? shortMeant(context, reading, inside, form) : null
  if (known) {
    if (isLongFor(known.name, name))
      bind({ form: name, thing: known, local: null, words: `${name}${words}` })
    return
  }
  const headword = writtenAt(reading, start, end)
  introduceTerm(context, { name, headword, short: form, words: `${name}${words}` }, bind)
}

/** A long form that no glossary knows, with its short one. A long noun with an abbreviation is a term, whatever it ends in. */
function introduceTerm(
  context: Context,
  {
    name,
    headword,
    short,
    words,
  }: { name: string; headword: string; short: string; words: string },
  bind: (binding: Binding) => void,
): void {
  const kind =
    (name.length > 3 ? kindOfName(context.tables, name) : null) ??
    (isPost(context.tables, name) && ABBREVIATED.test(short) ? 'office' : null) ??
    (name.length >= LONG_TERM &&
    !isTitle(context.tables, name) &&
    ABBREVIATED.test(short) &&
    !isKnown(context, short)
      ? 'concept'
      : null)
  if (!kind) return
  const local = draft({ headword, kind, name, short: [short] }, words)
  bind({ form: short, thing: null, local, words })
}

/** A body or paper that the text names in quotation marks: 「サイバー通信情報監理委員会」. */
function fromQuotes(
  context: Context,
  { name, kind, headword, words }: QuotedName,
  bind: (binding: Binding) => void,
): void {
  if (context.tables.sensesOf(context.tables.formOf(name)).length > 0) return
  const local = draft({ headword, kind, name, short: [] }, null)
  bind({ form: name, thing: null, local, words })
}

/** NSC＝国家安全保障会議: the long form runs to the end of its noun; a known word that only begins it is not it. */
function fromEquals(
  context: Context,
  reading: Reading,
  match: RegExpExecArray,
  bind: (binding: Binding) => void,
): void {
  const form = match[1] ?? ''
  const start = match.index + match[0].length
  const run = /^[\p{sc=Han}\p{sc=Kana}ー・A-Za-z]{2,30}/u.exec(
    reading.text.slice(start, start + 30),
  )?.[0]
  if (!run) return
  const name = nameIn(reading, run) ?? run
  const hit = hitsFrom(reading, start).findLast(
    (other) => edgeAfter(reading, other.end) !== 'inside' && other.end - start >= name.length,
  )
  const thing = hit ? meant(context, reading, hit, form) : null
  if (hit && thing)
    bind({ form, thing, local: null, words: reading.text.slice(match.index, hit.end) })
  else if (ABBREVIATED.test(form))
    introduceTerm(
      context,
      {
        name,
        headword: writtenAt(reading, start, start + name.length),
        short: form,
        words: `${form}=${name}`,
      },
      bind,
    )
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

/** 海洋安全保障顧問(MSA): one post among others; any firm has a 最高経営責任者(CEO). */
const isPost = (from: Worded, name: string): boolean =>
  name.length >= LONG_TERM && POST(from).test(name) && !isTitle(from, name)

/** What a short form in brackets means by itself. */
function shortMeant(context: Context, reading: Reading, at: number, form: string): Thing | null {
  const senses = context.tables.namedOf(context.tables.formOf(form))
  return chooseSenses(context, reading, at, at + form.length, senses)[0]?.thing ?? null
}

/** Whether a name ends like the one that the glossary has, or it ends like the name. */
const isLongFor = (known: string, name: string): boolean =>
  known.endsWith(name) || name.endsWith(known)

const isKnown = ({ tables }: Context, form: string): boolean =>
  tables.sensesOf(tables.formOf(form)).length > 0

/** アデリア・ペトロシアン選手(AIN): what stands behind a person is no short form. */
const isPerson = (context: Context, reading: Reading, end: number): boolean =>
  peopleWithin(context, reading, end - LONGEST_PERSON, end).some(
    (one) => one.end === end || one.nameEnd === end,
  )

/** Where the run of kanji, katakana and Latin letters begins that ends at an offset, quotation marks aside; of X|に関する|Y all of it. */
function longNameStart(reading: Reading, end: number): number {
  const last = reading.text[end - 1] === '」' ? end - 1 : end
  let at = runUntil(reading, last, last)
  if (reading.text.slice(Math.max(0, at - ABOUT.length), at) === ABOUT)
    at = runUntil(reading, at - ABOUT.length, last)
  return reading.text[at] === '・' ? at + 1 : at
}

function runUntil(reading: Reading, end: number, last: number): number {
  let at = end
  while (at > 0 && last - at < 30) {
    const script = scriptAt(reading, at - 1)
    const joint = reading.text[at - 1] === '・'
    if (script !== HAN && script !== KATAKANA && script !== LATIN && !joint) break
    at--
  }
  return at
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
