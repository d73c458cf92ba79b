/** Posts that stand without a name: 首相, 前外相, 米大統領. */

import { NO_GAP } from '../../text/fold'
import { KATAKANA } from '../../text/script'
import { by, type Choice, Tally } from '../facts/choice'
import type { Context, Person } from '../facts/facts'
import { draft } from '../facts/locals'
import { peopleWithin } from '../facts/people-within'
import { holderMeant, otherSides } from '../features/offices'
import { edgeBefore } from '../read/boundary'
import { type Hit, hitsUntil, lastUpTo, type Reading, scriptAt, sentenceAt } from '../read/reading'
import { fromWords } from '../record/lexicon'
import type { Thing } from '../record/tables'
import { type Proposal, proposal } from './proposal'

/** Words before a post that change who holds it, or only point at it. */
export const ROLE_PREFIX = /(?:次期|前|元|新|現|当時の|同)$/u
/** Words that make something else of a role: 外相会談 is a meeting, 首相級 a rank. */
const NO_ROLE = fromWords(({ any }) => new RegExp(`^(?:${any('no-role')})`, 'u'))
/** 貿易相|手国, 外相|互: 相 begins another word. */
const NO_MINISTER =
  /^(?:手(?![腕記元紙])|当(?![時日人局])|互|次(?=[いぎぐ第])|違|場|殺(?![害人傷])|続(?=人|税|財)|関(?=関)|対(?=[的性化評]))/u
/** 両外相, 日米外相, 米ロの外相: several at once, of whom none is meant alone. */
const PLURAL = fromWords(
  ({ any }) =>
    new RegExp(`(?:両|[3三]者?|各|(?<![訪来在滞])(?:${any('country-letter')}){2,}の?)$`, 'u'),
)
/** Somebody fills in for the holder: 大統領|権限代行, 首相|臨時代理. */
const ACTING = /^(?:の?(?:職務|権限)代行(?!者)|の?(?:職務|権限)代行者|臨時代理|代行)(?!\p{sc=Han})/u
/** The post is still to be filled, so that nobody is meant. */
const NOBODY_BEFORE = /(?:次の|後任の|後継の|将来の|空席の)$/u
/** Whoever is newly chosen *to* a post (新しい議長に選ばれた) has it; a new one alone is still to be found. */
const NEW_BEFORE = /(?:新たな|新しい)$/u
const NOBODY_BEHIND =
  /^(?:選び|選出|選任|を[^、。]{0,14}?(?:歴任|務めた|経験)|の(?:人選|座|ポスト|地位|選出|選び|選任|不在|空席)|に(?:誰|だれ|ふさわし)|を(?:選(?!挙)|決める))/u

/** Whether what stands around a post makes something else of it, or several people. */
export const isNoRole = (reading: Reading, start: number, end: number): boolean => {
  const behind = reading.text.slice(end, end + 4)
  return (
    (NO_ROLE(reading).test(behind) && !ACTING.test(reading.text.slice(end, end + 6))) ||
    (reading.text[end - 1] === '相' && NO_MINISTER.test(behind)) ||
    PLURAL(reading).test(reading.text.slice(Math.max(0, start - 4), start))
  )
}

/**
 * A bare post with the person whom it means; null where it is none, or the title of a name before it.
 *
 * @param start Where the mention begins, a country before the post included.
 * @param choices Posts of that name, likeliest first.
 */
