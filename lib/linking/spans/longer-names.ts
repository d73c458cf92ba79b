/** Names that no glossary lists and that begin with one it knows: 国連|大学, 防衛省|設置法, 在|沖縄|米軍. */

import type { Kind } from '../../glossary/schema'
import { HAN, KATAKANA, LATIN } from '../../text/script'
import { by } from '../facts/choice'
import type { Context } from '../facts/facts'
import { draft } from '../facts/locals'
import { COMMON_WORD } from '../read/affixes'
import {
  type Hit,
  hitsFrom,
  isNounAt,
  nounFrom,
  type Reading,
  scriptAt,
  writtenAt,
} from '../read/reading'
import { bareName } from '../record/forms'
import { fromWords } from '../record/lexicon'
import { isCountry, type Sense, type Thing } from '../record/tables'
import { type Proposal, proposal } from './proposal'

/** How far a name may go on behind the known one. */
const LONGEST = 16
const CHAR = '[\\p{sc=Han}\\p{sc=Kana}ー々]'
/** What may follow a whole name without a particle. */
const AFFIX = fromWords(({ any }) => new RegExp(`^(?:${any('behind-whole')}|[0-9])`, 'u'))
/** Nouns in 法 that are no laws. */
const NO_LAW = fromWords(({ any }) => new RegExp(`(?:${any('no-law')})法$`, 'u'))
const source = (most: number, ends: string) => new RegExp(`^(${CHAR}{0,${most}})(${ends})`, 'u')
/** The longest end wins, so that each is looked for from the far end. */
const GREEDY = fromWords(({ any }) => ({
  /** Whatever its name begins with. */
  body: source(10, any('body-end')),
  /** Named after a place or a founder. */
  firm: source(6, any('body-end', 'firm-end', 'state-firm')),
  /** Set up by an international body. */
  agency: source(10, any('body-end', 'agency-end', 'firm-end', 'company-end', 'branch-end')),
  paper: source(10, any('paper-end')),
  line: source(6, any('line-end')),
}))
const LAW = /^\p{Script=Han}{1,7}法(?=案|改正|違反|施行|成立|$|\P{Script=Han})/u

interface Longer {
  readonly end: number
  readonly kind: Kind
  readonly headword: string
}

/** A candidate for the longer name that starts with a hit, or null. */
export function longerName(
  context: Context,
  reading: Reading,
  hit: Hit,
  senses: readonly Sense[],
  start: number,
): Proposal | null {
  const thing = senses[0]?.thing
  if (!thing) return null
  const around =
    stationed(context, reading, hit, thing) ??
    partOf(context, reading, hit, thing) ??
    inLatin(context, reading, hit, thing)
  if (around || !runsOn(reading, hit.end)) return around
  return goingOn(context, reading, hit, thing, start)
}

/** NHK| ONE: one more Latin word behind an abbreviation, in a Japanese sentence. */
function inLatin(context: Context, reading: Reading, hit: Hit, { kind }: Thing): Proposal | null {
  if (kind !== 'organisation' || scriptAt(reading, hit.end - 1) !== LATIN) return null
  const rest = reading.text.slice(hit.end, hit.end + LONGEST)
  const word = /^ [A-Z][A-Za-z]+(?=[\p{sc=Han}\p{sc=Hira}、。」])/u.exec(rest)?.[0]
  if (!word) return null
  const end = hit.end + word.length
  const headword = reading.text.slice(hit.start, end)
  return introduced(context, reading, hit.start, { end, kind, headword })
}

/** 南|アジア, 東南|アジア: a part of a region or state that has a name of its own. */
function partOf(context: Context, reading: Reading, hit: Hit, { kind }: Thing): Proposal | null {
  if (kind !== 'place' || scriptAt(reading, hit.start) !== KATAKANA) return null
  if (runsOn(reading, hit.end) && reading.text[hit.end] !== '各') return null
  const part = /(?<![\p{sc=Han}])(?:東南|北東|南東|北西|南西|中央|[東西南北])$/u.exec(
    reading.text.slice(Math.max(0, hit.start - 3), hit.start),
  )?.[0]
  if (!part) return null
  const start = hit.start - part.length
  const headword = writtenAt(reading, start, hit.end)
  return introduced(context, reading, start, { end: hit.end, kind: 'place', headword })
}

