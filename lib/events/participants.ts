/** Who takes part in an event: who does it, with whom and to whom. */
import type { Mention } from '../linking/mention'
import type { Head } from './heads'
import { idOf, isActor, isPerson } from './identity'
import { leadersOf } from './leaders'
import type { Named } from './roles'
import type { EventType } from './schema'
import type { Story } from './story'
import { lastGroup, subjectOf } from './subject'
import type { Unit } from './units'

/** Kinds of event that two or more parties share. */
const SHARED = new Set<EventType>(['meeting', 'call', 'agreement', 'conference'])
/** A topic or subject of no known name: 5人は, 救急当局が. */
const TOPIC = /(?:[一-龥ァ-ヶー々A-Za-z0-9」)])(?:は|が)/u
/** Kinds that need no actor, so that none is taken over from the sentence before. */
const UNACTED = new Set<EventType>(['conference', 'election', 'disaster', 'economic', 'other'])

/** Who does it: the が of the predicate's own clause, else the は of the sentence, else its から or による. */
function actorsOf(unit: Unit, named: readonly Named[], head: Head): Named[] {
  const before = named.filter((name) => name.end <= head.at && isActor(name.of))
  const subject = lastGroup(unit.text, before, 'subject')
  const topic = lastGroup(unit.text, before, 'topic')
  const modified = modifiedBy(unit, named, head)
  if (modified) return [modified]
  const later = (topic.at(-1)?.start ?? -1) > (subject.at(-1)?.start ?? -1)
  const own =
    subject.length > 0 && !later && !isEnclosed(unit.text, subject, Math.min(head.start, head.at))
  if (own && head.kind === 'verbal') return subject
  const passive = isPassive(unit, head)
  if (head.relative && passive) return []
  // 大統領は、協議が行われるという見通しを示した: who speaks of it takes no part in it.
  if (head.kind === 'verbal' && isSpokenOf(unit.text, head)) return own ? subject : []
  if (own && head.kind === 'attributive') return [...topic, ...subject]
  if (
    topic.length &&
    (head.hit.type === 'statement' || passive || !hasOwnSubject(unit, topic, head))
  )
    return topic
  if (own) return subject
  for (const role of ['agent', 'source'] as const) {
    const group = lastGroup(unit.text, before, role)
    if (group.length && (role === 'agent' || group.some((name) => isPerson(name.of)))) return group
  }
  if (head.kind === 'verbal') return []
  // 去年10月の就任後、高市首相は…: the topic comes behind the noun.
  const behind = named.filter((name) => name.start >= head.end && isActor(name.of))
  return firstGroup(behind, head.hit.type === 'appointment')
}

/** トランプ大統領は…小学校が攻撃を受け…: another が, of no known name, stands nearer. */
function hasOwnSubject(unit: Unit, topic: readonly Named[], head: Head): boolean {
  const between = unit.text.slice(topic.at(-1)?.end ?? 0, head.start)
  if (head.kind !== 'verbal') return false
  const other = /[一-龥ァ-ヶー]が(?<rest>[^。]{0,30})$/u.exec(between)
  return other !== null && !RELATIVE.test(other.groups?.rest ?? '')
}

/** The event is the subject of its clause, and a verb of saying takes the clause up. */
const isSpokenOf = (text: string, { hit, end }: Head): boolean =>
  hit.end < end &&
  /^[がは]/u.test(text.slice(hit.end)) &&
  /^[ぁ-ん]{0,6}[るたうくすむ](?:という|との|と[^。]{0,20}[述発表伝話語]|こと(?:を|に))/u.test(
    text.slice(end, end + 40),
  )

/** された, 受けた: the subject is who it was done to. */
const isPassive = (unit: Unit, head: Head): boolean =>
  /^(?:を|が)?(?:[さかまわらた]?れ|られ|受け)/u.test(unit.text.slice(head.hit.end, head.end + 6)) ||
  /^(?:さ?れ|られ)/u.test(unit.text.slice(head.end, head.end + 4))

/** 来日した|トランプ大統領: the name that the predicate stands before. */
function modifiedBy(unit: Unit, named: readonly Named[], head: Head): Named | undefined {
  if (head.kind !== 'verbal') return undefined
  return named.find(
    (name) =>
      name.start >= head.end &&
      name.start - head.end <= 8 &&
      isPerson(name.of) &&
      /^(?:[しされてい]*)(?:た|る)$/u.test(unit.text.slice(head.end, name.start)),
  )
}

function firstGroup(named: readonly Named[], wanted: boolean): Named[] {
  const first = wanted
    ? named.find((name) => name.role === 'topic' || name.role === 'subject')
    : undefined
  return first ? [first] : []
}

/** A verb before a noun; に対する, をめぐる and the like are particles. */
const RELATIVE =
  /(?<!に対す|に関す|をめぐ|によ|におけ|とす)[るたうくすむぶ](?=[一-龥ァ-ヶ「])(?!際|後|時|上|中|直後|結果|[0-9])/u

/** Whether a が belongs to a relative clause or to a clause of reason that ends before the predicate. */
function isEnclosed(text: string, subject: readonly Named[], at: number): boolean {
  const between = text.slice(subject.at(-1)?.end ?? 0, at)
  const reason = /(?:こと(?:を|に|が)|ため|ので|のに対し)[^。]*[はが]/u.test(between)
  return RELATIVE.test(between) || reason
}

/**
 * Those of `head` in its sentence, each once.
 *
 * @param place of the unit in the story, where an elided subject is looked for before it
 */
