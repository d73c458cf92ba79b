/** Candidates for mentions in one block, before the best cover is chosen. */

import type { Kind } from '../../glossary/schema'
import { DOT_GAP, SPACE_GAP } from '../../text/fold'
import { HAN } from '../../text/script'
import { by, type Choice } from '../facts/choice'
import type { Context } from '../facts/facts'
import { chooseSenses } from '../features/senses'
import { goesOnBefore, goesOnBehind } from '../read/affixes'
import { commonKind, inEveryCountry, isEnvoy } from '../read/bodies'
import { edgeAfter, edgeBefore } from '../read/boundary'
import { type Hit, hitsFrom, hitsUntil, lastUpTo, type Reading, scriptAt } from '../read/reading'
import { fromWords } from '../record/lexicon'
import type { Sense } from '../record/tables'
import { countryBefore, countryOwning, isListed, namesCountry } from './country-prefix'
import { countryMeant, foreignBody } from './foreign-bodies'
import { leadershipOf } from './leadership'
import { proposeLetter } from './letters'
import { endsName, longerName } from './longer-names'
import { proposeMeetings } from './meetings'
import { isEverydayWord } from './party-words'
import { withoutCuts } from './press-cut'
import { type Proposal, proposal } from './proposal'
import { proposeRole, ROLE_PREFIX, withRolePrefix } from './roles'
import { proposeUnlisted } from './unlisted-names'

/** How clearly a meaning must lead before it holds for the rest of the text. */
const SURE = 1.5
/** オール|沖縄: katakana that makes another name of a place. */
const OVER_NAME = fromWords(({ any }) => new RegExp(`(?<![ァ-ヺー])(?:${any('over-name')})$`, 'u'))

/** Everything that a block may mention. */
export function propose(context: Context, reading: Reading): Proposal[] {
  const proposals: Proposal[] = []
  for (const person of context.people.get(reading) ?? []) {
    if (person.choices.length > 0)
      proposals.push(proposal(context.tables, 'person', person, person.choices))
    const leadership = leadershipOf(context, reading, person)
    if (leadership) proposals.push(leadership)
  }
  for (const hit of reading.hits) {
    if (context.tables.isBlocker(hit.form))
      proposals.push(proposal(context.tables, 'ordinary', hit, []))
    const senses = withoutCuts(reading, hit, context.tables.namedOf(hit.form))
    if (isEverydayWord(context, reading, hit, senses)) continue
    const common = commonKind(reading, reading.text.slice(hit.start, hit.end))
    if (senses.length > 0 || common)
      proposals.push(...proposeHit(context, reading, hit, senses, common))
  }
  proposals.push(
    ...proposeBound(context, reading),
    ...proposeMeetings(context, reading),
    ...proposeUnlisted(context, reading),
  )
  return proposals.filter(
    (candidate) =>
      !cutsTime(context, reading, candidate) && !cutsName(reading, proposals, candidate),
  )
}

/** 柏崎刈羽|原発の再稼働: a phrase with の does not begin amid a name, which is 柏崎刈羽原発. */
function cutsName(
  { text }: Reading,
  proposals: readonly Proposal[],
  { start, end, choices }: Proposal,
): boolean {
  if (choices.length === 0 || end - start < 3) return false
  const within = text.slice(start, end).indexOf('の')
  if (within < 0) return false
  const particle = start + within
  return proposals.some(
    (other) =>
      other.choices.length > 0 &&
      other.start < start &&
      start < other.end &&
      other.end <= particle &&
      text.charAt(start - 1) !== 'の',
  )
}

/** A time and a mention never overlap, unless the time is a number within a name (9・11). */
function cutsTime(context: Context, reading: Reading, { start, end, choices }: Proposal): boolean {
  if (choices.length === 0) return false
  const from = reading.folded.from[start] ?? 0
  const to = reading.folded.to[end - 1] ?? from
  const times = context.times.get(reading.id) ?? []
  const first = lastUpTo(times, from, (time) => time.start)
  for (let k = first; k < times.length; k++) {
    const time = times[k]
    if (!time || time.start >= to) break
    const inside = from <= time.start && time.end <= to && to - from > time.end - time.start
    if (time.end > from && !inside) return true
  }
  return false
}

