/** Events for the surfaces: of some entities, around a day. */
import type { EntityLine, EventLine, SourceLine } from '../card'
import type { BunmyakuDatabase } from '../db/database'
import type { ArticleRow, ClaimRow, EventRow } from '../db/rows'
import { daySpan } from '../glossary/day-span'
import type { Publication } from '../glossary/schema'
import { disagreements } from './merge'

export interface TimelineQuery {
  /** Entity ids; none means every event. */
  entities: readonly string[]
  /** EDTF date in the middle of what is wanted, or null for the latest. */
  around: string | null
  /** Most events to give back. */
  limit: number
}

/** Names of the publications that bundled sources cite. */
export type Publications = ReadonlyMap<string, Publication>
const NO_PUBLICATIONS: Publications = new Map()

/**
 * Events that touch any of the entities, oldest first; where there are more than `limit`, those
 * nearest to `around`. Articles in the bin tell nothing. `total` counts all of them.
 */
export async function queryTimeline(
  db: BunmyakuDatabase,
  { entities, around, limit }: TimelineQuery,
  publications: Publications = NO_PUBLICATIONS,
): Promise<{ events: EventLine[]; total: number }> {
  const live = await liveRows(db, await eventRows(db, entities))
  const rows = live.sort((a, b) => compare(a.sort, b.sort) || compare(a.id, b.id))
  const window = nearest(rows, around === null ? null : daySpan(around).first, limit)
  return { events: await linesOf(db, window, publications), total: rows.length }
}

/**
 * The last events of an entity before a day and the next ones after it, each side oldest first. An
 * event of the day itself counts as before, unless it is planned.
 */
export async function eventsAround(
  db: BunmyakuDatabase,
  entity: string | readonly string[],
  date: string | null,
  before = 3,
  after = 2,
  publications: Publications = NO_PUBLICATIONS,
): Promise<{ before: EventLine[]; after: EventLine[] }> {
  const ids = typeof entity === 'string' ? [entity] : entity
  if (ids.length === 0) return { before: [], after: [] }
  const day = (date === null ? null : daySpan(date.slice(0, 10)).first) ?? '9999-12-31'
  const rows = (await liveRows(db, await eventRows(db, ids))).sort((a, b) =>
    compare(a.sort, b.sort),
  )
  const isPast = (row: EventRow) =>
    row.sort < day || (row.sort === day && row.status === 'occurred')
  const past = rows.filter(isPast).slice(-before)
  const next = rows.filter((row) => !isPast(row)).slice(0, after)
  const lines = await linesOf(db, [...past, ...next], publications)
  return { before: lines.slice(0, past.length), after: lines.slice(past.length) }
}

/** As IndexedDB orders strings; a collation's order would cost more and mean nothing here. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Events of the entities, each once. One `getAll` an entity: `anyOf` steps a cursor from row to row,
 * and each step goes to the database and back.
 */
async function eventRows(db: BunmyakuDatabase, entities: readonly string[]): Promise<EventRow[]> {
  if (entities.length === 0) return db.events.toArray()
  const found = await db.transaction('r', db.events, () =>
    Promise.all(entities.map((id) => db.events.where('entities').equals(id).toArray())),
  )
  return [...new Map(found.flat().map((row) => [row.id, row])).values()]
}

/** Claims of each of the events, in their order. */
const claimsOf = (db: BunmyakuDatabase, rows: readonly EventRow[]): Promise<ClaimRow[][]> =>
  db.transaction('r', db.claims, () =>
    Promise.all(rows.map(({ id }) => db.claims.where('event').equals(id).toArray())),
  )

/** Ids of the articles in the bin. */
const binnedArticles = async (db: BunmyakuDatabase): Promise<Set<string>> =>
  new Set(await db.articles.where('deletedAt').above('').primaryKeys())

/** The events without those that only binned articles tell of. */
export async function liveRows(db: BunmyakuDatabase, rows: EventRow[]): Promise<EventRow[]> {
  const binned = await binnedArticles(db)
  if (binned.size === 0) return rows
  const doubtful = rows.filter(({ pack }) => pack === 'archive')
  const claims = await claimsOf(db, doubtful)
  const dead = new Set(
    doubtful.filter((_, k) => {
      const all = claims[k] ?? []
      return all.length > 0 && all.every(({ article }) => article && binned.has(article))
    }),
  )
  return rows.filter((row) => !dead.has(row))
}

