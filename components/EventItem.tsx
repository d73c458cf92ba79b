import type { ComponentChildren } from 'preact'
import type { EventLine, SourceLine } from '../lib/card'
import { t } from '../lib/i18n'
import { EventStatus } from './EventStatus'
import { breakable, formatDay, formatEdtf, formatWithinYear } from './format-date'
import { Icon } from './Icon'
import './EventItem.css'

interface Props {
  event: EventLine
  /** Opens a saved article that tells of it, at that place. */
  onArticle: (article: string, event: EventLine) => void
  /** Shown at the foot: follow and the like. */
  actions?: ComponentChildren
  /** The whole date in the gutter, where no year stands above it. */
  withYear?: boolean
  /** Opens a participant's card, or narrows the list to it. */
  onEntity?: (entity: string) => void
}

/** One event: its day in the gutter, a dot that tells whether it happened, what, and who says so. */
export function EventItem({ event, onArticle, actions, withYear = false, onEntity }: Props) {
  return (
    <article class={`event event--${event.status}`} data-item tabIndex={-1} data-event={event.id}>
      <time class="event__day">
        {breakable(withYear ? formatEdtf(event.date) : formatWithinYear(event.date))}
      </time>
      <span class="event__dot" aria-hidden="true" />
      <div class="event__body" lang="ja">
        <h2 class="event__title">
          <EventStatus event={event} />
          {event.title}
        </h2>
        {event.text && <p class="event__text">{event.text}</p>}
        {onEntity && event.participants.length > 0 && (
          <p class="event__people">
            {event.participants.map(({ id, headword }) =>
              // A name that no glossary knows leads nowhere.
              id.startsWith('local:') ? (
                <span key={id}>{headword}</span>
              ) : (
                <button key={id} type="button" class="event__person" onClick={() => onEntity(id)}>
                  {headword}
                </button>
              ),
            )}
          </p>
        )}
        {event.disagreements.map((disagreement) => (
          <dl class="disagreement" key={disagreement.label}>
            <dt class="disagreement__label">
              <Icon name="warning" size={13} />
              {t('eventDisagree', disagreement.label)}
            </dt>
            {disagreement.values.map(({ value, source }) => (
              <dd key={`${source}${value}`}>
                <b class="figures">{value}</b> <span class="faint">{source}</span>
              </dd>
            ))}
          </dl>
        ))}
        <p class="event__foot">
          <Sources sources={event.sources} onArticle={(article) => onArticle(article, event)} />
          {actions}
        </p>
      </div>
    </article>
  )
}

function Sources({
  sources,
  onArticle,
}: {
  sources: SourceLine[]
  onArticle: (article: string) => void
}) {
  return (
    <span class="sources">
      {sources.map(({ name, title, date, url, article }, index) => {
        const label = [name, formatDay(date)].filter(Boolean).join(' ')
        const key = `${name}${date}${index}`
        if (article)
          return (
            <button
              key={key}
              type="button"
              class="sources__link"
              title={title ?? undefined}
              onClick={() => onArticle(article)}
            >
              <Icon name="bookmark" size={12} />
              {label}
            </button>
          )
        if (url)
          return (
            <a
              key={key}
              class="sources__link"
              href={url}
              target="_blank"
              rel="noreferrer"
              title={title ?? undefined}
            >
              {label}
            </a>
          )
        return (
          <span key={key} title={title ?? undefined}>
            {label}
          </span>
        )
      })}
    </span>
  )
}
