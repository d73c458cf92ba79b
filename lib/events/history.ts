/** The history in the database: what each article tells, joined with what is known. */
import type { BunmyakuDatabase } from '../db/database'
import type { ClaimRow, EventRow, JoinRow } from '../db/rows'
import { daySpan } from '../glossary/day-span'
import { bestMatch, settle } from './merge'
import type { FoundEvent } from './schema'

/** Pack of events that only articles of the archive tell of. */
export const ARCHIVE = 'archive'
const DAY = 86_400_000

export interface TellingArticle {
  readonly article: string
  readonly revision: string
  readonly publishedAt: string | null
}

/** The tables that must be in the caller's transaction, for reading and writing. */
export const historyTables = (db: BunmyakuDatabase) => [db.events, db.claims, db.joins]

/**
 * Writes what an article tells in place of what it told before, each event joined with the known one
 * that it is, or new. Runs in the caller's transaction over `historyTables`.
 */
export async function recordArticleEvents(
  db: BunmyakuDatabase,
  source: TellingArticle,
  found: readonly FoundEvent[],
): Promise<void> {
  const before = await db.claims.where('article').equals(source.article).toArray()
  await db.claims.bulkDelete(before.map(({ id }) => id))
  const joins = await db.joins.toArray()
  const touched = new Set(before.map(({ event }) => event))
  const keys = new Set<string>()
  for (const event of found) {
    const key = keyOf(event, keys)
    const claim = claimOf(source, event, key)
    const target = await targetOf(db, claim, key, event.topics, joins)
    await db.claims.put({ ...claim, event: target })
    touched.add(target)
    // The next event of this article must see this one.
    await settleEvent(db, target)
  }
  for (const event of touched) await settleEvent(db, event)
}

/** Takes back what an article told; events that nothing else tells of go. In the caller's transaction. */
export async function removeArticleEvents(db: BunmyakuDatabase, article: string): Promise<void> {
  const claims = await db.claims.where('article').equals(article).toArray()
  await db.claims.bulkDelete(claims.map(({ id }) => id))
  for (const event of new Set(claims.map(({ event }) => event))) await settleEvent(db, event)
}

/**
 * Joins claims that came from elsewhere (an import) into the history, as if their articles had been
 * read here. In the caller's transaction; the claims' rows are put with the events they belong to.
 */
export async function recordClaims(
  db: BunmyakuDatabase,
  claims: readonly ClaimRow[],
): Promise<void> {
  const joins = await db.joins.toArray()
  for (const claim of claims) {
    const target = await targetOf(db, claim, claim.event, [], joins)
    await db.claims.put({ ...claim, event: target })
    await settleEvent(db, target)
  }
}

/**
 * Joins two events by hand: `other`'s claims become `event`'s, and stay so when articles are read
 * again. Opens its own transaction.
 */
export const joinEvents = (
  db: BunmyakuDatabase,
  event: string,
  other: string,
  now: Date = new Date(),
): Promise<void> =>
  db.transaction('rw', historyTables(db), async () => {
    const moved = await db.claims.where('event').equals(other).toArray()
    await db.claims.bulkPut(moved.map((claim) => ({ ...claim, event })))
    const keys = [other, ...moved.map(keyOfClaim)]
    await db.joins.put({
      id: `join:${event}:${other}`,
      type: 'join',
      events: [event, ...new Set(keys)],
      at: now.toISOString(),
    })
    await db.events.delete(other)
    await settleEvent(db, event)
  })

/**
 * Splits claims off an event by hand into one of their own, which stays apart when their articles
 * are read again. Opens its own transaction.
 * @returns the new event's id, or null where none of the claims is this event's.
 */
export const splitEvent = (
  db: BunmyakuDatabase,
  event: string,
  claims: readonly string[],
  now: Date = new Date(),
): Promise<string | null> =>
  db.transaction('rw', historyTables(db), async () => {
    const moved = (await db.claims.bulkGet([...claims])).filter((claim) => claim?.event === event)
    const rows = moved.flatMap((claim) => claim ?? [])
    const [first] = rows
    if (!first) return null
    const own = keyOfClaim(first)
    const id = own === event ? `${own}-2` : own
    await db.claims.bulkPut(rows.map((claim) => ({ ...claim, event: id })))
    const events = [event, id, ...rows.map(keyOfClaim)]
    await db.joins.put({
      id: `split:${event}:${id}`,
      type: 'split',
      events: [...new Set(events)],
      at: now.toISOString(),
    })
    await settleEvent(db, id)
    await settleEvent(db, event)
    return id
  })

/** Claims are named `article|key`: the key is what the telling is, whichever event it belongs to. */
const keyOfClaim = ({ id }: Pick<ClaimRow, 'id'>): string => id.slice(id.indexOf('|') + 1)

