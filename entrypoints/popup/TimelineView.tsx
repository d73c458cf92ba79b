/** 時系列: what the bundled history and the archive tell of the article's people, bodies and terms. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { EntityFilter, entitiesOf } from '../../components/EntityFilter'
import { EventList } from '../../components/EventList'
import { Notice } from '../../components/Notice'
import { useLoad } from '../../components/use-load'
import { t } from '../../lib/i18n'
import { send } from '../../lib/send'
import { FailedScreen, LoadingScreen } from './screens'

interface Props {
  entities: readonly string[]
  around: string | null
  onArticle: (article: string) => void
  onEntity: (entity: string) => void
}

export function TimelineView({ entities, around, onArticle, onEntity }: Props) {
  const [loaded, again] = useLoad(
    () => send('timeline', { entities: entities.slice(0, 2_000), around }),
    [entities.join(' '), around],
  )
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const events = loaded.state === 'done' ? loaded.value.events : null
  const chips = useMemo(() => entitiesOf(events ?? []), [events])
  const shown = useMemo(
    () =>
      (events ?? []).filter((event) =>
        [...chosen].every((id) =>
          [...event.participants, ...event.topics].some((entity) => entity.id === id),
        ),
      ),
    [events, chosen],
  )
  const box = useRef<HTMLDivElement>(null)
  // The article's own day is what the reader came for: begin there, not in 1945.
  useEffect(() => {
    box.current?.querySelector('[data-row="article"]')?.scrollIntoView({ block: 'center' })
  }, [events])

  if (loaded.state === 'loading') return <LoadingScreen />
  if (loaded.state === 'failed') return <FailedScreen error={loaded.error} onRetry={again} />
  if (loaded.value.events.length === 0)
    return (
      <Notice icon="clock" title={t('noEventsTitle')}>
        <p>{t('noEventsText')}</p>
      </Notice>
    )
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return (
    <div class="timeline" ref={box}>
      <div class="timeline__filter">
        <EntityFilter entities={chips} chosen={chosen} onToggle={toggle} />
      </div>
      {shown.length === 0 ? (
        <Notice
          icon="clock"
          title={t('noneChosenTitle')}
          actions={
            <button type="button" class="button" onClick={() => setChosen(new Set())}>
              {t('clearFilter')}
            </button>
          }
        />
      ) : (
        <EventList events={shown} around={around} onArticle={onArticle} onEntity={onEntity} />
      )}
    </div>
  )
}