function goingOn(
  context: Context,
  reading: Reading,
  hit: Hit,
  thing: Thing,
  start: number,
): Proposal | null {
  const run = nounFrom(reading, hit.end, LONGEST)
  const longer =
    ofState(reading, hit, thing, start) ??
    ofGovernment(hit, thing, run, start) ??
    ofHouse(reading, hit, thing, run) ??
    ofPost(reading, hit, thing, run, start) ??
    ofLine(reading, hit, thing, run, start) ??
    ofBody(context, reading, hit, thing, run, start) ??
    ofPaper(context, reading, hit, thing, run, start)
  return longer ? introduced(context, reading, start, longer, thing.country) : null
}

function introduced(
  { tables }: Context,
  reading: Reading,
  start: number,
  { end, kind, headword }: Longer,
  country: string | null = null,
): Proposal {
  const name = reading.text.slice(start, end)
  const local = draft({ headword, kind, name, short: [], country })
  const meant = by(tables, 'boundary.longer-name', `「${name}」は一つの名`, { local })
  return proposal(tables, 'longer-name', { start, end }, [meant])
}

/** 在沖縄米軍, 在イラン日本大使館: what stands in a country or place. */
function stationed(context: Context, reading: Reading, hit: Hit, thing: Thing): Proposal | null {
  if (thing.kind !== 'place' || reading.text[hit.start - 1] !== '在') return null
  if (scriptAt(reading, hit.start - 2) === HAN) return null
  const rest = reading.text.slice(hit.end, hit.end + LONGEST)
  const body =
    /^(?:[\p{sc=Han}\p{sc=Kana}ー]{0,8}?)(?:海兵隊|陸軍|海軍|空軍|米軍|軍|大使館|総領事館|領事館)(?!事|人|属|用|機|艦|基地)/u.exec(
      rest,
    )?.[0]
  if (!body) return null
  const start = hit.start - 1
  const end = hit.end + body.length
  return introduced(context, reading, start, {
    end,
    kind: 'organisation',
    headword: writtenAt(reading, start, end),
  })
}

/** ジョージア州, キーウ州: a state that is called like a country or its chief city. */
function ofState(reading: Reading, hit: Hit, thing: Thing, start: number): Longer | null {
  if (thing.kind !== 'place' || scriptAt(reading, hit.end - 1) !== KATAKANA) return null
  if (!isCountry(thing) && hitsFrom(reading, hit.start).some(({ end }) => end === hit.end + 1))
    return null
  if (!/^州(?![兵立])/u.test(reading.text.slice(hit.end, hit.end + 2))) return null
  const end = hit.end + 1
  return { end, kind: 'place', headword: writtenAt(reading, start, end) }
}

/** フィンランド|政府; but 政府系, 政府専用機. */
function ofGovernment(hit: Hit, thing: Thing, run: string, start: number): Longer | null {
  if (start !== hit.start || !isCountry(thing) || !/^政府(?![系間専軍開])/u.test(run)) return null
  return { end: hit.end + 2, kind: 'organisation', headword: `${thing.headword}政府` }
}

/** 衆院|本会議, 上院|議員: the sittings, committees and members of a house. */
function ofHouse(_: Reading, hit: Hit, thing: Thing, run: string): Longer | null {
  const house = bareName(thing.headword)
  if (thing.kind !== 'organisation' || !/(?:議院|上院|下院|最高裁判所)$/u.test(house)) return null
  const part =
    /^(?:本会議(?!場)|[大小]法廷|議員(?!総?選|会館|運営|経験|団|連盟|宿舎|定数|歳費|会|時代)|(?:議院運営|[\p{sc=Han}\p{sc=Kana}ー・]{2,12}(?:特別|調査)?)委員会)/u.exec(
      run,
    )?.[0]
  if (!part) return null
  const country = thing.headword.slice(house.length)
  const kind = part === '議員' ? 'office' : part === '本会議' ? 'event' : 'organisation'
  return { end: hit.end + part.length, kind, headword: `${house}${part}${country}` }
}

/** 憲法審査会|長, 海上保安庁|長官: the post at the head of a body. */
function ofPost(
  reading: Reading,
  hit: Hit,
  thing: Thing,
  run: string,
  start: number,
): Longer | null {
  if (thing.kind !== 'organisation') return null
  const form = reading.text.slice(hit.start, hit.end)
  const post = /庁$/u.test(form)
    ? /^(?:長官|次長)(?!級|会|室)/u.exec(run)?.[0]
    : /(?:会|局|院|隊|署|校|所)$/u.test(form)
      ? /^長(?![官期年男女野崎])/u.exec(run)?.[0]
      : undefined
  if (!post) return null
  const end = hit.end + post.length
  return { end, kind: 'office', headword: writtenAt(reading, start, end) }
}

