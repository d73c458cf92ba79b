/** 時系列: the whole history, bundled and from the archive, along a strip, a list or lanes. */

import { useMemo, useState } from 'preact/hooks'
import { EntityFilter, entitiesOf } from '../../../components/EntityFilter'
import { EventItem } from '../../../components/EventItem'
import { EVENT_TYPES } from '../../../components/event-types'
import { FailedNotice } from '../../../components/FailedNotice'
import { FilterSelect } from '../../../components/FilterSelect'
import { formatEdtf } from '../../../components/format-date'
import { Notice } from '../../../components/Notice'
import { TimelineMark } from '../../../components/TimelineMark'
import { type TimelineRow, timelineRows } from '../../../components/timeline-rows'
import { useLoad } from '../../../components/use-load'
import { WindowedList } from '../../../components/WindowedList'
import { today } from '../../../lib/archive/today'
import type { EventLine } from '../../../lib/card'
import { placeIn } from '../../../lib/events/place'
import { t } from '../../../lib/i18n'
import { db } from '../database'
import { ArticleReader } from '../reader/ArticleReader'
import { go, type Route } from '../route'
import { SearchField } from '../SearchField'
import { DensityStrip } from './DensityStrip'
import { EventTools } from './EventTools'
import { filterEvents, NO_FILTER, type TimelineFilter } from './filter'
import { countByMonth } from './months'
import { Swimlanes } from './Swimlanes'
import { TimelineExport } from './TimelineExport'
import { allEvents } from './timeline-data'
import './timeline.css'

const keyOf = (row: TimelineRow): string => row.key

