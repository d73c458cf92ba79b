/** Candidates for mentions in one block, before the best cover is chosen. */

import type { Kind } from '../glossary/schema'
import { DOT_GAP, SPACE_GAP } from '../text/fold'
import { DIGIT, HAN, KATAKANA, LATIN } from '../text/script'
import { goesOnBefore, goesOnBehind } from './affixes'
import { commonKind, countryAtHand, standsAlone } from './bodies'
import { edgeAfter, edgeBefore } from './boundary'
import type { Context, Person } from './context'
import { qualifierOf, weighCountries } from './countries'
import { type CountryPrefix, countryBefore } from './country-prefix'
import { proposeLetter } from './letters'
import { proposeMeetings } from './meetings'
import { holderMeant, otherSides } from './offices'
import { type Choice, evidence } from './people'
import { type Hit, hitsUntil, lastUpTo, type Reading, scriptAt } from './reading'
import { chooseSenses } from './senses'
import type { Sense, Thing } from './tables'

export interface Proposal {
  /** Folded offsets. */
  readonly start: number
  readonly end: number
  readonly score: number
  /** Likeliest first; none for an ordinary word that only takes its place. */
  readonly choices: readonly Choice[]
  /** The person whom a bare role means. */
  readonly refersTo: Thing | null
}

/** What every mention costs, so that one long candidate beats two short ones in its place. */
const COST = 4
const PER_UNIT = 10
const ROLE_PREFIX = /(?:次期|前|元|新|現|当時の|同)$/u
/** How clearly a meaning must lead before it holds for the rest of the text. */
const SURE = 1.5
/** Ends of bodies and posts that any country has. */
const BODY =
  /(?:省|庁|軍|相|大臣|大統領|首相|議会|上院|下院|長官|中央銀行|政府|総裁|報道官|最高裁|警察)$/u
/** Words that make something else of a role: 外相会談 is a meeting, 首相級 a rank. */
const NO_ROLE =
  /^(?:大臣|級|経験者|会談|会合|会議|協議|候補|官邸|公邸|夫妻|府|令|選|夫人|秘書|補佐|制|特使|専用|報道|談話|公選|指名|補|代理|室|職|以下|ら(?!は))/u

/** 両外相, 日米外相, 三外相: several at once, of whom none is meant alone. */
const PLURAL = /(?:両|[3三]|各|[日米中韓露朝英仏独豪印欧]{2,})$/u

