/** Where an article leads: copies of it elsewhere, and saved articles that belong to it, and why. */
import { formatDay } from '../../../components/format-date'
import { useLoad } from '../../../components/use-load'
import { copiesOf } from '../../../lib/archive/copies'
import { relatedArticles } from '../../../lib/archive/related'
import type { ArticleRow } from '../../../lib/db/rows'
import { t } from '../../../lib/i18n'
import { db } from '../database'
import { hashOf } from '../route'

interface Onwards {
  /** The same text at another publisher's address. */
  copies: ArticleRow[]
  related: { article: ArticleRow; why: string }[]
}

async function readOnward(article: ArticleRow): Promise<Onwards> {
  const [all, copies] = await Promise.all([relatedArticles(db, article, 6), copiesOf(db, article)])
  const same = new Set(copies.map(({ id }) => id))
  const related = all.filter(({ article: { id } }) => !same.has(id))
  const ids = [...new Set(related.flatMap(({ entities }) => entities.slice(0, 3)))]
  const names = new Map(
    (await db.entities.bulkGet(ids)).flatMap((row) =>
      row ? [[row.id, row.headword] as const] : [],
    ),
  )
  return {
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

export function Onward({ article }: { article: ArticleRow }) {
  const [loaded] = useLoad(() => readOnward(article), [article.id])
  if (loaded.state !== 'done') return null
  const { copies, related } = loaded.value
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