function ofBody(
  context: Context,
  reading: Reading,
  hit: Hit,
  thing: Thing,
  run: string,
  start: number,
): Longer | null {
  const { kind } = thing
  const form = reading.text.slice(hit.start, hit.end)
  if (/(?:政権|内閣|政府)$/u.test(form)) return null
  const pattern =
    GREEDY(reading)[kind === 'place' ? 'firm' : kind === 'organisation' ? 'agency' : 'body']
  if (!['place', 'organisation', 'concept', 'framework'].includes(kind)) return null
  const match = pattern.exec(run)
  if (!match || COMMON_WORD(reading).test(match[1] || 'ー'))
    return prefecture(reading, hit, thing, run)
  const end = hit.end + match[0].length
  if (!endsName(reading, end) || otherNameIn(context, reading, hit, end)) return null
  const last = match[2] ?? ''
  if (last === '機関' && !match[1]) return null
  // サウジ国営石油会社|アラムコ says what the name behind it is.
  if (reading.lexicon.has('state-firm', last) && scriptAt(reading, end) === KATAKANA) return null
  const name = writtenAt(reading, start, end)
  const full = reading.lexicon.full('short-court', last)
  return {
    end,
    kind: /空港$|新幹線|道路/u.test(last) ? 'place' : 'organisation',
    headword: full ? name.slice(0, -last.length) + full : name,
  }
}

/** JR|東海道線: a line of a railway, whose name may begin with another of its names (JR東海). */
function ofLine(
  reading: Reading,
  hit: Hit,
  { kind }: Thing,
  run: string,
  start: number,
): Longer | null {
  const form = reading.text.slice(hit.start, hit.end)
  if (kind !== 'organisation' || !/^(?:JR|.{2,}(?:鉄道|電鉄|メトロ|地下鉄)$)/u.test(form))
    return null
  const line = GREEDY(reading).line.exec(run)?.[0]
  if (!line || line.length < 2) return null
  const end = hit.end + line.length
  return { end, kind: 'place', headword: writtenAt(reading, start, end) }
}

/** 福島県|警: the police of a prefecture. */
function prefecture(reading: Reading, hit: Hit, thing: Thing, run: string): Longer | null {
  const form = reading.text.slice(hit.start, hit.end)
  if (thing.kind !== 'place' || !/[都道府県]$/u.test(form)) return null
  const police = /^警(?:察本部|察|本部)?(?!視|備|戒|告|護)/u.exec(run)?.[0]
  if (!police) return null
  return { end: hit.end + police.length, kind: 'organisation', headword: `${form}警察` }
}

function ofPaper(
  context: Context,
  reading: Reading,
  hit: Hit,
  { kind }: Thing,
  run: string,
  start: number,
): Longer | null {
  if (kind === 'document' || kind === 'event') return null
  const paper = GREEDY(reading).paper.exec(run)
  const law = /^\p{Script=Han}/u.test(run) ? LAW.exec(run)?.[0] : undefined
  const match =
    paper && !COMMON_WORD(reading).test(paper[1] || 'ー')
      ? paper[0]
      : law && !NO_LAW(reading).test(law) && !COMMON_WORD(reading).test(law)
        ? law
        : null
  if (!match) return null
  const bill = run[match.length] === '案' && match.endsWith('法')
  const end = hit.end + match.length + Number(bill)
  if (!endsName(reading, end) || otherNameIn(context, reading, hit, end)) return null
  return { end, kind: 'document', headword: writtenAt(reading, start, end) }
}

/** Another known name ends with the longer one: トランプ政権|国家安全保障会議 are two. */
const otherNameIn = (context: Context, reading: Reading, hit: Hit, end: number): boolean => {
  for (let at = hit.end; at < end - 1; at++)
    if (
      hitsFrom(reading, at).some(
        (other) => other.end >= end && context.tables.namedOf(other.form).length > 0,
      )
    )
      return true
  return false
}

/** Whether a name may end at an offset: no noun goes on, or one that stands beside names. */
export function endsName(reading: Reading, end: number): boolean {
  if (!runsOn(reading, end)) return true
  const rest = reading.text.slice(end, end + 6)
  if (AFFIX(reading).test(rest)) return true
  return hitsFrom(reading, end).some((hit) => hit.end - hit.start > 1)
}

const runsOn = (reading: Reading, at: number): boolean =>
  at < reading.text.length && isNounAt(reading, at)