/** Everything that a block may mention. */
export function propose(context: Context, reading: Reading): Proposal[] {
  const proposals: Proposal[] = []
  for (const person of context.people.get(reading) ?? []) {
    if (person.choices.length > 0)
      proposals.push(proposal(person.start, person.end, person.choices, 1))
    const leadership = leadershipOf(context, reading, person)
    if (leadership) proposals.push(leadership)
  }
  for (const hit of reading.hits) {
    if (context.tables.isBlocker(hit.form)) proposals.push(proposal(hit.start, hit.end, [], 1))
    const senses = context.tables.sensesOf(hit.form).filter(({ thing }) => thing.kind !== 'person')
    const common = commonKind(reading.text.slice(hit.start, hit.end))
    if (senses.length > 0 || common)
      proposals.push(...proposeHit(context, reading, hit, senses, common))
  }
  proposals.push(...proposeBound(context, reading), ...proposeMeetings(context, reading))
  return proposals.filter((candidate) => !cutsTime(context, reading, candidate))
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

/** A name with its reading before 指導部 or 政権: 習近平(シー・ジンピン)指導部. */
function leadershipOf(context: Context, reading: Reading, person: Person): Proposal | null {
  const rest = reading.text.slice(person.nameEnd, person.nameEnd + 30)
  const match = /^(?:\([ァ-ヺー・ぁ-ゖ ]{2,20}\))?(指導部|政権|新政権|前政権|体制|内閣)/u.exec(rest)
  if (!match?.[1]) return null
  const name = `${person.name}${match[1]}`
  const form = context.tables.formOf(name)
  const thing = context.tables.sensesOf(form)[0]?.thing ?? null
  const leads = person.things.some((one) => context.tables.byPerson.has(one.index))
  if (!thing && (!leads || match[1] === '体制')) return null
  const local = thing
    ? null
    : context.locals.introduce(
        { headword: name.replace(/[新前](?=政権)/u, ''), kind: 'organisation', name, short: [] },
        null,
      )
  const reasons = [evidence('form', `「${name}」`)]
  const choice = { thing, local, weight: 9, evidence: reasons }
  return proposal(person.start, person.nameEnd + match[0].length, [choice])
}

/** A candidate; `extra` breaks ties. */
export const proposal = (
  start: number,
  end: number,
  choices: readonly Choice[],
  extra = 0,
  refersTo: Thing | null = null,
): Proposal => ({ start, end, score: PER_UNIT * (end - start) - COST + extra, choices, refersTo })

function proposeHit(
  context: Context,
  reading: Reading,
  hit: Hit,
  senses: readonly Sense[],
  common: Kind | undefined,
): Proposal[] {
  if (!isWhole(context, reading, hit)) return []
  if (hit.end - hit.start === 1) return proposeLetter(context, reading, hit, senses)
  const kind = senses[0]?.thing.kind ?? common
  const prefix =
    kind === 'place' || kind === 'concept' ? null : countryBefore(context, reading, hit.start)
  const start = prefix?.start ?? hit.start
  const words = reading.text.slice(Math.max(0, hit.start - 4), hit.start)
  const rolePrefix = kind === 'office' && ROLE_PREFIX.test(words)
  if (!prefix && !rolePrefix && goesOnBefore(reading, hit.start, hit.end - hit.start)) return []
  const isPlace = kind === 'place' && senses.every(({ thing }) => thing.kind === 'place')
  if (goesOnBehind(reading, hit.end, isPlace)) return []
  const choices = chooseSenses(
    context,
    reading,
    hit.start,
    hit.end,
    senses,
    prefix?.country ?? null,
  )
  const [best] = choices
  const elsewhere =
    common === 'organisation' && best && !prefix
      ? countryMeant(
          context,
          reading,
          hit,
          senses.some(({ thing }) => thing.country === 'JP'),
        )
      : null
  const bound = best !== undefined && best.weight > 15
  if (elsewhere && !bound && !senses.some(({ thing }) => thing.country === elsewhere))
    return foreignBody(context, reading, hit, kind, null)
  if (!best || (prefix && best.thing?.country && best.thing.country !== prefix.country))
    return foreignBody(context, reading, hit, kind, prefix)
  if (best.thing?.kind === 'office') {
    const role = proposeRole(context, reading, start, hit, choices)
    return role ? [role] : []
  }
  const [, second] = choices
  if (best.thing && choices.length > 1 && best.weight - (second?.weight ?? 0) > SURE)
    context.chosen.set(reading.text.slice(hit.start, hit.end), best.thing)
  return [proposal(start, hit.end, choices)]
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

function proposeRole(
  context: Context,
  reading: Reading,
  start: number,
  hit: Hit,
  choices: readonly Choice[],
): Proposal | null {
  const behind = reading.text.slice(hit.end, hit.end + 4)
  if (NO_ROLE.test(behind) || PLURAL.test(reading.text.slice(Math.max(0, start - 3), start)))
    return null
  const words = reading.text.slice(Math.max(0, start - 3), start)
  const before = ROLE_PREFIX.exec(words)?.[0] ?? null
  const prefix = before && before !== '同' ? before.replace('の', '') : null
  if (start === hit.start && belongsToName(context, reading, start)) return null
  const several = /(?:[かカ]国|両国|各国)の$/u.test(
    reading.text.slice(Math.max(0, start - 4), start),
  )
  const sides = otherSides(context, reading, start)
  const office =
    (several ? choices.find(({ thing }) => thing?.country === 'JP')?.thing : undefined) ??
    choices.find(({ thing }) => thing?.country && !sides.has(thing.country))?.thing ??
    choices[0]?.thing
  if (!office) return null
  const from = prefix && prefix !== '当時' ? start - prefix.length : start
  if (from !== start && edgeBefore(reading, from) === 'joined') return null
  const term = several ? null : holderMeant(context, reading, start, office, prefix)
  const person = term ? context.tables.things[term.person] : undefined
  const known = choices.map(
    (choice, k): Choice =>
      k === 0 && person && term
        ? {
            ...choice,
            evidence: [
              ...choice.evidence,
              evidence('date', `${context.day}: ${person.headword}（${term.from}〜）`),
            ],
          }
        : choice,
  )
  return proposal(from, hit.end, known, 0, person ?? null)
}

/** Whether a name stands directly before a post: then the post is its title, whoever that is. */
function belongsToName(context: Context, reading: Reading, start: number): boolean {
  const before = hitsUntil(reading, start)
  const { tables } = context
  if (before.some(({ form }) => tables.isSurname(form))) return true
  return (
    scriptAt(reading, start - 1) === KATAKANA &&
    !before.some(({ form }) => tables.sensesOf(form).some(({ thing }) => thing.kind !== 'person'))
  )
}

/**
 * A body or post of a country for which the glossary lists none: 伊国防省, or 国防省 where the text
 * is about Italy. Its name is the common one with the country in brackets.
 */
function foreignBody(
  context: Context,
  reading: Reading,
  hit: Hit,
  kind: Kind | undefined,
  prefix: CountryPrefix | null,
): Proposal[] {
  const form = reading.text.slice(hit.start, hit.end)
  const other = prefix ? equivalent(context, prefix.country, form) : null
  if (other && prefix) {
    const choices = chooseSenses(context, reading, hit.start, hit.end, [other], prefix.country)
    const role = proposeRole(context, reading, prefix.start, hit, choices)
    return role ? [role] : []
  }
  const common = commonKind(form)
  if (!common && !(prefix && kind !== 'document' && BODY.test(form))) return []
  if (!prefix && !standsAlone(form)) return []
  const start = prefix?.start ?? hit.start
  const country = prefix?.country ?? countryMeant(context, reading, hit)
  const place = country ? context.tables.countryOf(country) : undefined
  if (!country || !place) return []
  const named = [...context.bodies].find(
    (body) => body.country === country && body.name !== form && body.name.includes(form),
  )
  if (named) {
    const reasons = [evidence('document', `本文の「${named.headword}」`)]
    return [proposal(start, hit.end, [{ thing: named, local: null, weight: 4, evidence: reasons }])]
  }
  // アメリカ陸軍|航空軍: a longer body of that country.
  const longer = prefix
    ? /^\p{sc=Han}{1,8}(?:軍|隊|司令部|本部|局)(?!\p{sc=Han})/u.exec(
        reading.text.slice(hit.end, hit.end + 12),
      )?.[0]
    : undefined
  const end = hit.end + (longer?.length ?? 0)
  const first = longer || prefix?.country === 'JP' ? start : hit.start
  const written = reading.original
    .slice(reading.folded.from[first], reading.folded.to[end - 1])
    .replace(/\s/gu, '')
  const headword =
    longer || prefix?.country === 'JP' ? written : `${written}(${qualifierOf(place)})`
  const local = context.locals.introduce(
    {
      headword,
      kind: common ?? kind ?? 'organisation',
      name: headword,
      short: longer ? [] : [`${place.headword}${written}`],
    },
    reading.text.slice(start, end),
  )
  const reasons = [evidence('country', `文の国: ${place.headword}`)]
  if ((common ?? kind) === 'office') {
    const behind = reading.text.slice(hit.end, hit.end + 4)
    const before = reading.text.slice(Math.max(0, start - 3), start)
    if (NO_ROLE.test(behind) || PLURAL.test(before)) return []
  }
  return [proposal(start, end, [{ thing: null, local, weight: 3, evidence: reasons }])]
}

/**
 * The country that a common name belongs to here, where something clearly says so.
 *
 * @param atHome Japan has such a body: then nothing but a text about another country tells against it.
 */
function countryMeant(context: Context, reading: Reading, hit: Hit, atHome = false): string | null {
  const form = reading.text.slice(hit.start, hit.end)
  if (atHome && form === '国会') return null
  const weights = weighCountries(context, reading, hit.start, hit.end, [
    ...context.countries.keys(),
  ])
  const home = weights.get('JP') ?? 0
  // Japan's own bodies are all in the glossary.
  weights.delete('JP')
  const [best, second] = [...weights].sort((a, b) => b[1] - a[1])
  if (!best) return countryAtHand(form)
  const rest = second?.[1] ?? 0
  if (atHome) return best[1] >= 6 && best[1] - home >= 5 && best[1] - rest >= 2 ? best[0] : null
  const clear = best[1] >= 4 ? best[1] - rest >= 1 : best[1] >= 2 && rest === 0
  return clear ? best[0] : countryAtHand(form)
}

/** What papers call American secretaries when they name them like ministers: 米国防相, 米財相. */
const AMERICAN: Readonly<Record<string, string>> = {
  外相: '国務長官',
  国防相: '国防長官',
  防衛相: '国防長官',
  財相: '財務長官',
  財務相: '財務長官',
  商務相: '商務長官',
}

function equivalent({ tables }: Context, country: string, role: string): Sense | null {
  const form = country === 'US' ? tables.formOf(AMERICAN[role] ?? '') : -1
  if (form < 0) return null
  return tables.sensesOf(form).find(({ thing }) => thing.country === country) ?? null
}

/** Forms that the text itself defines. */
function proposeBound(context: Context, reading: Reading): Proposal[] {
  const proposals: Proposal[] = []
  const names = new Map<string, Choice>()
  for (const { form, thing, local, words } of context.bindings.values())
    for (const name of local ? [form, local.name] : [form])
      names.set(name, { thing, local, weight: 9, evidence: [evidence('binding', words)] })
  for (const [form, choice] of names) {
    if (form.length < 2) continue
    for (
      let at = reading.text.indexOf(form);
      at >= 0;
      at = reading.text.indexOf(form, at + form.length)
    ) {
      const end = at + form.length
      if (edgeBefore(reading, at) === 'inside' || edgeAfter(reading, end) === 'inside') continue
      if (edgeBefore(reading, at) === 'joined' && goesOnBefore(reading, at, form.length)) continue
      if (goesOnBehind(reading, end, false)) continue
      proposals.push(proposal(at, end, [choice], 2))
    }
  }
  return proposals
}

/** True where a Japanese word or a Latin one goes on at an offset. */
const isWord = (reading: Reading, at: number): boolean => {
  const script = scriptAt(reading, at)
  return script === HAN || script === KATAKANA || script === LATIN || script === DIGIT
}
