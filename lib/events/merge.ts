/**
 * Whether two tellings are of one event, and what the event is that several claims tell of.
 *
 * Nothing merges by chance: dates must agree, and people, place, kind or words must say that it is
 * the same; each judgement carries its reasons. What the reader split or joined by hand wins.
 */
import { daySpan } from '../glossary/day-span'
import { areCountries } from './countries'
import type { Claim, EventStatus, EventType } from './schema'

/** What is compared: an event, a claim, or an event found in a text. */
export interface Telling {
  readonly date: string
  readonly type: EventType
  readonly title: string
  readonly participants: readonly string[]
  readonly place: string | null
}

export interface Reason {
  readonly rule: 'date' | 'participants' | 'place' | 'type' | 'title'
  /** Above 0 speaks for one event, below 0 against. */
  readonly weight: number
  /** The data that spoke, for people to read. */
  readonly detail: string
}

export interface Judgement {
  readonly same: boolean
  readonly weight: number
  readonly reasons: readonly Reason[]
}

/** From here on two tellings are of one event. */
const THRESHOLD = 5
const DAY = 86_400_000

/** Are these two of one event? */
function judge(a: Telling, b: Telling): Judgement {
  const reasons = [
    dates(a, b),
    types(a, b),
    participants(a, b),
    places(a, b),
    titles(a, b),
  ].flatMap((reason) => reason ?? [])
  const weight = reasons.reduce((sum, reason) => sum + reason.weight, 0)
  const barred = reasons.some((reason) => reason.weight <= BARRED)
  return { same: !barred && weight >= THRESHOLD, weight: barred ? BARRED : weight, reasons }
}

/** A weight that nothing outweighs. */
const BARRED = -100

const bare = (date: string): string => date.replace(/T[^/]*|~[EMLBF]/gu, '')

function dates(a: Telling, b: Telling): Reason {
  const detail = `${a.date} / ${b.date}`
  const [x, y] = [bare(a.date), bare(b.date)]
  const [first, second] = [daySpan(x), daySpan(y)]
  if (!(first.first && first.last && second.first && second.last))
    return { rule: 'date', weight: x === y ? 1 : BARRED, detail }
  if (x === y) return { rule: 'date', weight: x.length >= 10 ? 3 : x.length >= 7 ? 2 : 1, detail }
  const within =
    (first.first <= second.first && second.last <= first.last) ||
    (second.first <= first.first && first.last <= second.last)
  if (within) return { rule: 'date', weight: Math.min(x.length, y.length) >= 7 ? 1 : 0, detail }
  // 21日午後(日本時間22日午前): one day apart may be one moment in two time zones.
  const apart = Math.abs(Date.parse(first.first) - Date.parse(second.first)) / DAY
  if (x.length === 10 && y.length === 10 && apart <= 1) return { rule: 'date', weight: 0, detail }
  return { rule: 'date', weight: BARRED, detail }
}

/** Kinds that one event can be told as. */
const KIN: readonly (readonly EventType[])[] = [
  ['meeting', 'conference'],
  ['meeting', 'visit'],
  ['meeting', 'call'],
  ['attack', 'military'],
  ['test', 'military'],
  ['publication', 'statement'],
  ['appointment', 'election'],
  ['agreement', 'legislation'],
  ['founding', 'appointment'],
]

function types(a: Telling, b: Telling): Reason {
  const detail = `${a.type} / ${b.type}`
  // A speaker says many things a day: that both are statements says nothing.
  if (a.type === b.type) return { rule: 'type', weight: a.type === 'statement' ? 0 : 2, detail }
  if (a.type === 'other' || b.type === 'other') return { rule: 'type', weight: -1, detail }
  const kin = KIN.some((pair) => pair.includes(a.type) && pair.includes(b.type))
  return { rule: 'type', weight: kin ? -1 : BARRED, detail }
}

function participants(a: Telling, b: Telling): Reason | null {
  if (areCountries(a.participants) !== areCountries(b.participants)) return null
  const shared = a.participants.filter((id) => b.participants.includes(id))
  const fewer = Math.min(a.participants.length, b.participants.length)
  if (fewer === 0) return null
  if (shared.length === 0)
    return { rule: 'participants', weight: -4, detail: `${a.participants} / ${b.participants}` }
  const weight = a.type !== 'statement' && shared.length === fewer ? 1 + Math.min(2, fewer) : 1
  return { rule: 'participants', weight, detail: shared.join(' ') }
}

function places(a: Telling, b: Telling): Reason | null {
  if (a.place === null || b.place === null) return null
  if (a.place === b.place) return { rule: 'place', weight: 1, detail: a.place }
  // ホワイトハウス and ワシントン may be one place; that two places differ says little.
  return { rule: 'place', weight: -1, detail: `${a.place} / ${b.place}` }
}

/** 高市首相の発言: a title that does not say what was said. */
const SAYS_NOTHING =
  /^[^、をめぐ関]{0,24}の(?:発言|表明|説明|発表|強調|指摘|伝達|要求|訴え|会見|記者会見|言及|投稿)$/u