/** The name of a claim where `article` tells it. */
export const claimIdOf = (claim: Pick<ClaimRow, 'id'>, article: string): string =>
  `${article}|${keyOfClaim(claim)}`

/** A name for a telling that is the same whenever the same text is read. */
function keyOf(event: FoundEvent, taken: Set<string>): string {
  const text = [event.type, event.title, ...event.participants].join(' ')
  const base = `${event.date.replace(/[^0-9X-]/gu, '_')}-${event.type}-${hash(text)}`
  let key = base
  for (let k = 2; taken.has(key); k++) key = `${base}-${k}`
  taken.add(key)
  return key
}

/** FNV-1a, 32 bits: names, no secrets. */
function hash(text: string): string {
  let h = 0x811c9dc5
  for (let k = 0; k < text.length; k++) h = Math.imul(h ^ text.charCodeAt(k), 0x01000193)
  return (h >>> 0).toString(36)
}

const claimOf = (
  { article, revision, publishedAt }: TellingArticle,
  event: FoundEvent,
  key: string,
): ClaimRow => ({
  id: `${article}|${key}`,
  event: key,
  article,
  source: { from: 'article', article, revision },
  date: event.date,
  status: event.status,
  type: event.type,
  title: event.title,
  participants: event.participants,
  place: event.place,
  figures: event.figures,
  evidence: [event.evidence, ...event.alsoEvidence],
  ...(publishedAt !== null && { told: publishedAt }),
})

/** The event that a claim belongs to: by the reader's hand, by likeness, or a new one. */
async function targetOf(
  db: BunmyakuDatabase,
  claim: ClaimRow,
  key: string,
  topics: readonly string[],
  joins: readonly JoinRow[],
): Promise<string> {
  const hand = byHand(joins, key)
  if (hand) return hand
  const apart = new Set(
    joins.flatMap((row) => (row.type === 'split' && row.events.includes(key) ? row.events : [])),
  )
  const candidates = (await near(db, claim)).filter(
    (event) => !apart.has(event.id) || event.id === key,
  )
  const match = bestMatch(claim, candidates)
  if (match) return match.event.id
  const known = await db.events.get(key)
  if (known) return key
  await db.events.put(rowOf(key, claim, topics))
  return key
}

function byHand(joins: readonly JoinRow[], key: string): string | null {
  const latest = joins
    .filter((row) => row.events.slice(1).includes(key))
    .sort((a, b) => b.at.localeCompare(a.at))[0]
  if (!latest) return null
  return (latest.type === 'join' ? latest.events[0] : latest.events[1]) ?? null
}

/** Events whose date could be the claim's: of its months, and those dated by their year alone. */
async function near(db: BunmyakuDatabase, claim: ClaimRow): Promise<EventRow[]> {
  const { first, last } = daySpan(claim.date)
  if (!first || !last) return []
  const from = new Date(Date.parse(`${first.slice(0, 7)}-01`) - DAY)
  const to = new Date(Date.parse(last) + DAY)
  if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime())) return []
  const range = db.events.where('sort').between(isoDay(from), isoDay(to), true, true).toArray()
  const year = db.events
    .where('sort')
    .equals(`${first.slice(0, 4)}-01-01`)
    .toArray()
  const rows = [...(await range), ...(await year)]
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

const isoDay = (at: Date): string => at.toISOString().slice(0, 10)

const entitiesOf = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id): id is string => id !== null && !id.startsWith('local:'))),
]

const sortOf = (date: string): string => daySpan(date).first ?? '0000-01-01'

const rowOf = (id: string, claim: ClaimRow, topics: readonly string[]): EventRow => ({
  id,
  date: claim.date,
  status: claim.status,
  type: claim.type,
  title: claim.title,
  text: '',
  participants: claim.participants,
  place: claim.place,
  topics: entitiesOf(topics),
  follows: [],
  sort: sortOf(claim.date),
  entities: entitiesOf([...claim.participants, claim.place, ...topics]),
  pack: ARCHIVE,
})

/**
 * Brings an event's row to what its claims say; an event of the archive without claims goes. In the
 * caller's transaction.
 */
export async function settleEvent(db: BunmyakuDatabase, id: string): Promise<void> {
  const claims = await db.claims.where('event').equals(id).toArray()
  const row = await db.events.get(id)
  const settled = settle(claims)
  if (!settled) {
    if (row?.pack === ARCHIVE) await db.events.delete(id)
    return
  }
  if (row && row.pack !== ARCHIVE) {
    // A bundled event keeps its words and people; that it has taken place since is news.
    if (row.status !== settled.status) await db.events.put({ ...row, status: settled.status })
    return
  }
  const topics = row?.topics ?? []
  await db.events.put({
    ...(row ?? { id, text: '', follows: [], pack: ARCHIVE }),
    ...settled,
    topics,
    sort: sortOf(settled.date),
    entities: entitiesOf([...settled.participants, settled.place, ...topics]),
  })
}
