/** Filters: which texts of a part may count, by columns of the part or by a set of articles. */
import type { BunmyakuDatabase } from '../../db/database'
import { japanDay } from '../day'
import type { PartColumns } from './part'
import type { SearchFilters } from './port'
import { lastDay, type ParsedQuery } from './query'

export interface Filter {
  publisher: string | null
  from: number
  to: number
  /** One of each set; null where nothing of the kind is asked. */
  sets: ReadonlySet<string>[]
}

/** Reads what the filters need of the archive. Runs inside a read transaction. */
export async function readFilter(
  db: BunmyakuDatabase,
  parsed: ParsedQuery,
  filters: SearchFilters,
): Promise<Filter> {
  const sets: Promise<ReadonlySet<string>>[] = []
  if (filters.entity !== undefined) sets.push(articlesOf(db, [filters.entity]))
  if (filters.noted) sets.push(keySet(db.articles.where('noted').equals(1).primaryKeys()))
  if (filters.followed) sets.push(followedArticles(db))
  const days = [parsed.from, japanDay(filters.from ?? null)].filter((day) => day !== null)
  const ends = [parsed.to, lastDay(filters.to ?? '')].filter((day) => day !== null)
  return {
    publisher: filters.publisher ?? parsed.publisher,
    from: Math.max(Number.NEGATIVE_INFINITY, ...days),
    to: Math.min(Number.POSITIVE_INFINITY, ...ends),
    sets: await Promise.all(sets),
  }
}

const keySet = async (keys: PromiseLike<string[]>): Promise<ReadonlySet<string>> =>
  new Set(await keys)

/** Articles that name one of these entities. */
export const articlesOf = (
  db: BunmyakuDatabase,
  entities: readonly string[],
): Promise<ReadonlySet<string>> =>
  keySet(db.articles.where('entities').anyOf(entities).primaryKeys())

/** Articles that name a followed entity or tell of a followed event. */
async function followedArticles(db: BunmyakuDatabase): Promise<ReadonlySet<string>> {
  const targets = (await db.follows.toArray()).map(({ target }) => target)
  const entities = targets.flatMap((target) => (target.type === 'entity' ? [target.entity] : []))
  const events = targets.flatMap((target) => (target.type === 'event' ? [target.event] : []))
  const claims = await db.claims.where('event').anyOf(events).toArray()
  return new Set([
    ...(await articlesOf(db, entities)),
    ...claims.flatMap(({ article }) => article ?? []),
  ])
}

/** The texts of a part that pass, rising. */
export function passing(columns: PartColumns, live: Uint32Array, filter: Filter): Uint32Array {
  const { publisher, from, to, sets } = filter
  const any = publisher === null && from === Number.NEGATIVE_INFINITY
  if (any && to === Number.POSITIVE_INFINITY && sets.length === 0) return live
  const wanted = publisher === null ? -1 : columns.publishers.indexOf(publisher)
  if (publisher !== null && wanted < 0) return new Uint32Array(0)
  return live.filter((doc) => {
    const day = columns.days[doc] ?? 0
    const article = columns.articles[doc] ?? ''
    return (
      (wanted < 0 || columns.publisherOf[doc] === wanted) &&
      day >= from &&
      day <= to &&
      sets.every((set) => set.has(article))
    )
  })
}
