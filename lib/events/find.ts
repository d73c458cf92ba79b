/** Events that a document tells: what happened or is planned at a stated time. */
import type { Document } from '../article/document'
import type { Mention } from '../linking/mention'
import type { TimeExpression } from '../time/expression'
import { addSides, carriedDate, carriedHeads } from './carry'
import { type Cast, castOf, subjectOf } from './cast'
import { titleOf } from './compose'
import { headsOfDate } from './dating'
import { figuresIn } from './figures'
import { type Head, headsIn } from './heads'
import { idOf } from './identity'
import { holdersIn } from './leaders'
import { type Hit, predicatesIn } from './predicates'
import { joinTold } from './same-event'
import type { EventStatus, FoundEvent } from './schema'
import { evidenceOf, type Placed, type Unit, unitsOf } from './units'

/** One telling of an event, before tellings of one event are joined. */
export interface Told {
  event: FoundEvent
  head: Head
  unit: Unit
  when: TimeExpression
  /** Clock time or part of the day, where the text gives one. */
  clock: string
}

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
  const units = unitsOf(document, mentions, times)
  const published = document.publishedAt?.slice(0, 10) ?? ''
  const told: Told[] = []
  const holders = holdersIn(units)
  let subject: Mention[] = []
  units.forEach((unit) => {
    const heads = headsIn(unit.text, hitsOf(unit), unit.heading)
    unit.dates.forEach((date, k) => {
      for (const head of headsOfDate(unit, k, heads)) {
        const status = statusOf(head, date.of.value, published)
        if (status) told.push(tell(unit, date, head, status, castOf(unit, head, subject, holders)))
      }
    })
    if (!unit.dates.length && !unit.heading && !unit.around) {
      const last = told.at(-1)
      for (const head of last ? carriedHeads(unit, last, heads) : []) {
        const date = last && carriedDate(last)
        if (date)
          told.push(tell(unit, date, head, 'occurred', castOf(unit, head, subject, holders)))
      }
      addSides(unit, told.at(-1), heads)
    }
    // A heading is about the whole text, not about its next sentence.
    if (!unit.around && !unit.heading) {
      const own = subjectOf(unit)
      if (own.length) subject = own
    }
  })
  return joinTold(told)
}

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
          (of.kind !== 'organisation' || unit.text[end] === 'の'),
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
    title: titleOf(unit, head, cast),
    participants: cast.participants.map((mention) => idOf(mention)),
    place: cast.place,
    topics: cast.topics,
    figures: figuresIn(unit.text),
    evidence: evidenceOf(unit, Math.min(date.start, head.start), Math.max(date.end, head.end)),
    alsoEvidence: [],
  }
  return { event, head, unit, when: date.of, clock: /T.*/.exec(value)?.[0] ?? '' }
}

function statusOf(head: Head, value: string, published: string): EventStatus | null {
  const { telling } = head
  if (telling.status === 'none' || telling.status === 'continues') return null
  const first = value.split('/')[0] ?? value
  const when = compareDays(first, published)
  if (telling.status === 'planned' && telling.weak && when < 0) return 'occurred'
  if (telling.status === 'occurred' && when > 0) return 'planned'
  return telling.status
}

/** -1 where the date lies wholly before the publication day, 1 wholly behind it, 0 where neither is sure. */
function compareDays(value: string, published: string): number {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(value) ?? []
  if (!year || published.length < 4) return 0
  const [py = '', pm, pd] = published.split('-')
  if (year !== py) return year < py ? -1 : 1
  if (!month || !pm || Number(month) > 12) return 0
  if (month !== pm) return month < pm ? -1 : 1
  if (!day || !pd || day === pd) return 0
  return day < pd ? -1 : 1
}