export function proposeRole(
  context: Context,
  reading: Reading,
  start: number,
  hit: Hit,
  choices: readonly Choice[],
): Proposal | null {
  if (isNoRole(reading, start, hit.end)) return null
  const words = reading.text.slice(Math.max(0, start - 3), start)
  const before = ROLE_PREFIX.exec(words)?.[0] ?? null
  const prefix = before && before !== '同' ? before.replace('の', '') : null
  if (start === hit.start && belongsToName(context, reading, start)) return null
  const titled = titleOf(context, reading, start, hit.end)
  if (titled) return titled
  const several = /(?:[かカ]国|両国|各国)の$/u.test(
    reading.text.slice(Math.max(0, start - 4), start),
  )
  const called = personBehind(context, reading, hit.end, choices)
  const sides = otherSides(context, reading, start)
  const chosen =
    choices.find(({ thing }) => thing === called?.office) ??
    (several ? choices.find(({ thing }) => thing?.country === 'JP') : undefined) ??
    choices.find(({ thing }) => thing?.country && !sides.has(thing.country)) ??
    choices[0]
  const office = chosen?.thing
  if (!chosen || !office) return null
  const from = withRolePrefix(reading, start)
  if (from !== start && edgeBefore(reading, from) === 'joined') return null
  const abroad = ambassadorOf(context, reading, from, hit, office)
  if (abroad) return abroad
  const acting = ACTING.exec(reading.text.slice(hit.end, hit.end + 6))?.[0] ?? ''
  const open =
    several ||
    NOBODY_BEFORE.test(reading.text.slice(Math.max(0, from - 3), from)) ||
    (NEW_BEFORE.test(reading.text.slice(Math.max(0, from - 3), from)) &&
      reading.text[hit.end] !== 'に') ||
    NOBODY_BEHIND.test(reading.text.slice(hit.end, hit.end + 20))
  const end = hit.end + acting.length
  const term =
    open || called
      ? null
      : holderMeant(context, reading, start, end, office, acting ? '代行' : prefix)
  const person = called?.person ?? (term ? context.tables.things[term.person] : undefined)
  const because = new Tally(context.tables.weights)
  if (person && term)
    because.say('date.holder', `${context.day}: ${person.headword}（${term.from}〜）`)
  else if (called) because.say('introduced.holder', `「${called.person.headword}」`)
  const first = { ...chosen, evidence: [...chosen.evidence, ...because.evidence] }
  const known = [first, ...choices.filter((choice) => choice !== chosen)]
  return proposal(context.tables, 'role', { start: from, end }, known, person ?? null)
}

/** Where a post with 前, 元, 次期 … before it begins. */
export function withRolePrefix(reading: Reading, start: number): number {
  const before = ROLE_PREFIX.exec(reading.text.slice(Math.max(0, start - 3), start))?.[0]
  return before && before !== '同' && before !== '当時の' ? start - before.length : start
}

/** What is said of somebody who is or was ambassador: 中国大使|として, 元米国大使の. */
const AS_AMBASSADOR =
  /^(?:として|を(?:務|歴任|され|して)|だった|であ|に(?:就|任|起用)|時代|経験|の)/u

/** 中国大使 said of a Japanese is Japan's ambassador to China, not China's to Japan. */
function ambassadorOf(
  context: Context,
  reading: Reading,
  from: number,
  hit: Hit,
  office: Thing,
): Proposal | null {
  if (!office.name.startsWith('駐日')) return null
  const form = reading.text.slice(hit.start, hit.end)
  if (form.startsWith('駐') || !AS_AMBASSADOR.test(reading.text.slice(hit.end, hit.end + 4)))
    return null
  const sentence = sentenceAt(reading, hit.start)
  const japanese = peopleWithin(context, reading, sentence.start, sentence.end).some(
    ({ title, choices }) => (!title || title.honorific) && choices[0]?.thing?.country === 'JP',
  )
  if (!japanese) return null
  const name = `駐${form}`
  const thing = context.tables.namedOf(context.tables.formOf(name))[0]?.thing ?? null
  const meant = by(
    context.tables,
    'document.envoy',
    '日本人の経歴',
    thing ? { thing } : { local: draft({ headword: name, kind: 'office', name, short: [] }) },
  )
  return proposal(context.tables, 'role', { start: from, end: hit.end }, [meant])
}

/** A post directly before a name is that person's title: 最高指導者|ハメネイ師. */
function titleOf(context: Context, reading: Reading, start: number, end: number): Proposal | null {
  if ((reading.folded.gap[end] ?? NO_GAP) !== NO_GAP) return null
  const person = personAt(context, reading, end)
  return person
    ? proposal(context.tables, 'person', { start, end: person.end }, person.choices)
    : null
}

/** Whom a post is said of that の or 、 parts from a name: 最高指導者の|ハメネイ師. */
function personBehind(
  context: Context,
  reading: Reading,
  end: number,
  choices: readonly Choice[],
): { person: Thing; office: Thing } | null {
  if (!/^[の、]/u.test(reading.text.slice(end, end + 1))) return null
  const person = personAt(context, reading, end + 1)?.choices[0]?.thing
  if (!person) return null
  const held = context.tables.byPerson.get(person.index) ?? []
  const office = choices.find(({ thing }) => held.some((term) => term.office === thing?.index))
  return office?.thing ? { person, office: office.thing } : null
}

/** Somebody known whose name begins at an offset. */
function personAt(context: Context, reading: Reading, at: number): Person | undefined {
  const people = context.people.get(reading) ?? []
  for (let k = lastUpTo(people, at, (person) => person.start); k >= 0; k--) {
    const person = people[k]
    if (person?.start !== at) return undefined
    if (person.choices.length > 0) return person
  }
  return undefined
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