function nearest(
  rows: readonly EventRow[],
  day: string | null,
  limit: number,
): readonly EventRow[] {
  if (rows.length <= limit) return rows
  if (day === null) return rows.slice(-limit)
  const next = rows.findIndex(({ sort }) => sort > day)
  const middle = next < 0 ? rows.length : next
  const start = Math.min(Math.max(0, middle - Math.ceil(limit / 2)), rows.length - limit)
  return rows.slice(start, start + limit)
}

/** As the surfaces show them, in their order; what binned articles claim is not told. */
export async function linesOf(
  db: BunmyakuDatabase,
  rows: readonly EventRow[],
  publications: Publications,
): Promise<EventLine[]> {
  if (rows.length === 0) return []
  const [binned, claimed] = await Promise.all([binnedArticles(db), claimsOf(db, rows)])
  const live = rows.map((row, k) => ({
    row,
    claims: (claimed[k] ?? []).filter(({ article }) => !article || !binned.has(article)),
  }))
  const ids = new Set(
    live.flatMap(({ row }) => [
      ...row.participants,
      ...(row.topics ?? []),
      ...(row.place ? [row.place] : []),
    ]),
  )
  const entities = await db.entities.bulkGet([...ids])
  const named = new Map(
    entities.flatMap((entity) => (entity ? [[entity.id, entity] as const] : [])),
  )
  const articleIds = [
    ...new Set(live.flatMap(({ claims }) => claims.flatMap(({ article }) => article || []))),
  ]
  const articles = new Map(
    (await db.articles.bulkGet(articleIds)).flatMap((row) => (row ? [[row.id, row] as const] : [])),
  )
  const line = (id: string): EntityLine => {
    const entity = named.get(id)
    if (entity) return { id, headword: entity.headword, kind: entity.kind, gloss: entity.gloss }
    return { id, headword: headwordOf(id), kind: 'person', gloss: '' }
  }
  return live.map(({ row, claims }) => {
    const sources = claims.map((claim) => ({
      claim: claim.id,
      line: sourceOf(claim, articles, publications),
    }))
    const nameOf = (claim: string) =>
      sources.find((source) => source.claim === claim)?.line.name ?? ''
    return {
      id: row.id,
      date: row.date,
      status: row.status,
      type: row.type,
      title: row.title,
      text: row.text,
      participants: row.participants.map(line),
      place: row.place && (named.get(row.place)?.headword ?? headwordOf(row.place)),
      topics: row.topics.map(line),
      sources: distinct(sources.map((source) => source.line)),
      disagreements: disagreements(claims).map(({ label, values }) => ({
        label,
        values: values.flatMap(({ value, claims: by }) =>
          by.map((claim) => ({ value, source: nameOf(claim) })),
        ),
      })),
    }
  })
}

const headwordOf = (id: string): string => id.replace(/^local:/u, '')

function sourceOf(
  claim: ClaimRow,
  articles: ReadonlyMap<string, ArticleRow>,
  publications: Publications,
): SourceLine {
  const { source } = claim
  if (source.from === 'bundled') {
    const publication = publications.get(source.publication)
    return {
      name: publication?.name ?? source.publication,
      title: source.title ?? null,
      date: source.date ?? null,
      url: source.url ?? publication?.url ?? null,
      article: null,
    }
  }
  const article = articles.get(source.article)
  return {
    name: article?.publisher ?? hostOf(article?.url) ?? '',
    title: article?.title ?? null,
    date: article?.publishedAt?.slice(0, 10) ?? null,
    url: article?.url ?? null,
    article: source.article,
  }
}

const hostOf = (url: string | undefined): string | null =>
  url && URL.canParse(url) ? new URL(url).hostname : null

function distinct(lines: readonly SourceLine[]): SourceLine[] {
  const key = (line: SourceLine) => JSON.stringify([line.name, line.title, line.date, line.url])
  return lines.filter((line, k) => lines.findIndex((other) => key(other) === key(line)) === k)
}
