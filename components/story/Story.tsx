/** この記事までの流れ: the steps that led to an article, what came after it, and on request what else belongs. */
import { useState } from 'preact/hooks'
import { t } from '../../lib/i18n'
import type { StoryOf } from '../../lib/messages'
import { send } from '../../lib/send'
import type { StoryStep } from '../../lib/story/read'
import { FailedNotice } from '../FailedNotice'
import { formatDay } from '../format-date'
import { Notice } from '../Notice'
import { useLoad } from '../use-load'
import { useRoving } from '../use-roving'
import { MoreOfStory } from './MoreOfStory'
import { StepItem } from './StepItem'
import './story.css'

export interface StoryProps {
  of: StoryOf
  /** Opens a saved article where it tells of the event. */
  onArticle: (article: string, event: string) => void
  /** Opens a participant's card; without it the names are not told. */
  onEntity?: ((entity: string) => void) | undefined
  onTimeline: () => void
}

export function Story({ of, onArticle, onEntity, onTimeline }: StoryProps) {
  const key = JSON.stringify(of)
  const [loaded, again] = useLoad(() => send('story', { of }), [key])
  const [more, setMore] = useState<string | null>(null)
  const list = useRoving<HTMLDivElement>({ main: true })
  if (loaded.state === 'loading') return <div class="story" aria-busy="true" />
  if (loaded.state === 'failed')
    return <FailedNotice title={t('storyFailed')} onRetry={again} error={loaded.error} />
  const { story, after, day } = loaded.value
  const steps = (title: string, of: readonly StoryStep[]) =>
    of.length > 0 && (
      <section class="story__part">
        <h2 class="story__title">{title}</h2>
        <ol>
          {of.map((step) => (
            <li key={step.event.id}>
              <StepItem step={step} onArticle={onArticle} onEntity={onEntity} />
            </li>
          ))}
        </ol>
      </section>
    )
  return (
    <div class="story" ref={list}>
      {story.length + after.length === 0 && (
        <Notice icon="clock" title={t('storyNoneTitle')}>
          <p>{t('storyNoneText')}</p>
        </Notice>
      )}
      {steps(t('storyBefore'), story)}
      {day && story.length + after.length > 0 && (
        <p class="story__here" data-row="article">
          {t('thisArticle')} <time dateTime={day}>{formatDay(day)}</time>
        </p>
      )}
      {steps(t('storyAfter'), after)}
      {more === key ? (
        <MoreOfStory of={of} onArticle={onArticle} onEntity={onEntity} onTimeline={onTimeline} />
      ) : (
        <p class="story__foot">
          <button type="button" class="button" onClick={() => setMore(key)}>
            {t('storyMore')}
          </button>
          <button type="button" class="button button--quiet" onClick={onTimeline}>
            {t('storyTimeline')}
          </button>
        </p>
      )}
    </div>
  )
}
