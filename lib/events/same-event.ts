/** Tellings of one event inside one document. */
import { areCountries } from './countries'
import type { Told } from './find'
import type { EventType, FoundEvent } from './schema'

const day = (value: string): string => value.replace(/T[^/]*/gu, '').replace(/~[EMLBF]/gu, '')

/** One event a real event: tellings of the same kind, date and people are joined, the fullest leads. */
export function joinTold(told: readonly Told[]): FoundEvent[] {
  const groups: Told[][] = []
  for (const item of told) {
    const group = groups.find((members) => members.some((member) => isSame(member, item)))
    if (group) group.push(item)
    else groups.push([item])
  }
  return groups.map(join)
}

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

/** Everybody, and countries only where nobody is named for them. */
function participantsOf(best: Told, others: readonly Told[]): string[] {
  const lists = [best, ...others].map(({ event }) => event.participants)
  const people = lists.filter((ids) => !areCountries(ids))
  const named = people.some((ids) => ids.length > 0) ? people : lists
  return [...new Set(named.flat())].slice(0, MOST)
}

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
  const spans = others
    .map(({ event }) => event.evidence)
    .filter((span, k, all) => {
      const same = (x: typeof span) =>
        x.block === span.block && x.start === span.start && x.end === span.end
      return !same(best.event.evidence) && all.findIndex(same) === k
    })
  return {
    ...best.event,
    date:
      day(best.event.date).length >= day(finest.event.date).length
        ? best.event.date
        : finest.event.date,
    status: happened ? 'occurred' : best.event.status,
    participants: participantsOf(best, others),
    place: best.event.place ?? others.find((o) => o.event.place)?.event.place ?? null,
    topics: [...new Set(group.flatMap(({ event }) => event.topics))].slice(0, 12),
    figures: group
      .flatMap(({ event }) => event.figures)
      .filter(
        (f, k, all) => all.findIndex((x) => x.label === f.label && x.value === f.value) === k,
      ),
    alsoEvidence: spans,
  }
}
