import type { EventLine } from '../lib/card'
import { t } from '../lib/i18n'
import { EventItem } from './EventItem'
import { formatDay } from './format-date'
import { type TimelineRow, timelineRows } from './timeline-rows'
import { useRoving } from './use-roving'
import './EventList.css'

interface Props {
  events: readonly EventLine[]
  /** The article's day, where its line stands. */
  around: string | null
  onArticle: (article: string, event: EventLine) => void
  onEntity?: (entity: string) => void
}

/** Events from the earliest on, with the year in the gutter and 「この記事」 as a line across. */
export function EventList({ events, around, onArticle, onEntity }: Props) {
  const list = useRoving<HTMLOListElement>({ main: true })
  return (
    <ol class="events" ref={list}>
      {timelineRows(events, around).map((row) => (
        <li key={row.key} data-row={row.row}>
          {row.row === 'event' ? (
            <EventItem
              event={row.event}
              onArticle={onArticle}
              {...(onEntity ? { onEntity } : {})}
            />
          ) : (
            <TimelineMark row={row} />
          )}
        </li>
      ))}
    </ol>
  )
}

/** The rows between events: a year's number, the article's line. */
export function TimelineMark({
  row,
  label = t('thisArticle'),
}: {
  row: Exclude<TimelineRow, { row: 'event' }>
  /** What the line says: 「この記事」, or today where no article is open. */
  label?: string
}) {
  if (row.row === 'year')
    return (
      <p class="events__year figures">
        {row.year === '0000' ? t('yearUnknown') : t('yearName', row.year)}
      </p>
    )
  return (
    <p class="events__article">
      <span>
        {label} <time>{formatDay(row.day)}</time>
      </span>
    </p>
  )
}
