/** 用語: the glossary to browse and search, an entry as its card. */
import { useMemo, useState } from 'preact/hooks'
import { FailedNotice } from '../../../components/FailedNotice'
import { KindChip } from '../../../components/KindChip'
import { kindName } from '../../../components/kind'
import { Notice } from '../../../components/Notice'
import { useLoad } from '../../../components/use-load'
import { WindowedList } from '../../../components/WindowedList'
import type { EntityRow } from '../../../lib/db/rows'
import { KINDS, type Kind } from '../../../lib/glossary/schema'
import { t } from '../../../lib/i18n'
import { db } from '../database'
import { go, type Route } from '../route'
import { SearchField } from '../SearchField'
import { Entry } from './Entry'
import { glossaryOrder, matchEntities } from './match'
import './glossary.css'

const keyOf = (entity: EntityRow): string => entity.id

export function GlossaryPage({ route }: { route: Route }) {
  const [loaded, again] = useLoad(() => db.entities.toArray(), [])
  const [kind, setKind] = useState<Kind | ''>('')
  const sorted = useMemo(
    () => (loaded.state === 'done' ? glossaryOrder(loaded.value) : []),
    [loaded],
  )
  const shown = useMemo(() => {
    const found = matchEntities(sorted, route.query)
    return kind ? found.filter((entity) => entity.kind === kind) : found
  }, [sorted, route.query, kind])
  return (
    <div class="split" data-open={route.id ? 'article' : 'list'}>
      <section class="split__list" aria-label={t('glossary')}>
        <h1 class="visually-hidden">{t('glossary')}</h1>
        <header class="split__bar">
          <SearchField
            value={route.query}
            label={t('glossarySearch')}
            onInput={(query) => go({ ...route, query }, 'replace')}
          />
          <div class="glossary__bar">
            <p class="split__count figures" aria-live="polite">
              {loaded.state === 'done' && t('termCount', shown.length.toLocaleString())}
            </p>
            <select
              class="field"
              aria-label={t('filterKind')}
              value={kind}
              onChange={(event) => setKind(event.currentTarget.value as Kind | '')}
            >
              <option value="">{t('kindAll')}</option>
              {KINDS.map((one) => (
                <option key={one} value={one}>
                  {kindName(one)}
                </option>
              ))}
            </select>
          </div>
        </header>
        {loaded.state === 'failed' && <FailedNotice title={t('readFailedTitle')} onRetry={again} />}
        {loaded.state === 'done' && shown.length === 0 && (
          <Notice icon="book" title={t('glossaryNoneTitle')}>
            <p>{t(sorted.length === 0 ? 'preparingText' : 'glossaryNoneText')}</p>
          </Notice>
        )}
        {shown.length > 0 && (
          <WindowedList
            label={t('glossary')}
            rows={shown}
            keyOf={keyOf}
            guess={70}
            draw={(entity) => (
              <button
                type="button"
                class="article-line"
                data-item
                aria-current={entity.id === route.id ? 'true' : undefined}
                onClick={() => go({ ...route, id: entity.id })}
              >
                <span class="glossary__head">
                  <span class="glossary__word">{entity.headword}</span>
                  {entity.reading !== entity.headword && (
                    <span class="faint">{entity.reading}</span>
                  )}
                  <KindChip kind={entity.kind} />
                </span>
                <span class="glossary__gloss">{entity.gloss}</span>
              </button>
            )}
          />
        )}
      </section>
      <section class="split__reader" aria-label={t('entry')}>
        {route.id ? (
          <Entry key={route.id} id={route.id} />
        ) : (
          <div class="split__hint">
            <p>{t('chooseTerm')}</p>
          </div>
        )}
      </section>
    </div>
  )
}
