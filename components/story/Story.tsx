/** この記事までの流れ: the steps that led to an article, what came after it, and on request what else belongs. */
import { useState } from 'preact/hooks'
import { t } from '../../lib/i18n'
import { send } from '../../lib/send'
import { FailedNotice } from '../FailedNotice'
import { formatDay } from '../format-date'
import { Notice } from '../Notice'
import { useLoad } from '../use-load'
import { useRoving } from '../use-roving'
import { MoreOfStory } from './MoreOfStory'
import type { StoryProps } from './props'
import { Steps } from './Steps'
import './story.css'

export function Story({ of, onArticle, onEntity, onTimeline }: StoryProps) {
  const key = JSON.stringify(of)
  const [loaded, again] = useLoad(() => send('story', { of }), [key])
  const [more, setMore] = useState<string | null>(null)
  const list = useRoving<HTMLDivElement>({ main: true })
  if (loaded.state === 'loading') return <div class="story" aria-busy="true" />
  if (loaded.state === 'failed')
    return <FailedNotice title={t('storyFailed')} onRetry={again} error={loaded.error} />
  const { story, after, day } = loaded.value
  const deeds = { onArticle, onEntity }
  return (
    <div class="story" ref={list}>
      {story.length + after.length === 0 && (
        <Notice icon="clock" title={t('storyNoneTitle')}>
          <p>{t('storyNoneText')}</p>
        </Notice>
      )}
      <Steps title={t('storyBefore')} steps={story} {...deeds} />
      {day && story.length + after.length > 0 && (
        <p class="story__here" data-row="article">
          {t('thisArticle')} <time dateTime={day}>{formatDay(day)}</time>
        </p>
      )}
      <Steps title={t('storyAfter')} steps={after} {...deeds} />
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
