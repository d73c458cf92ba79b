/** もっと見る: what else belongs to the article, to be narrowed; what saved articles tell stands apart. */
import { useMemo, useState } from 'preact/hooks'
import { t } from '../../lib/i18n'
import { send } from '../../lib/send'
import { EntityFilter, entitiesOf } from '../EntityFilter'
import { EVENT_TYPES } from '../event-types'
import { FailedNotice } from '../FailedNotice'
import { useLoad } from '../use-load'
import { NO_FILTER, narrowed } from './narrow'
import type { StoryProps } from './props'
import { Steps } from './Steps'

export function MoreOfStory({ of, onArticle, onEntity, onTimeline }: StoryProps) {
  const [loaded, again] = useLoad(() => send('more-of-story', { of }), [JSON.stringify(of)])
  const [filter, setFilter] = useState(NO_FILTER)
  const all = loaded.state === 'done' ? loaded.value : null
  const steps = useMemo(() => (all ? [...all.curated, ...all.saved] : []), [all])
  const chips = useMemo(() => entitiesOf(steps.map(({ event }) => event)), [steps])
  if (loaded.state === 'failed')
    return <FailedNotice title={t('storyFailed')} onRetry={again} error={loaded.error} />
  if (!all) return <div class="story__part" aria-busy="true" />
  const types = [...new Set(steps.map(({ event }) => event.type))]
  const toggle = (id: string) => {
    const entities = new Set(filter.entities)
    if (!entities.delete(id)) entities.add(id)
    setFilter({ ...filter, entities })
  }
  const deeds = { onArticle, onEntity }
  const [curated, saved] = [narrowed(all.curated, filter), narrowed(all.saved, filter)]
  return (
    <>
      {steps.length > 0 && (
        <div class="story__filters">
          <select
            class="field"
            aria-label={t('storyLevel')}
            onChange={(event) =>
              setFilter({ ...filter, level: event.currentTarget.value as typeof filter.level })
            }
          >
            <option value="all">{t('storyLevelAll')}</option>
            <option value="main">{t('storyLevelMain')}</option>
            <option value="step">{t('storyLevelStep')}</option>
          </select>
          <select
            class="field"
            aria-label={t('filterType')}
            onChange={(event) =>
              setFilter({ ...filter, type: event.currentTarget.value as typeof filter.type })
            }
          >
            <option value="all">{t('typeAll')}</option>
            {types.map((type) => (
              <option key={type} value={type}>
                {t(EVENT_TYPES[type])}
              </option>
            ))}
          </select>
          <select
            class="field"
            aria-label={t('filterSource')}
            onChange={(event) =>
              setFilter({ ...filter, source: event.currentTarget.value as typeof filter.source })
            }
          >
            <option value="all">{t('sourceAll')}</option>
            <option value="bundled">{t('sourceBundled')}</option>
            <option value="archive">{t('sourceArchive')}</option>
          </select>
          <EntityFilter entities={chips} chosen={filter.entities} onToggle={toggle} />
        </div>
      )}
      <Steps title={t('storyFurther')} steps={curated} {...deeds} />
      <Steps title={t('storyFromSaved')} steps={saved} {...deeds} />
      {curated.length + saved.length === 0 && (
        <p class="story__none">{t(steps.length === 0 ? 'storyNoMore' : 'noneChosenTitle')}</p>
      )}
      <p class="story__foot">
        <button type="button" class="button button--quiet" onClick={onTimeline}>
          {t('storyTimeline')}
        </button>
      </p>
    </>
  )
}