function proposeHit(
  context: Context,
  reading: Reading,
  hit: Hit,
  senses: readonly Sense[],
  common: Kind | undefined,
): Proposal[] {
  if (!isWhole(context, reading, hit)) return []
  if (hit.end - hit.start === 1) return proposeLetter(context, reading, hit, senses)
  if (isWithinWord(reading, hit)) return []
  const kind = senses[0]?.thing.kind ?? common
  const ownable = inEveryCountry(senses, common) && !namesCountry(context, reading, hit)
  // 韓国の|前|大統領: the country owns the post, whoever of its holders is meant.
  const at = kind === 'office' ? withRolePrefix(reading, hit.start) : hit.start
  const owner = ownable ? countryOwning(context, reading, at) : null
  if (owner?.several && kind === 'office') return []
  const prefix =
    kind === 'place' || kind === 'concept' || namesCountry(context, reading, hit)
      ? null
      : countryBefore(context, reading, hit.start)
  if (prefix && kind === 'office' && isListed(context, reading, prefix.start)) return []
  // 米|原潜: whose thing it is is no part of its name.
  const start = kind === 'object' ? hit.start : (prefix?.start ?? hit.start)
  const words = reading.text.slice(Math.max(0, hit.start - 4), hit.start)
  const rolePrefix = kind === 'office' && ROLE_PREFIX.test(words)
  if (!prefix && !rolePrefix && goesOnBefore(reading, hit.start, hit.end - hit.start)) return []
  if (kind === 'place' && OVER_NAME(reading).test(words)) return []
  const isPlace = kind === 'place' && senses.every(({ thing }) => thing.kind === 'place')
  const longer = longerName(context, reading, hit, senses, start)
  if (longer) return [longer]
  if (goesOnBehind(reading, hit.end, isPlace ? 'place' : kind === 'organisation' ? 'body' : null))
    // 日産自動車|サッカー部: where the name goes on, no shorter one (日産) is meant either.
    return kind === 'organisation' ? [proposal(context.tables, 'ordinary', hit, [])] : []
  const owned = owner && !owner.several ? owner.country : null
  const joined = at < hit.start && ownable ? countryBefore(context, reading, at) : null
  const country =
    prefix?.country ?? owned ?? joined?.country ?? toldCountry(context, reading, hit, common)
  const choices = chooseSenses(context, reading, hit.start, hit.end, senses, country)
  const [best] = choices
  const bound = best !== undefined && best.weight > 15
  const form = reading.text.slice(hit.start, hit.end)
  // An entry that asks for words of the sentence knows better than the countries around.
  const said = senses.some(({ thing, when }) => thing === best?.thing && when?.sentence)
  // What the text has called by a name that only one body has goes on being called by it.
  const known =
    !common &&
    context.chosen.get(form) === best?.thing &&
    senses.every(({ thing }) => thing === best?.thing)
  const elsewhere =
    ownable &&
    (kind !== 'office' || isEnvoy(form)) &&
    senses.length > 0 &&
    !country &&
    !bound &&
    !said &&
    !known
      ? countryMeant(
          context,
          reading,
          hit,
          !isEnvoy(form) &&
            (common !== 'organisation' || senses.some(({ thing }) => thing.country === 'JP')),
        )
      : null
  const meant = country ?? elsewhere
  // ディスコの|女王: what is no country owns no post.
  if (!best && !meant && common === 'office' && reading.text[hit.start - 1] === 'の') return []
  const other =
    elsewhere !== null
      ? !senses.some(({ thing }) => thing.country === elsewhere || !thing.country)
      : !best || (country && best.thing?.country && best.thing.country !== country)
  if (other)
    return foreignBody(
      context,
      reading,
      hit,
      kind,
      meant ? { start, country: meant, headword: '' } : null,
      senses,
    )
  if (best?.thing?.kind === 'office') {
    const role = proposeRole(context, reading, start, hit, choices)
    return role ? [role] : []
  }
  const [, second] = choices
  // Once its condition held, a form keeps its meaning where the text no longer says so: 和平協議.
  const clear =
    choices.length > 1
      ? (best?.weight ?? 0) - (second?.weight ?? 0) > SURE
      : senses.some(({ when }) => when)
  if (best?.thing && clear) context.chosen.set(reading.text.slice(hit.start, hit.end), best.thing)
  return [proposal(context.tables, 'entry', { start, end: hit.end }, choices)]
}

