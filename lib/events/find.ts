/** Events that a document tells: what happened or is planned at a stated time. */

import type { Document } from '../article/document'
import type { Mention } from '../linking/mention'
import type { TimeExpression } from '../time/expression'
import { type Day, referenceDay } from '../time/reference'
import { addSides, carriedDate, carriedHeads, goesOn } from './carry'
import { type Cast, castOf } from './cast'
import { isCertain } from './certain'
import { titleOf } from './compose'
import { headsOfDate } from './dating'
import { figuresIn } from './figures'
import { type Head, headsIn } from './heads'
import { idOf } from './identity'
import { asMain, headlineOf, mainOf, plainTelling } from './main'
import { type Hit, predicatesIn } from './predicates'
import { joinTold } from './same-event'
import type { EventStatus, EventType, FoundEvent } from './schema'
import { Story } from './story'
import type { Told } from './told'
import { evidenceOf, type Placed, type Unit, unitsOf } from './units'

/**
 * Events of a document, each once, in reading order. An event needs a stated time: the publication
 * day alone dates nothing. Participants are entity ids, or `local:` with the headword of a name that
 * no glossary knows. Pure; linear in the text's length for sentences of bounded length.
 */
export function findEvents(
  document: Document,
  mentions: readonly Mention[],
  times: readonly TimeExpression[],
): FoundEvent[] {
  if (!times.some(({ type }) => type === 'date' || type === 'time')) return []
  const units = unitsOf(document, mentions, times)
  const story = new Story(units)
  const headline = headlineOf(units)
  const published = referenceDay(document.publishedAt)
  const told: Told[] = []
  units.forEach((unit, place) => {
    const last = told.at(-1)
    const undated = unit.dates.length === 0
    if (undated && !(last && goesOn(unit, last))) return
    const heads = headsIn(unit.text, hitsOf(unit), unit.heading)
    const add = (date: Placed<TimeExpression>, head: Head, status: EventStatus) =>
      told.push(tell(unit, date, head, status, castOf(unit, head, place, story)))
    unit.dates.forEach((date, k) => {
      for (const head of headsOfDate(unit, k, heads)) {
        const status = statusOf(head, date.of.value, published)
        if (status && isCertain(unit, date, head)) add(date, head, status)
      }
    })
    if (!undated || !last) return
    for (const head of carriedHeads(unit, last, heads)) add(carriedDate(last), head, 'occurred')
    addSides(unit, last, heads)
  })
  const main = headline && (mainOf(told, headline, published) ?? plainMain())
  if (main) Object.assign(main.event, asMain(main.event.type, headline))
  function plainMain(): Told | null {
    const plain = headline && plainTelling(units, headline, published)
    if (!plain) return null
    const { unit, date, head } = plain
    const main = tell(unit, date, head, 'occurred', castOf(unit, head, units.indexOf(unit), story))
    told.push(main)
    return main
  }
  return joinTold(told.filter(isActed))
}

/** Nobody's words, journey or publication is nothing to tell: somebody takes part, or the title has a subject. */
const isActed = ({ event }: Told): boolean =>
  event.main ||
  event.participants.length > 0 ||
  !ACTED.has(event.type) ||
  /[一-龥々ァ-ヶーA-Za-z0-9」](?:は|が|の)/u.test(event.title)
const ACTED = new Set<EventType>(['statement', 'publication', 'visit', 'call', 'appointment'])

/** Predicate words that are not part of a name (地位協定室長). A meeting may itself be a name. */
function hitsOf(unit: Unit): Hit[] {
  return predicatesIn(unit.text).filter(
    (hit) =>
      !unit.mentions.some(
        ({ of, start, end }) =>
          start <= hit.start &&
          end >= hit.end &&
          of.kind !== 'event' &&
          of.kind !== 'concept' &&
          // 社会保障制度|調査|会: part of a body's name; its last word may be the session itself.
          (of.kind !== 'organisation' || end > hit.end || unit.text[end] === 'の'),
      ),
  )
}

function tell(
  unit: Unit,
  date: Placed<TimeExpression>,
  head: Head,
  status: EventStatus,
  cast: Cast,
): Told {
  const value = date.of.value
  const event: FoundEvent = {
    date: value,
    status,
    type: cast.type,
    title: titleOf(unit, head, date, cast),
    participants: cast.participants.map((mention) => idOf(mention)),
    place: cast.place,
    topics: cast.topics,
    figures: figuresIn(unit.text),
    evidence: evidenceOf(unit, Math.min(date.start, head.start), Math.max(date.end, head.end)),
    alsoEvidence: [],
    main: false,
  }
  return { event, head, unit, when: date.of, clock: /T.*/.exec(value)?.[0] ?? '' }
}

function statusOf(head: Head, value: string, published: Day | null): EventStatus | null {
  const { telling } = head
  if (telling.status === 'none' || telling.status === 'continues') return null
  const when = published ? whenOf(value, published) : 0
  if (telling.status === 'planned' && telling.weak && when < 0) return 'occurred'
  if (telling.status === 'occurred' && when > 0) return 'planned'
  return telling.status
}

/** An interval that the publication day lies in is neither before nor after it. */
function whenOf(value: string, published: Day): number {
  const [from = value, to = from] = value.split('/')
  const [first, last] = [compareDays(from, published), compareDays(to, published)]
  return first === last ? first : first > 0 ? 1 : 0
}

/** -1 where the date lies wholly before the publication day, 1 wholly behind it, 0 where neither is sure. */
function compareDays(value: string, published: Day): number {
  const [, ...parts] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(value) ?? []
  const days = [published.year, published.month, published.day]
  for (const [k, part] of parts.entries()) {
    const day = days[k]
    // Seasons count from 21: of the same year they are neither before nor after.
    if (!part || !day || (k === 1 && Number(part) > 12)) return 0
    if (Number(part) !== day) return Number(part) < day ? -1 : 1
  }
  return 0
}
