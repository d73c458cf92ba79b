/** One step of a story: its day and what happened; opened, what is known of it and who says so. */
import type { EventLine, StoryStep } from '../../lib/card'
import { EventStatus } from '../EventStatus'
import { breakable, formatEdtf } from '../format-date'
import { StepSources } from './StepSources'

interface Props {
  step: StoryStep
  onArticle: (article: string, event: string) => void
  /** Opens a participant's card. */
  onEntity?: ((entity: string) => void) | undefined
}

export function StepItem({ step: { event, level }, onArticle, onEntity }: Props) {
  return (
    <details class={`step step--${event.status} step--${level ?? 'saved'}`} data-event={event.id}>
      <summary class="step__head" data-item>
        <time class="step__day">{breakable(formatEdtf(event.date))}</time>
        <span class="step__title" lang="ja">
          <EventStatus event={event} />
          {event.title}
        </span>
      </summary>
      <div class="step__body" lang="ja">
        {event.text && <p class="step__text">{event.text}</p>}
        <People event={event} onEntity={onEntity} />
        <StepSources
          sources={event.sources}
          onArticle={(article) => onArticle(article, event.id)}
        />
      </div>
    </details>
  )
}

function People({ event, onEntity }: { event: EventLine; onEntity: Props['onEntity'] }) {
  // A name that no glossary knows leads nowhere.
  const known = event.participants.filter(({ id }) => !id.startsWith('local:'))
  if (!onEntity || known.length === 0) return null
  return (
    <p class="step__people">
      {known.map(({ id, headword }) => (
        <button key={id} type="button" class="step__person" onClick={() => onEntity(id)}>
          {headword}
        </button>
      ))}
    </p>
  )
}