/**
 * The country of a longer body that the text names, for which the common name stands (最高裁 after
 * 連邦最高裁判所), where the text is more about that country than about Japan.
 */
function toldCountry(
  context: Context,
  reading: Reading,
  hit: Hit,
  common: Kind | undefined,
): string | null {
  if (common !== 'organisation' || reading.text[hit.start - 1] === 'の') return null
  const form = reading.text.slice(hit.start, hit.end)
  const home = context.countries.get('JP') ?? 0
  for (const { country, name } of context.bodies)
    if (country && country !== 'JP' && name.length > form.length && name.includes(form))
      if ((context.countries.get(country) ?? 0) > home) return country
  return null
}

/** 日|東電|工: two kanji in the middle of a longer run that no known word parts from it. */
function isWithinWord(reading: Reading, { start, end }: Hit): boolean {
  if (end - start > 2 || scriptAt(reading, start) !== HAN || scriptAt(reading, end) !== HAN)
    return false
  if (scriptAt(reading, start - 1) !== HAN || scriptAt(reading, start - 2) === HAN) return false
  if (reading.lexicon.has('before-name', reading.text[start - 1] ?? '')) return false
  const parted = (hits: readonly Hit[]) => hits.some((hit) => hit.end - hit.start > 1)
  return (
    edgeBefore(reading, start) === 'joined' &&
    !parted(hitsUntil(reading, start)) &&
    !parted(hitsFrom(reading, end)) &&
    !endsName(reading, end)
  )
}

/** No form starts or ends within a word, a number or a foreign name. */
function isWhole(context: Context, reading: Reading, { start, end, form }: Hit): boolean {
  const before = edgeBefore(reading, start)
  if (before === 'inside' || edgeAfter(reading, end) === 'inside') return false
  // 20日|米…: the day of a month is no Japan.
  const left = reading.folded.text[start - 1] ?? ''
  if (/^[日月年]/u.test(reading.text.slice(start, start + 1)) && /\d/.test(left)) return false
  const separators = context.tables.separatorsOf(form)
  for (let k = start + 1; k < end && k - start < 31; k++) {
    const gap = reading.folded.gap[k]
    if ((gap === DOT_GAP || gap === SPACE_GAP) && !(separators & (1 << (k - start)))) return false
  }
  // In クリスティーヌ・ラガルド only the whole is a name; between words of a list ・ is free.
  return true
}

const HIRAGANA_ONLY = /^[ぁ-ゖー]+$/u

/** Forms that the text itself defines. */
function proposeBound(context: Context, reading: Reading): Proposal[] {
  const proposals: Proposal[] = []
  const names = new Map<string, Choice>()
  for (const { form, thing, local, words } of context.bindings.values()) {
    const meaning = thing ? { thing } : local ? { local } : null
    if (!meaning) continue
    const choice = by(context.tables, 'binding.form', words, meaning)
    for (const name of local ? [form, local.name] : [form]) names.set(name, choice)
  }
  for (const [form, choice] of names) {
    if (form.length < 2) continue
    for (
      let at = reading.text.indexOf(form);
      at >= 0;
      at = reading.text.indexOf(form, at + form.length)
    ) {
      const end = at + form.length
      if (edgeBefore(reading, at) === 'inside' || edgeAfter(reading, end) === 'inside') continue
      // A ship's name is a common word too: only in quotation marks it is a name.
      if (HIRAGANA_ONLY.test(form) && !/[「『]/u.test(reading.text[at - 1] ?? '')) continue
      if (edgeBefore(reading, at) === 'joined' && goesOnBefore(reading, at, form.length)) continue
      if (goesOnBehind(reading, end, null)) continue
      proposals.push(proposal(context.tables, 'definition', { start: at, end }, [choice]))
    }
  }
  return proposals
}
