/** アーカイブ: what was saved, found as one types, with the open article beside it. */
import { useMemo, useState } from 'preact/hooks'
import { Notice } from '../../../components/Notice'
import { useLoad } from '../../../components/use-load'
import { deleteArticles, restoreArticles } from '../../../lib/archive/delete'
import { listArticles, listPublishers } from '../../../lib/archive/list'
import { IndexedSearch } from '../../../lib/archive/search/indexed-search'
import type { SearchRequest } from '../../../lib/archive/search/port'
import type { ArticleRow } from '../../../lib/db/rows'
import { t } from '../../../lib/i18n'
import { db } from '../database'
import { ArticleReader } from '../reader/ArticleReader'
import { go, type Route } from '../route'
import { SearchField } from '../SearchField'
import { tell } from '../toast'
import { type ArticleLine, ArticleList } from './ArticleList'
import { BackupDue } from './BackupDue'
import './archive.css'

const search = new IndexedSearch(db)

/** Articles shown of a search; who needs more narrows it. */
const MOST = 500

interface ListFilters {
  publisher: string
  only: '' | 'noted' | 'followed'
  order: NonNullable<SearchRequest['order']>
}

const requestOf = (text: string, entity: string | null, filters: ListFilters): SearchRequest => ({
  text,
  order: filters.order,
  limit: MOST,
  filters: {
    ...(entity && { entity }),
    ...(filters.publisher && { publisher: filters.publisher }),
    ...(filters.only === 'noted' && { noted: true }),
    ...(filters.only === 'followed' && { followed: true }),
  },
})

/** The archive, or those articles of it that name an entity; the latest saved first. */
async function articlesAbout(entity: string | null): Promise<ArticleRow[]> {
  if (!entity) return (await listArticles(db, { limit: Number.POSITIVE_INFINITY })).articles
  const rows = await db.articles.where('entities').equals(entity).reverse().sortBy('savedAt')
  return rows.filter(({ deletedAt }) => !deletedAt)
}