export function TimelinePage({ route }: { route: Route }) {
  const [loaded, again] = useLoad(allEvents, [])
  const [filter, setFilter] = useState<TimelineFilter>(NO_FILTER)
  const [lanes, setLanes] = useState(false)
  const [joining, setJoining] = useState<EventLine | null>(null)
  const events = loaded.state === 'done' ? loaded.value : null
  const asked = useMemo(
    (): TimelineFilter => ({
      ...filter,
      text: route.query,
      entities: route.entity ? new Set([...filter.entities, route.entity]) : filter.entities,
    }),
    [filter, route.query, route.entity],
  )
  const inStrip = useMemo(() => filterEvents(events ?? [], asked, 'range'), [events, asked])
  const shown = useMemo(() => filterEvents(inStrip, asked), [inStrip, asked])
  const months = useMemo(() => countByMonth(inStrip), [inStrip])
  const rows = useMemo(() => timelineRows(shown, today()), [shown])
  const chips = useMemo(() => {
    const most = entitiesOf(shown, 24)
    const chosen = entitiesOf(events ?? [], Number.POSITIVE_INFINITY).filter(
      ({ entity }) => asked.entities.has(entity.id) && !most.some((m) => m.entity.id === entity.id),
    )
    return [...chosen, ...most]
  }, [shown, events, asked])

  const change = (part: Partial<TimelineFilter>) => setFilter({ ...filter, ...part })
  const toggle = (id: string) => {
    if (route.entity === id) return go({ ...route, entity: null })
    const next = new Set(filter.entities)
    if (!next.delete(id)) next.add(id)
    change({ entities: next })
  }
  const openArticle = (article: string, event: EventLine) =>
    void placeIn(db, article, event.id).then((at) => go({ ...route, id: article, at }))
  const clear = () => {
    setFilter(NO_FILTER)
    go({ view: 'timeline' })
  }

  if (loaded.state === 'loading') return <p class="loading">{t('loading')}</p>
  if (loaded.state === 'failed')
    return <FailedNotice title={t('readFailedTitle')} onRetry={again} error={loaded.error} />
  if (loaded.value.length === 0)
    return (
      <Notice icon="clock" title={t('noEventsTitle')}>
        <p>{t('noEventsText')}</p>
      </Notice>
    )
  return (
    <div class="history" data-open={route.id ? 'article' : 'list'}>
      <section class="history__main" aria-label={t('timeline')}>
        <h1 class="visually-hidden">{t('timeline')}</h1>
        <header class="history__bar">
          <div class="history__row">
            <SearchField
              value={route.query}
              label={t('timelineSearch')}
              onInput={(query) => go({ ...route, query }, 'replace')}
            />
            <select
              class="field"
              aria-label={t('filterStatus')}
              value={filter.status}
              onChange={(event) =>
                change({ status: event.currentTarget.value as TimelineFilter['status'] })
              }
            >
              <option value="all">{t('statusAll')}</option>
              <option value="occurred">{t('eventOccurred')}</option>
              <option value="planned">{t('eventPlanned')}</option>
              <option value="cancelled">{t('eventCancelled')}</option>
            </select>
            <FilterSelect<EventLine['type'] | ''>
              label={t('filterType')}
              value={[...filter.types][0] ?? ''}
              options={[
                ['', t('typeAll')],
                ...(Object.keys(EVENT_TYPES) as EventLine['type'][]).map(
                  (type) => [type, t(EVENT_TYPES[type])] as const,
                ),
              ]}
              onChange={(type) => change({ types: new Set(type ? [type] : []) })}
            />
            <FilterSelect
              label={t('filterSource')}
              value={filter.source}
              options={[
                ['all', t('sourceAll')],
                ['archive', t('sourceArchive')],
                ['bundled', t('sourceBundled')],
              ]}
              onChange={(source) => change({ source })}
            />
          </div>
          <EntityFilter entities={chips} chosen={asked.entities} onToggle={toggle} />
          <DensityStrip
            months={months}
            range={filter.range}
            onRange={(range) => change({ range })}
          />
          <div class="history__row history__row--foot">
            <p class="figures faint" aria-live="polite">
              {t('eventCount', shown.length.toLocaleString())}
              {filter.range &&
                ` · ${formatEdtf(`${filter.range[0].slice(0, 7)}/${filter.range[1].slice(0, 7)}`)}`}
            </p>
            {(shown.length < loaded.value.length || route.entity) && (
              <button type="button" class="button button--quiet" onClick={clear}>
                {t('clearFilter')}
              </button>
            )}
            <fieldset class="toggle" aria-label={t('views')}>
              <button
                type="button"
                class="button"
                aria-pressed={!lanes}
                onClick={() => setLanes(false)}
              >
                {t('asList')}
              </button>
              <button
                type="button"
                class="button"
                aria-pressed={lanes}
                onClick={() => setLanes(true)}
              >
                {t('asLanes')}
              </button>
            </fieldset>
            <TimelineExport events={shown} />
          </div>
        </header>
        {shown.length === 0 ? (
          <Notice
            icon="clock"
            title={t('noneFilteredTitle')}
            actions={
              <button type="button" class="button" onClick={clear}>
                {t('clearFilter')}
              </button>
            }
          />
        ) : lanes ? (
          <Swimlanes events={shown} onArticle={openArticle} onEntity={toggle} />
        ) : (
          <WindowedList
            class="history__list"
            label={t('timeline')}
            rows={rows}
            keyOf={keyOf}
            guess={78}
            reveal="article"
            draw={(row) =>
              row.row === 'event' ? (
                <EventItem
                  event={row.event}
                  onArticle={openArticle}
                  onEntity={toggle}
                  actions={
                    <EventTools
                      event={row.event}
                      joining={joining}
                      onJoining={setJoining}
                      onChanged={again}
                    />
                  }
                />
              ) : (
                <TimelineMark row={row} label={t('today')} />
              )
            }
          />
        )}
      </section>
      {route.id && (
        <section class="history__reader" aria-label={t('reader')}>
          <ArticleReader id={route.id} at={route.at} onDelete={null} />
        </section>
      )}
    </div>
  )
}
