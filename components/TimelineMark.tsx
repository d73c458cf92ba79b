import { t } from '../lib/i18n'
import { formatDay } from './format-date'
import type { TimelineRow } from './timeline-rows'
import './TimelineMark.css'

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
