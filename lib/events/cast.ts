/** Who takes part in an event, where it is, and what it is about. */
import type { Mention } from '../linking/mention'
import { COUNTRY_LETTERS, countriesIn } from './countries'
import { compoundStart, type Head } from './heads'
import { type Named, rolesIn } from './roles'
import type { EventType } from './schema'
import type { Placed, Unit } from './units'

export interface Cast {
  readonly participants: readonly Mention[]
  readonly place: string | null
  readonly topics: string[]
  /** Who the sentence is about, for a next sentence without a subject. */
  readonly subjects: readonly Mention[]
  readonly type: EventType | null
}

/** Kinds of event that two or more parties share. */
const SHARED = new Set<EventType>(['meeting', 'call', 'agreement', 'conference'])
const idOf = (mention: Mention): string =>
  mention.refersTo ?? mention.entity ?? `local:${mention.headword}`

const isPerson = (mention: Mention): boolean =>
  mention.kind === 'person' || mention.refersTo !== null
const isActor = (mention: Mention): boolean =>
  isPerson(mention) ||
  mention.kind === 'organisation' ||
  mention.kind === 'place' ||
  mention.kind === 'framework'

/**
 * The cast of `head` in its sentence; without a head, only who the sentence is about.
 *
 * @param before cast of the sentence before, whose subject an elided one takes over
 */
export function castOf(
  unit: Unit,
  head: Head | null,
  date: Placed<unknown> | null,
  before: Cast | null,
): Cast {
  const named = rolesIn(unit.text, unit.mentions)
  const at = head?.start ?? unit.text.length
  const subjects = subjectsOf(unit, named, at)
  const inherited = subjects.length
    ? subjects
    : unit.around
      ? speakerOf(unit)
      : (before?.subjects ?? [])
  if (!head || !date)
    return {
      participants: [],
      place: null,
      topics: [],
      subjects: subjects.length ? subjects : inherited,
      type: null,
    }
  const type = typeOf(unit, head)
  const people = participantsOf(unit, named, head, type, inherited)
  return {
    participants: people,
    place: placeOf(unit, named, head, type, people),
    topics: topicsOf(named, people),
    subjects: inherited,
    type,
  }
}

/** 発表 of a document is a publication, 発表 of a fact a statement. */
function typeOf(unit: Unit, head: Head): EventType {
  const { hit } = head
  if (/^(?:発表|公表|公開|提出)$/.test(hit.word)) {
    const before = unit.text.slice(Math.max(0, hit.start - 12), hit.start)
    const behind = unit.text.slice(hit.end, hit.end + 14)
    const written =
      /(?:報告書?|文書|白書|戦略|統計|指数|声明|計画|調査|結果|資料|リスト|動画|写真|映像)(?:を|が|は)$/u.test(
        before,
      )
    if (/^(?:した|された)[「『]/u.test(behind) || written) return 'publication'
    const document = unit.mentions.some(
      (m) =>
        m.of.kind === 'document' &&
        ((m.end <= hit.start && hit.start - m.end <= 2) ||
          (m.start >= hit.end && m.start - hit.end <= 8)),
    )
    if (document) return 'publication'
    if (hit.word === '発表') return 'statement'
  }
  if (hit.word === '発足') {
    return /(?:政権|内閣|執行部|新体制)(?:の|が)?$/u.test(
      unit.text.slice(Math.max(0, hit.start - 8), hit.start),
    )
      ? 'appointment'
      : 'founding'
  }
  return hit.type
}

/** The nearest が before the predicate, and every は of the sentence around it. */
function subjectsOf(unit: Unit, named: readonly Named[], at: number): Mention[] {
  const before = named.filter((name) => name.end <= at && isActor(name.of))
  const subject = lastGroup(before, 'subject')
  const topic = lastGroup(before, 'topic')
  const agent = lastGroup(before, 'agent')
  const chosen =
    subject.length && !endsClause(unit.text, subject, at)
      ? subject
      : topic.length
        ? topic
        : subject.length
          ? subject
          : agent
  if (chosen.length) return chosen.map((name) => name.of)
  return []
}

/** The last run of names that share a role. */
function lastGroup(named: readonly Named[], role: Named['role']): Named[] {
  const last = named.findLastIndex((name) => name.role === role)
  if (last < 0) return []
  let first = last
  while (
    first > 0 &&
    named[first - 1]?.role === role &&
    (named[first]?.start ?? 0) - (named[first - 1]?.end ?? 0) <= 8
  )
    first--
  return named.slice(first, last + 1)
}

/** Whether the clause of that subject ends before the predicate: AがXしたことをうけて、Bは. */
function endsClause(text: string, subject: readonly Named[], at: number): boolean {
  const end = subject.at(-1)?.end ?? 0
  return /(?:こと(?:を|に|が)|ため|ので|のに対し|の?際|あと|後|とき)(?:に|は|、|も|には|うけて|受けて)?[^。]{0,4}、?.*[はが]/u.test(
    text.slice(end, at),
  )
}

function speakerOf(unit: Unit): Mention[] {
  const around = unit.around
  if (!around) return []
  const named = rolesIn(around.text, around.mentions).filter((name) => isActor(name.of))
  const topic = lastGroup(named, 'topic')
  if (topic.length) return topic.map((name) => name.of)
  const subject = lastGroup(named, 'subject')
  // 「…」(高市首相)
  if (subject.length) return subject.map((name) => name.of)
  return named.slice(-1).map((name) => name.of)
}