export function ArchivePage({ route }: { route: Route }) {
  const [loaded, again] = useLoad(() => articlesAbout(route.entity), [route.entity])
  const query = route.query.trim()
  const [filters, setFilters] = useState<ListFilters>({ publisher: '', only: '', order: 'best' })
  const asked = query !== '' || filters.publisher !== '' || filters.only !== ''
  const [found, searchAgain] = useLoad(
    () => (asked ? search.query(requestOf(query, route.entity, filters)) : Promise.resolve(null)),
    [query, route.entity, filters],
  )
  const [publishers] = useLoad(() => listPublishers(db), [])
  const [entity] = useLoad(
    () => (route.entity ? db.entities.get(route.entity) : Promise.resolve(undefined)),
    [route.entity],
  )
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const articles = loaded.state === 'done' ? loaded.value : null
  const answer = found.state === 'done' ? found.value : null
  const lines = useMemo((): ArticleLine[] | null => {
    if (!articles) return null
    const shown = articles.filter(({ id }) => !gone.has(id))
    if (!asked || !answer) return shown.map((article) => ({ article, snippet: null }))
    const byId = new Map(shown.map((article) => [article.id, article]))
    return answer.hits.flatMap((hit) => {
      const article = byId.get(hit.article)
      return article
        ? [{ article, snippet: query ? { text: hit.snippet, marks: hit.marks } : null }]
        : []
    })
  }, [articles, answer, asked, query, gone])

  const remove = (article: ArticleRow) => {
    setGone(new Set([...gone, article.id]))
    if (route.id === article.id) go({ ...route, id: null })
    void deleteArticles(db, [article.id]).then(again)
    tell(t('deleted', article.title), () => {
      setGone((old) => new Set([...old].filter((id) => id !== article.id)))
      void restoreArticles(db, [article.id]).then(again).then(searchAgain)
    })
  }

  return (
    <div class="split" data-open={route.id ? 'article' : 'list'}>
      <section class="split__list" aria-label={t('archive')}>
        <h1 class="visually-hidden">{t('archive')}</h1>
        <header class="split__bar">
          <SearchField
            value={route.query}
            label={t('searchPlaceholder')}
            onInput={(query) => go({ ...route, query }, 'replace')}
          />
          {route.entity && (
            <p class="split__filter">
              {t(
                'articlesAbout',
                entity.state === 'done' ? (entity.value?.headword ?? route.entity) : '',
              )}
              <button
                type="button"
                class="button button--quiet"
                onClick={() => go({ ...route, entity: null })}
              >
                {t('clearFilter')}
              </button>
            </p>
          )}
          <div class="split__filters">
            <p class="split__count figures" aria-live="polite">
              {lines && t(asked ? 'searchCount' : 'articleCount', lines.length.toLocaleString())}
            </p>
            {publishers.state === 'done' && publishers.value.length > 1 && (
              <select
                class="field"
                aria-label={t('filterPublisher')}
                value={filters.publisher}
                onChange={(event) =>
                  setFilters({ ...filters, publisher: event.currentTarget.value })
                }
              >
                <option value="">{t('publisherAll')}</option>
                {publishers.value.map(({ publisher }) => (
                  <option key={publisher} value={publisher}>
                    {publisher}
                  </option>
                ))}
              </select>
            )}
            <select
              class="field"
              aria-label={t('filterOnly')}
              value={filters.only}
              onChange={(event) =>
                setFilters({ ...filters, only: event.currentTarget.value as ListFilters['only'] })
              }
            >
              <option value="">{t('onlyAll')}</option>
              <option value="noted">{t('hasNotes')}</option>
              <option value="followed">{t('onlyFollowed')}</option>
            </select>
            {asked && (
              <select
                class="field"
                aria-label={t('order')}
                value={filters.order}
                onChange={(event) =>
                  setFilters({
                    ...filters,
                    order: event.currentTarget.value as ListFilters['order'],
                  })
                }
              >
                <option value="best">{t('orderBest')}</option>
                <option value="newest">{t('orderNewest')}</option>
                <option value="oldest">{t('orderOldest')}</option>
              </select>
            )}
          </div>
        </header>
        <BackupDue />
        {loaded.state === 'failed' && (
          <Notice icon="warning" tone="problem" title={t('readFailedTitle')}>
            <p class="faint">{String(loaded.error)}</p>
          </Notice>
        )}
        {found.state === 'failed' && asked && (
          <Notice
            icon="warning"
            tone="problem"
            title={t('searchFailedTitle')}
            actions={
              <button type="button" class="button button--primary" onClick={searchAgain}>
                {t('retry')}
              </button>
            }
          >
            <p class="faint">{String(found.error)}</p>
          </Notice>
        )}
        {lines && lines.length > 0 && (
          <ArticleList
            lines={lines}
            open={route.id}
            onOpen={(id) => go({ ...route, id, at: null })}
            onDelete={remove}
          />
        )}
        {lines?.length === 0 &&
          found.state !== 'failed' &&
          (asked ? (
            <Notice icon="search" title={query ? t('searchNoneTitle', query) : t('noneMatchTitle')}>
              <p>{t('searchNoneText')}</p>
            </Notice>
          ) : (
            <Notice
              icon="archive"
              title={t('archiveEmptyTitle')}
              actions={
                <button type="button" class="button" onClick={() => go({ view: 'storage' })}>
                  {t('importHere')}
                </button>
              }
            >
              <p>{t('archiveEmptyText')}</p>
            </Notice>
          ))}
      </section>
      <section class="split__reader" aria-label={t('reader')}>
        {route.id ? (
          <ArticleReader id={route.id} at={route.at} onDelete={remove} />
        ) : (
          articles !== null &&
          articles.length > 0 && (
            <div class="split__hint">
              <p>{t('chooseArticle')}</p>
              <dl>
                <dt>
                  <kbd>j</kbd> <kbd>k</kbd>
                </dt>
                <dd>{t('keysMove')}</dd>
                <dt>
                  <kbd>Enter</kbd>
                </dt>
                <dd>{t('keysOpen')}</dd>
                <dt>
                  <kbd>Delete</kbd>
                </dt>
                <dd>{t('keysDelete')}</dd>
                <dt>
                  <kbd>/</kbd>
                </dt>
                <dd>{t('keysSearch')}</dd>
              </dl>
            </div>
          )
        )}
      </section>
    </div>
  )
}
