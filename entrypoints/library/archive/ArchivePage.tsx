/** アーカイブ: what was saved, found as one types, with the open article beside it. */
import { useState } from 'preact/hooks'
import { Notice } from '../../../components/Notice'
import { useLoad } from '../../../components/use-load'
import { deleteArticles, restoreArticles } from '../../../lib/archive/delete'
import type { ArticleRow } from '../../../lib/db/rows'
import { t } from '../../../lib/i18n'
import { db } from '../database'
import { ArticleReader } from '../reader/ArticleReader'
import { go, type Route } from '../route'
import { SearchField } from '../SearchField'
import { tell } from '../toast'
import { ArticleList } from './ArticleList'
import { BackupDue } from './BackupDue'
import { Filters, NO_FILTERS, requestOf } from './Filters'
import { KeyHelp } from './KeyHelp'
import { focusLine } from './list-focus'
import { useLines } from './use-lines'
import './archive.css'

export function ArchivePage({ route }: { route: Route }) {
  const query = route.query.trim()
  const [filters, setFilters] = useState(NO_FILTERS)
  const request = requestOf(query, route.entity, filters)
  const { lines: read, more, again, without } = useLines(JSON.stringify(request))
  const [entity] = useLoad(
    () => (route.entity ? db.entities.get(route.entity) : Promise.resolve(undefined)),
    [route.entity],
  )
  /** The article that was opened by key, so that the focus follows into it. */
  const [byKey, setByKey] = useState<string | null>(null)
  const { lines, total } = read.state === 'done' ? read : { lines: null, total: null }

  const remove = (article: ArticleRow) => {
    const at = lines?.findIndex((line) => line.article.id === article.id) ?? -1
    const next = lines?.[at + 1] ?? lines?.[at - 1]
    without(article.id)
    if (route.id === article.id) go({ ...route, id: null })
    focusLine(next?.article.id ?? null)
    deleteArticles(db, [article.id]).then(
      () => tell(t('deleted', article.title), () => void restore(article)),
      () => {
        again()
        tell(t('notDeleted', article.title))
      },
    )
  }
  const restore = async ({ id, title }: ArticleRow) => {
    await restoreArticles(db, [id]).catch(() => tell(t('notRestored', title)))
    again()
    focusLine(id)
  }
  const back = () => {
    const { id } = route
    go({ ...route, id: null, at: null })
    focusLine(id)
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
          <Filters filters={filters} onChange={setFilters} asked={request !== null} total={total} />
        </header>
        <BackupDue />
        {read.state === 'failed' && (
          <Notice
            icon="warning"
            tone="problem"
            title={t(request ? 'searchFailedTitle' : 'readFailedTitle')}
            actions={
              <button type="button" class="button button--primary" onClick={again}>
                {t('retry')}
              </button>
            }
          >
            <p class="faint">{String(read.error)}</p>
          </Notice>
        )}
        {lines && lines.length > 0 && (
          <ArticleList
            lines={lines}
            total={total}
            onEnd={more}
            open={route.id}
            onOpen={(id, key) => {
              setByKey(key ? id : null)
              go({ ...route, id, at: null })
            }}
            onDelete={remove}
          />
        )}
        {lines?.length === 0 &&
          (request ? (
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
          <ArticleReader
            id={route.id}
            at={route.at}
            focus={byKey === route.id}
            onBack={back}
            onDelete={remove}
          />
        ) : (
          lines !== null && lines.length > 0 && <KeyHelp />
        )}
      </section>
    </div>
  )
}