function titles(a: Telling, b: Telling): Reason {
  const empty = a.type === 'statement' && (SAYS_NOTHING.test(a.title) || SAYS_NOTHING.test(b.title))
  const likeness = empty ? 0 : dice(a.title, b.title)
  return { rule: 'title', weight: Math.round(likeness * 30) / 10, detail: likeness.toFixed(2) }
}

/** How many pairs of neighbouring characters two titles share, 0 to 1. */
function dice(a: string, b: string): number {
  const pairs = (text: string) => {
    const bare = text.normalize('NFKC').replace(/[\s・、。「」『』()]/gu, '')
    return new Set(
      Array.from({ length: Math.max(0, bare.length - 1) }, (_, k) => bare.slice(k, k + 2)),
    )
  }
  const [x, y] = [pairs(a), pairs(b)]
  if (x.size + y.size === 0) return 0
  return (2 * [...x].filter((pair) => y.has(pair)).length) / (x.size + y.size)
}

/** The best of several events for a telling, or null where none is the same. */
export function bestMatch<T extends Telling>(
  telling: Telling,
  events: readonly T[],
): { event: T; judgement: Judgement } | null {
  let best: { event: T; judgement: Judgement } | null = null
  for (const event of events) {
    const judgement = judge(telling, event)
    if (judgement.same && judgement.weight > (best?.judgement.weight ?? Number.NEGATIVE_INFINITY))
      best = { event, judgement }
  }
  return best
}

/** Where claims of one event differ, each value with the claims that give it. */
export interface Disagreement {
  readonly label: string
  readonly values: readonly { readonly value: string; readonly claims: readonly string[] }[]
}

/** Label under which differing dates stand. */
const DATE = 'date'

/** Figures under one label and dates in which claims differ; a coarser date does not differ. */
export function disagreements(claims: readonly Claim[]): Disagreement[] {
  const found: Disagreement[] = []
  const days = valuesBy(claims.map((claim) => [bare(claim.date), claim.id] as const))
  const fine = days.filter(
    ({ value }) => !days.some((other) => other.value !== value && other.value.startsWith(value)),
  )
  if (fine.length > 1) found.push({ label: DATE, values: fine })
  const labels = new Set(claims.flatMap((claim) => claim.figures.map(({ label }) => label)))
  for (const label of labels) {
    const said = claims.flatMap((claim) =>
      claim.figures
        .filter((figure) => figure.label === label)
        .map((figure) => [figure.value, claim.id] as const),
    )
    const values = valuesBy(said)
    const tellers = new Set(said.map(([, claim]) => claim))
    // One source may give two figures under one word: that is no disagreement.
    if (
      values.length > 1 &&
      tellers.size > 1 &&
      !values.some((v) => v.claims.length === tellers.size)
    )
      found.push({ label, values })
  }
  return found
}

function valuesBy(
  said: readonly (readonly [value: string, claim: string])[],
): { value: string; claims: string[] }[] {
  const by = new Map<string, string[]>()
  for (const [value, claim] of said) {
    const claims = by.get(value) ?? []
    if (!claims.includes(claim)) claims.push(claim)
    by.set(value, claims)
  }
  return [...by].map(([value, claims]) => ({ value, claims }))
}

/** What the claims of one event say together. */
export interface Settled {
  readonly date: string
  readonly status: EventStatus
  readonly type: EventType
  readonly title: string
  readonly participants: string[]
  readonly place: string | null
}

/**
 * The event that claims tell of; null without claims. A planned event of which one source tells that
 * it took place has taken place; one called off later is cancelled. Bundled claims lead, then the
 * fullest.
 */
export function settle(claims: readonly Claim[]): Settled | null {
  const lead = [...claims].sort((a, b) => rank(b) - rank(a) || a.id.localeCompare(b.id))[0]
  if (!lead) return null
  const finest = claims.reduce((a, b) => (isFiner(b.date, a.date) ? b : a), lead)
  return {
    date: finest.date,
    status: statusOf(claims),
    type: lead.type,
    title: lead.title,
    participants: [...new Set([lead, ...claims].flatMap((claim) => claim.participants))],
    place: lead.place ?? claims.find((claim) => claim.place !== null)?.place ?? null,
  }
}

const rank = (claim: Claim): number =>
  (claim.source.from === 'bundled' ? 100 : 0) +
  (claim.status === 'occurred' ? 10 : 0) +
  Math.min(claim.participants.length, 4) +
  (claim.place === null ? 0 : 1)

const isFiner = (a: string, b: string): boolean =>
  !a.includes('/') && bare(a).length > bare(b).length && bare(a).startsWith(bare(b))

function statusOf(claims: readonly Claim[]): EventStatus {
  if (claims.some(({ status }) => status === 'occurred')) return 'occurred'
  /** When it was last told so: '' never, '0' at an unknown time. */
  const told = (status: EventStatus): string =>
    claims
      .flatMap((claim) => (claim.status === status ? [claim.told ?? '0'] : []))
      .sort()
      .at(-1) ?? ''
  const cancelled = told('cancelled')
  return cancelled !== '' && cancelled >= told('planned') ? 'cancelled' : 'planned'
}