function participantsOf(
  unit: Unit,
  named: readonly Named[],
  head: Head,
  type: EventType,
  subjects: readonly Mention[],
): Mention[] {
  const chosen: Mention[] = [...genitivesOf(unit, named, head, type)]
  const own = chosen.some(isPerson) && head.kind !== 'verbal'
  if (!own) for (const subject of subjects) chosen.unshift(subject)
  for (const name of named) {
    if (name.end > head.start || !isActor(name.of)) continue
    const near = head.start - name.end
    if (SHARED.has(type) && name.role === 'companion' && isParty(name.of) && near < 90)
      chosen.push(name.of)
    if (name.role === 'agent' && near < 60) chosen.push(name.of)
    if (
      type === 'visit' &&
      isPerson(name.of) &&
      (name.role === 'object' || name.role === 'companion') &&
      near < 50
    )
      chosen.push(name.of)
    if (
      type === 'meeting' &&
      isPerson(name.of) &&
      (name.role === 'object' || name.role === 'goal') &&
      near < 40
    )
      chosen.push(name.of)
    if (
      type === 'appointment' &&
      isPerson(name.of) &&
      (name.role === 'object' || name.role === 'genitive') &&
      near < 40
    )
      chosen.push(name.of)
    if (type === 'attack' && (name.role === 'goal' || name.role === 'object') && near < 30)
      chosen.push(name.of)
  }
  const unique = distinct(chosen)
  if (unique.length || !SHARED.has(type)) return unique
  return countryParties(unit, head)
}

const isParty = (mention: Mention): boolean =>
  isPerson(mention) || mention.kind === 'organisation' || mention.kind === 'place'

/** AとBの会談, Aのアメリカ訪問: names that の joins to the head. */
function genitivesOf(unit: Unit, named: readonly Named[], head: Head, type: EventType): Mention[] {
  const out: Mention[] = []
  let at = head.start
  for (const name of [...named].reverse()) {
    if (name.end > at || !isActor(name.of)) continue
    const between = unit.text.slice(name.end, at)
    if (
      between.length > 24 ||
      /[はがをで。]|、(?!.{0,3}$)/u.test(between.replace(/^(?:らが|側の)/u, ''))
    )
      break
    const joined = name.role === 'genitive' || name.role === 'companion' || name.role === 'agent'
    if (!joined) {
      // アメリカ|訪問: the place inside the compound.
      if (name.end >= compoundStart(unit.text, head.hit.start) && between.length === 0) {
        at = name.start
        continue
      }
      break
    }
    if (isPerson(name.of) || type !== 'visit') out.unshift(name.of)
    at = name.start
  }
  return out
}

function countryParties(unit: Unit, head: Head): Mention[] {
  const compound = unit.text.slice(head.start, head.hit.end)
  return countriesIn(compound).map((headword) => ({
    block: unit.block,
    start: 0,
    end: 1,
    surface: headword,
    entity: null,
    headword,
    kind: 'place',
    tier: 'basic',
    refersTo: null,
    undecided: false,
    candidates: [],
    why: [],
  }))
}

function distinct(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<string>()
  return mentions.filter((mention) => {
    if (mention.kind === 'office' && mention.refersTo === null) return false
    const id = idOf(mention)
    return !seen.has(id) && Boolean(seen.add(id))
  })
}

function placeOf(
  unit: Unit,
  named: readonly Named[],
  head: Head,
  type: EventType,
  people: readonly Mention[],
): string | null {
  const part = new Set(people.map(idOf))
  const compound = unit.text.slice(head.start, head.hit.end)
  if (type === 'visit') {
    const letter = /^(?:.*訪|渡|来)([米日中韓朝露ロ英仏独伊印豪台欧比越])/u.exec(compound)?.[1]
    if (letter) return countryId(unit, COUNTRY_LETTERS[letter] ?? '')
    const goal = named.findLast(
      (name) =>
        (name.of.kind === 'place' || name.of.kind === 'organisation') &&
        name.end <= head.hit.end &&
        head.hit.start - name.end < 20 &&
        (name.role === 'goal' ||
          name.role === 'object' ||
          name.end >= head.hit.start - 1 ||
          name.role === 'genitive'),
    )
    if (goal) return idOf(goal.of)
  }
  const place = named.findLast(
    (name) =>
      (name.of.kind === 'place' || (name.of.kind === 'organisation' && name.role === 'place')) &&
      name.end <= head.hit.end &&
      (name.role === 'place' || (type === 'founding' && name.role === 'goal')) &&
      !part.has(idOf(name.of)),
  )
  return place ? idOf(place.of) : null
}

/** The entity by which this document calls a country, or its name. */
function countryId(unit: Unit, headword: string): string {
  const known = unit.mentions.find((mention) => mention.of.headword === headword)
  return known ? idOf(known.of) : `local:${headword}`
}

function topicsOf(named: readonly Named[], people: readonly Mention[]): string[] {
  const part = new Set(people.map(idOf))
  const kinds = new Set(['concept', 'document', 'framework', 'event', 'object'])
  return [
    ...new Set(
      named
        .filter(({ of }) => kinds.has(of.kind) && of.entity !== null && !part.has(idOf(of)))
        .map(({ of }) => of.entity ?? ''),
    ),
  ].slice(0, 8)
}
