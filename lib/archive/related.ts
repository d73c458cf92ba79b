/** Saved articles that belong to one being read: those that share people, bodies and events with it. */
import type { BunmyakuDatabase } from '../db/database'
import type { ArticleRow } from '../db/rows'

export interface RelatedArticle {
  article: ArticleRow
  /** Why: what both name or tell of, the rarest first. */
  entities: string[]
  events: string[]
}

/** An event told by both weighs as much as several rare names. */
const EVENT = 3
/** People, bodies and events say more of what a text is about than places and concepts do. */
const weightOfKind = (entity: string): number => (/^(person|org|event)\./.test(entity) ? 1 : 0.5)
/** A name in more of the archive than this relates everything to everything. */
const COMMON = 0.4

interface Shared {
  entities: string[]
  events: string[]
  score: number
}

/** The articles most related to this one, best first, those in the bin left out. */
export function relatedArticles(
  db: BunmyakuDatabase,
  article: Pick<ArticleRow, 'id' | 'entities'>,
  limit = 8,
): Promise<RelatedArticle[]> {
  return db.transaction('r', db.articles, db.claims, async () => {
    const shared = new Map<string, Shared>()
    const add = (id: string, score: number, what: { entity: string } | { event: string }) => {
      if (id === article.id) return
      const to = shared.get(id) ?? { entities: [], events: [], score: 0 }
      to.score += score
      if ('entity' in what) to.entities.push(what.entity)
      else if (!to.events.includes(what.event)) to.events.push(what.event)
      shared.set(id, to)
    }
    const all = await db.articles.count()
    for (const { entity, articles, weight } of await rarestFirst(db, article.entities, all)) {
      for (const id of articles) add(id, weight, { entity })
    }
    for (const { event, id } of await tellers(db, article.id)) add(id, EVENT, { event })
    const best = [...shared].sort(([, a], [, b]) => b.score - a.score).slice(0, limit * 2)
    const rows = await db.articles.bulkGet(best.map(([id]) => id))
    return best
      .flatMap(([, { entities, events }], i) => {
        const row = rows[i]
        return row && row.deletedAt === null ? [{ article: row, entities, events }] : []
      })
      .slice(0, limit)
  })
}

async function rarestFirst(db: BunmyakuDatabase, entities: readonly string[], all: number) {
  const lists = await Promise.all(
    entities.map(async (entity) => {
      const articles = await db.articles.where('entities').equals(entity).primaryKeys()
      const weight = weightOfKind(entity) * Math.log(1 + all / Math.max(1, articles.length))
      return { entity, articles, weight }
    }),
  )
  // In a small archive every share is large; then being common means nothing.
  const most = Math.max(20, all * COMMON)
  return lists.filter(({ articles }) => articles.length <= most).sort((a, b) => b.weight - a.weight)
}

/** Other articles that tell of the events of this one. */
async function tellers(db: BunmyakuDatabase, id: string): Promise<{ event: string; id: string }[]> {
  const own = await db.claims.where('article').equals(id).toArray()
  const events = [...new Set(own.map(({ event }) => event))]
  const claims = await db.claims.where('event').anyOf(events).toArray()
  return claims.flatMap(({ event, article }) => (article ? [{ event, id: article }] : []))
}
