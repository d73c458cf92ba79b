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
  const found = await eventRows(db, entities)
  const live = await withClaims(db, found)
  const rows = live.sort(
    (a, b) => a.row.sort.localeCompare(b.row.sort) || a.row.id.localeCompare(b.row.id),
  )
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
  const rows = (await withClaims(db, await eventRows(db, ids))).sort((a, b) =>
    a.row.sort.localeCompare(b.row.sort),
  )
  const isPast = ({ row }: Live) =>
    row.sort < day || (row.sort === day && row.status === 'occurred')
  const past = rows.filter(isPast).slice(-before)
  const next = rows.filter((live) => !isPast(live)).slice(0, after)
  return {
    before: await linesOf(db, past, publications),
    after: await linesOf(db, next, publications),
  }
}

interface Live {
  readonly row: EventRow
  readonly claims: readonly ClaimRow[]
}

const eventRows = (db: BunmyakuDatabase, entities: readonly string[]): Promise<EventRow[]> =>
  entities.length === 0
    ? db.events.toArray()
    : db.events.where('entities').anyOf(entities).distinct().toArray()

/** Events with the claims that count; an event that only binned articles tell of is left out. */
async function withClaims(db: BunmyakuDatabase, rows: readonly EventRow[]): Promise<Live[]> {
  const binned = new Set(await db.articles.where('deletedAt').above('').primaryKeys())
  const claims = await db.claims
    .where('event')
    .anyOf(rows.map(({ id }) => id))
    .toArray()
  const by = Map.groupBy(claims, ({ event }) => event)
  return rows.flatMap((row) => {
    const all = by.get(row.id) ?? []
    const live = all.filter(({ article }) => !article || !binned.has(article))
    return all.length > 0 && live.length === 0 && row.pack === 'archive'
      ? []
      : [{ row, claims: live }]
  })
}

function nearest(rows: readonly Live[], day: string | null, limit: number): readonly Live[] {
  if (rows.length <= limit) return rows
  if (day === null) return rows.slice(-limit)
  const next = rows.findIndex(({ row }) => row.sort > day)
  const middle = next < 0 ? rows.length : next
  const start = Math.min(Math.max(0, middle - Math.ceil(limit / 2)), rows.length - limit)
  return rows.slice(start, start + limit)
}

async function linesOf(
  db: BunmyakuDatabase,
  live: readonly Live[],
  publications: Publications,
): Promise<EventLine[]> {
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