export function participantsOf(
  unit: Unit,
  named: readonly Named[],
  head: Head,
  type: EventType,
  place: number,
  story: Story,
): Mention[] {
  const chosen: Mention[] = genitivesOf(unit, named, head, type)
  // 2014年のソチオリンピックで: whoever the sentence is about did not hold it.
  const staged = head.kind === 'nominal' && (type === 'conference' || type === 'other')
  if (staged) return distinct(chosen.filter((mention) => mention.kind !== 'place'))
  const settled = head.kind !== 'verbal' && chosen.some(isPerson)
  if (!settled) {
    const actors = actorsOf(unit, named, head).map((name) => name.of)
    const passive = isPassive(unit, head)
    const orphan =
      actors.length + chosen.length === 0 &&
      head.kind === 'verbal' &&
      !passive &&
      !TOPIC.test(unit.text.slice(0, head.start))
    const taken = orphan ? inherited(unit, type, place, story) : actors
    chosen.unshift(...taken)
  }
  for (const name of named)
    if (isActor(name.of) && joins(unit.text, name, head, type)) chosen.push(name.of)
  const people = distinct(chosen)
  return SHARED.has(type) ? leadersOf(unit, head, people, story) : people
}

function inherited(unit: Unit, type: EventType, place: number, story: Story): readonly Mention[] {
  if (unit.around) return speakerOf(unit.around)
  return UNACTED.has(type) ? [] : story.subjectBefore(place)
}

/** Who speaks the quotation inside a sentence: its topic, or the name in brackets behind it. */
function speakerOf(around: Unit): Mention[] {
  const subject = subjectOf(around)
  if (subject.length) return subject
  return around.mentions
    .filter(({ of }) => isPerson(of))
    .slice(-1)
    .map(({ of }) => of)
}

/** From whom and to whom belong to it. */
const GIFT = /^(?:寄贈|贈呈|返還|引き渡し)/u

/** Whether a name takes part by its own particle. */
function joins(text: string, name: Named, head: Head, type: EventType): boolean {
  const { role } = name
  if (
    SHARED.has(type) &&
    /^(?:ら)?(?:が|も)(?:それぞれ)?(?:出席|参加|同席|加わ)/u.test(
      text.slice(name.end, name.end + 12),
    )
  )
    return isPerson(name.of)
  if (SHARED.has(type) && role === 'subject' && name.start >= head.end)
    return isPerson(name.of) && attends(text, name.end)
  if (name.end > head.at) return false
  const near = head.at - name.end
  const person = isPerson(name.of)
  if (GIFT.test(head.hit.noun) && (role === 'source' || role === 'goal')) return true
  switch (type) {
    case 'meeting':
      if (person && (role === 'object' || role === 'goal') && near < 40) return true
      break
    case 'visit':
      return (
        person &&
        (role === 'object' ||
          (role === 'companion' && !unitText(text, name.end).startsWith('との'))) &&
        near < 40
      )
    case 'appointment':
      return person && (role === 'object' || role === 'genitive') && near < 40
    case 'founding':
      return name.of.kind === 'organisation' && role === 'object' && near < 6
    case 'attack':
    case 'military':
      return (role === 'goal' || role === 'object') && near < 30
    case 'election':
      return (
        (person || name.of.kind === 'organisation') &&
        (role === 'genitive' || role === 'subject') &&
        near < 40
      )
    case 'statement':
      return /^(?:を(?:通じ|介し)|とのインタビュー)/u.test(text.slice(name.end, name.end + 8))
    default:
      break
  }
  if (SHARED.has(type) && role === 'companion' && near < 90) return name.of.kind !== 'framework'
  return role === 'agent' && near < 60
}

const unitText = (text: string, at: number): string => text.slice(at, at + 2)

/** Bのほか、CやDらが出席して. */
const attends = (text: string, end: number): boolean =>
  /^[^。]{0,40}?らが(?:出席|参加|同席)/u.test(text.slice(end, end + 60))

/** AとBの会談, Aのアメリカ訪問: names that の joins to the head. */
function genitivesOf(unit: Unit, named: readonly Named[], head: Head, type: EventType): Mention[] {
  const out: Mention[] = []
  let at = head.start
  for (const name of [...named].reverse()) {
    if (name.start >= head.start && name.end <= head.hit.end && name.end <= head.hit.start) {
      // NHK|報道 is by NHK; アメリカ|訪問 only goes there.
      const acts = type === 'publication' || type === 'appointment'
      if (name.of.kind === 'organisation' && acts) out.unshift(name.of)
      at = Math.min(at, name.start)
      continue
    }
    if (name.end > at || !isActor(name.of)) continue
    const between = unit.text.slice(name.end, at)
    if (
      between.length > 30 ||
      /[はがをで。]|、(?!.{0,3}$)/u.test(
        between.replace(/^(?:らが|側の)|をめぐる|に関する|に対する|についての/gu, ''),
      )
    )
      break
    if (name.role !== 'genitive' && name.role !== 'companion' && name.role !== 'agent') break
    const place = name.of.kind === 'place'
    if (!(place && (type === 'election' || type === 'conference' || type === 'visit')))
      out.unshift(name.of)
    at = name.start
  }
  // 中国の胡錦濤主席: the country belongs to the person.
  return out.filter((mention, k) => !(mention.kind === 'place' && out.slice(k + 1).some(isPerson)))
}

function distinct(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<string>()
  return mentions.filter((mention) => {
    if (mention.kind === 'office' && mention.refersTo === null) return false
    const id = idOf(mention)
    return !seen.has(id) && Boolean(seen.add(id))
  })
}
