/** Tellings of one event inside one document. */
import { saysSomething } from './compose'
import { areCountries } from './countries'
import type { EventType, FoundEvent } from './schema'
import type { Told } from './told'

const day = (value: string): string => value.replace(/T[^/]*/gu, '').replace(/~[EMLBF]/gu, '')

/** One event a real event: tellings of the same kind, date and people are joined, the fullest leads. */
export function joinTold(told: readonly Told[]): FoundEvent[] {
  const groups: Group[] = []
  // Dates agree within one month, or where neither says more than the year.
  const byMonth = new Map<string, Group[]>()
  for (const item of told) {
    const month = day(item.event.date).slice(0, 7)
    const near = byMonth.get(month) ?? []
    const compared = comparedBy(item)
    const group = near.find(({ unlike }) =>
      [...unlike.values()].some((member) => isSame(member, item)),
    )
    if (group) {
      group.members.push(item)
      if (!group.unlike.has(compared)) group.unlike.set(compared, item)
      continue
    }
    const fresh = { members: [item], unlike: new Map([[compared, item]]) }
    groups.push(fresh)
    near.push(fresh)
    byMonth.set(month, near)
  }
  return groups.filter(({ members }) => members.some(tells)).map(({ members }) => join(members))
}

interface Group {
  readonly members: Told[]
  /** Those that differ in what is compared: a text that repeats itself has few. */
  readonly unlike: Map<string, Told>
}

/** All that {@link isSame} looks at. */
const comparedBy = ({ event, clock, head }: Told): string =>
  JSON.stringify([event.type, event.date, clock, head.hit.noun, event.participants])

const KIN: ReadonlySet<string> = new Set([
  'meeting conference',
  'conference meeting',
  'attack military',
  'military attack',
])
const kin = (a: EventType, b: EventType): boolean => a === b || KIN.has(`${a} ${b}`)

function isSame(a: Told, b: Told): boolean {
  if (!kin(a.event.type, b.event.type)) return false
  if (!datesAgree(a.event.date, b.event.date)) return false
  const speech = a.event.type === 'statement'
  if (
    speech &&
    a.clock !== b.clock &&
    ((a.clock !== '' && b.clock !== '') || a.head.hit.noun !== b.head.hit.noun)
  )
    return false
  const shared = a.event.participants.filter((id) => b.event.participants.includes(id)).length
  const fewer = Math.min(a.event.participants.length, b.event.participants.length)
  // 日本 and アメリカ in one sentence are 高市首相 and トランプ大統領 in the next.
  const lone =
    fewer === 0 || areCountries(a.event.participants) !== areCountries(b.event.participants)
  // A day and its month are one event only where nobody is named on one side alone.
  if (shared) return day(a.event.date) === day(b.event.date) || shared === fewer
  if (!lone || day(a.event.date) !== day(b.event.date)) return false
  return a.head.hit.noun === b.head.hit.noun || (!speech && a.event.type === b.event.type)
}

/** Equal days, or one the month or year of the other. */
function datesAgree(a: string, b: string): boolean {
  const [x, y] = [day(a), day(b)]
  if (x === y) return true
  const [short, long] = x.length < y.length ? [x, y] : [y, x]
  return short.length >= 7 && !short.includes('/') && long.startsWith(`${short}-`)
}

/** Whether a telling says more than that something took place. */
const tells = ({ event, head }: Told): boolean =>
  event.main ||
  saysSomething(
    event.title,
    head,
    event.participants.length === 0 && event.place === null && event.topics.length === 0,
  )

/** Everybody, and countries only where nobody is named for them. */
function participantsOf(best: Told, others: readonly Told[]): string[] {
  // What names nobody in common only adds to the evidence.
  const own = best.event.participants
  const alike = others.filter(
    ({ event }) => own.length === 0 || event.participants.some((id) => own.includes(id)),
  )
  const lists = [best, ...alike].map(({ event }) => event.participants)
  const people = lists.filter((ids) => !areCountries(ids))
  const named = people.some((ids) => ids.length > 0) ? people : lists
  return [...new Set(named.flat())].slice(0, MOST)
}

/** Each item once, in order; linear, as one event may be told in every sentence. */
const distinct = <T>(items: readonly T[], key: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
]

/** Most participants of one event. */
const MOST = 12

const weight = ({ event }: Told): number =>
  event.participants.length * 3 +
  (event.place ? 2 : 0) +
  Math.min(event.date.length, 10) / 5 +
  event.figures.length / 4

function join(group: readonly Told[]): FoundEvent {
  const best = group.reduce((a, b) => (weight(b) > weight(a) ? b : a))
  const others = group.filter((item) => item !== best)
  const happened = group.some(({ event }) => event.status === 'occurred')
  const finest = group.reduce((a, b) =>
    day(b.event.date).length > day(a.event.date).length ? b : a,
  )
  const placeOf = ({ block, start, end }: FoundEvent['evidence']) => `${start} ${end} ${block}`
  const known = placeOf(best.event.evidence)
  const spans = distinct(
    others.map(({ event }) => event.evidence),
    placeOf,
  ).filter((span) => placeOf(span) !== known)
  const main = group.find(({ event }) => event.main)
  return {
    ...best.event,
    main: main !== undefined,
    title: (main ?? (tells(best) ? best : group.find(tells)) ?? best).event.title,
    date:
      day(best.event.date).length >= day(finest.event.date).length
        ? best.event.date
        : finest.event.date,
    status: happened ? 'occurred' : best.event.status,
    participants: participantsOf(best, others),
    place: best.event.place ?? others.find((o) => o.event.place)?.event.place ?? null,
    topics: [...new Set(group.flatMap(({ event }) => event.topics))].slice(0, 12),
    figures: distinct(
      group.flatMap(({ event }) => event.figures),
      ({ label, value }) => `${value} ${label}`,
    ),
    alsoEvidence: spans,
  }
}
