/** Events that a document tells: what happened or is planned at a stated time. */
import type { Document } from '../article/document'
import type { Mention } from '../linking/mention'
import { isEdtf } from '../time/edtf'
import type { TimeExpression } from '../time/expression'
import { type Cast, castOf } from './cast'
import { titleOf } from './compose'
import { figuresIn } from './figures'
import { type Head, headsIn, reaches } from './heads'
import { predicatesIn } from './predicates'
import { joinTold } from './same-event'
import type { EventStatus, FoundEvent } from './schema'
import { evidenceOf, type Placed, type Unit, unitsOf } from './units'

/** One telling of an event, before tellings of one event are joined. */
export interface Told {
  event: FoundEvent
  head: Head
  unit: Unit
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
  let cast: Cast | null = null
  for (const unit of units) {
    const hits = predicatesIn(unit.text)
    const heads = headsIn(unit.text, hits, unit.heading)
    const found = unit.dates.flatMap((date, k) =>
      headsOfDate(unit, date, unit.dates[k + 1] ?? null, heads).map((head) => ({ date, head })),
    )
    for (const { date, head } of found) {
      const status = statusOf(head, date.of.value, published)
      if (!status) continue
      const members = castOf(unit, head, date, cast)
      told.push(tell(unit, date, head, status, members))
    }
    if (!unit.around) cast = castOf(unit, heads.at(-1) ?? null, null, cast)
  }
  return joinTold(told)
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
    type: cast.type ?? head.hit.type,
    title: titleOf(unit, head, cast),
    participants: cast.participants.map((mention) => idOf(mention)),
    place: cast.place,
    topics: cast.topics,
    figures: figuresIn(unit.text),
    evidence: evidenceOf(unit, Math.min(date.start, head.start), Math.max(date.end, head.end)),
    alsoEvidence: [],
  }
  return { event, head, unit, clock: /T.*/.exec(value)?.[0] ?? '' }
}

/** The person that a role means, the entity, or the name that only this text knows. */
export const idOf = (mention: Mention): string =>
  mention.refersTo ?? mention.entity ?? `local:${mention.headword}`

/** Dates that bound, compare or cite, and so date no event of their own. */
const NO_EVENT_DATE =
  /^(?:まで(?!に)|以来|以降|以前|比|並み|より|現在|度比|時点|付|の時点|に入って)/u
/** A date in brackets or between commas at the end of a citation. */
const CITED = /^(?:。|$|』|”)/u

/** The heads that a date is the date of: none, one, or two (来日した際に…と述べた). */
function headsOfDate(
  unit: Unit,
  date: Placed<TimeExpression>,
  next: Placed<TimeExpression> | null,
  heads: readonly Head[],
): Head[] {
  const { text } = unit
  const behind = text.slice(date.end, date.end + 12)
  if (!isEdtf(date.of.value) || NO_EVENT_DATE.test(behind) || /現在$/.test(date.of.surface))
    return []
  if (CITED.test(behind) && /[、」』”]$/u.test(text.slice(0, date.start))) return []
  const scope = scopeEnd(text, date, next)
  const reachable = heads.filter((head) => head.start >= date.end && head.start < scope)
  if (behind.startsWith('の') || /^(?:\([^)]*\))?の/u.test(behind))
    return attributed(text, date, reachable)
  const verbs = reachable.filter((head) => !head.nominal || isRealised(text, head, heads))
  const first = verbs[0] ?? (unit.heading ? reachable[0] : undefined)
  if (!first) return []
  return [first, ...secondOf(text, first, verbs)]
}

/** A nominal head counts where a light verb stands before it (行われた会談). */
const isRealised = (text: string, head: Head, _heads: readonly Head[]): boolean =>
  /(?:た|る|う|れた|れる|された|される|した|する)(?:、)?[^はがをにで。]{0,24}$/u.test(
    text.slice(Math.max(0, head.start - 26), head.start),
  ) &&
  /(?:行[わうっ]|開[かいく]|催|発表|公表|公開|予定|実施|臨[むん])[^。]{0,30}$/u.test(
    text.slice(Math.max(0, head.start - 44), head.start),
  )

/** Where a date's reach ends: at the next date, unless the two are coordinated or one is a clock time. */
function scopeEnd(
  text: string,
  date: Placed<TimeExpression>,
  next: Placed<TimeExpression> | null,
): number {
  if (!next) return text.length
  const between = text.slice(date.end, next.start)
  const coordinated =
    /^(?:と|や|、|・|および|及び|,|\()$/u.test(between) || /^\([^)]*$/u.test(between)
  return coordinated ? text.length : next.start
}

function attributed(text: string, date: Placed<TimeExpression>, heads: readonly Head[]): Head[] {
  const head = heads.find((candidate) => {
    const between = text.slice(date.end, candidate.start)
    return between.length <= 60 && !/[。]/.test(between)
  })
  if (!head) return []
  const more =
    head.nominal && !reaches(text.slice(head.end, head.end + 12))
      ? []
      : secondOf(
          text,
          head,
          heads.filter((h) => !h.nominal && h.start > head.end),
        )
  return [head, ...more]
}

const STRONG = new Set([
  'statement',
  'meeting',
  'visit',
  'agreement',
  'call',
  'appointment',
  'attack',
  'founding',
  'election',
  'publication',
])

/** The main verb behind a first event, where it tells of another thing on the same date. */
function secondOf(text: string, first: Head, verbs: readonly Head[]): Head[] {
  const later = verbs.filter((head) => head.start >= first.end && !head.nominal)
  const last = later.at(-1)
  if (!last || last.hit.type === first.hit.type || !STRONG.has(last.hit.type)) return []
  if (last.hit.type === 'statement' && first.hit.type === 'publication') return []
  void text
  return [last]
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
