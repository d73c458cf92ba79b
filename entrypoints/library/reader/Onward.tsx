/** Where an article leads: what happened after it, and saved articles that belong to it, and why. */
import { EventItem } from '../../../components/EventItem'
import { formatDay } from '../../../components/format-date'
import { useLoad } from '../../../components/use-load'
import { copiesOf } from '../../../lib/archive/copies'
import { relatedArticles } from '../../../lib/archive/related'
import type { EventLine } from '../../../lib/card'
import type { ArticleRow, RevisionRow } from '../../../lib/db/rows'
import { eventsAround } from '../../../lib/events/timeline'
import { t } from '../../../lib/i18n'
import { db } from '../database'
import { go, hashOf } from '../route'

/** So many of the article's own names decide what came after: the rest is background. */
const NAMES = 4
const EVENTS = 5

/** The key entities that the text names most. */
function leading({ mentions }: RevisionRow): string[] {
  const counts = new Map<string, number>()
  for (const { entity, refersTo, tier } of mentions)
    for (const id of [entity, refersTo])
      if (id && tier === 'key') counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, NAMES)
    .map(([id]) => id)
}

interface Onwards {
  after: EventLine[]
  /** The same text at another publisher's address. */
  copies: ArticleRow[]
  related: { article: ArticleRow; why: string }[]
}

async function readOnward(article: ArticleRow, revision: RevisionRow): Promise<Onwards> {
  const [around, all, copies] = await Promise.all([
    article.publishedAt
      ? eventsAround(db, leading(revision), article.publishedAt, 0, EVENTS)
      : { after: [] },
    relatedArticles(db, article, 6),
    copiesOf(db, article),
  ])
  const same = new Set(copies.map(({ id }) => id))
  const related = all.filter(({ article: { id } }) => !same.has(id))
  const ids = [...new Set(related.flatMap(({ entities }) => entities.slice(0, 3)))]
  const names = new Map(
    (await db.entities.bulkGet(ids)).flatMap((row) =>
      row ? [[row.id, row.headword] as const] : [],
    ),
  )
  return {
    after: around.after,
    copies,
    related: related.map(({ article: other, entities, events }) => ({
      article: other,
      why: [
        entities
          .slice(0, 3)
          .map((id) => names.get(id) ?? id)
          .join('、'),
        events.length > 0 ? t('sharedEvents', events.length) : '',
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  }
}

export function Onward({ article, revision }: { article: ArticleRow; revision: RevisionRow }) {
  const [loaded] = useLoad(() => readOnward(article, revision), [article.id, revision.id])
  if (loaded.state !== 'done') return null
  const { after, copies, related } = loaded.value
  return (
    <>
      {copies.length > 0 && (
        <section class="onward">
          <h2 class="onward__title">{t('copiesElsewhere')}</h2>
          <ul>
            {copies.map((other) => (
              <li key={other.id} class="onward__related">
                <a href={hashOf({ view: 'archive', id: other.id })}>{other.title}</a>
                <p class="faint figures">
                  {[other.publisher, formatDay(other.publishedAt)].filter(Boolean).join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {after.length > 0 && (
        <section class="onward">
          <h2 class="onward__title">{t('happenedSince')}</h2>
          {after.map((event) => (
            <EventItem
              key={event.id}
              event={event}
              withYear
              onArticle={(id) => go({ view: 'archive', id })}
            />
          ))}
        </section>
      )}
      {related.length > 0 && (
        <section class="onward">
          <h2 class="onward__title">{t('relatedArticles')}</h2>
          <ul>
            {related.map(({ article: other, why }) => (
              <li key={other.id} class="onward__related">
                <a href={hashOf({ view: 'archive', id: other.id })}>{other.title}</a>
                <p class="faint figures">
                  {[other.publisher, formatDay(other.publishedAt), why].filter(Boolean).join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
