/** もっと見る: what else belongs to the article, to be narrowed; what saved articles tell stands apart. */
import { useMemo, useState } from 'preact/hooks'
import { t } from '../../lib/i18n'
import { send } from '../../lib/send'
import { EntityFilter, entitiesOf } from '../EntityFilter'
import { EVENT_TYPES } from '../event-types'
import { FailedNotice } from '../FailedNotice'
import { FilterSelect } from '../FilterSelect'
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
          <FilterSelect
            label={t('storyLevel')}
            value={filter.level}
            options={[
              ['all', t('storyLevelAll')],
              ['main', t('storyLevelMain')],
              ['step', t('storyLevelStep')],
            ]}
            onChange={(level) => setFilter({ ...filter, level })}
          />
          <FilterSelect
            label={t('filterType')}
            value={filter.type}
            options={[
              ['all', t('typeAll')],
              ...types.map((type) => [type, t(EVENT_TYPES[type])] as const),
            ]}
            onChange={(type) => setFilter({ ...filter, type })}
          />
          <FilterSelect
            label={t('filterSource')}
            value={filter.source}
            options={[
              ['all', t('sourceAll')],
              ['bundled', t('sourceBundled')],
              ['archive', t('sourceArchive')],
            ]}
            onChange={(source) => setFilter({ ...filter, source })}
          />
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
