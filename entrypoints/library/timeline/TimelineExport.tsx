/** What the timeline shows now, as a file for another program. */
import type { EventLine } from '../../../lib/card'
import { type MessageKey, t } from '../../../lib/i18n'
import { download } from '../settings/write-file'
import { toCalendar, toCsv, toMarkdown, toTimelineJs } from './export-events'

interface Format {
  name: MessageKey
  file: string
  type: string
  make: (events: readonly EventLine[]) => string
}

const FORMATS: Format[] = [
  {
    name: 'exportCalendar',
    file: 'bunmyaku.ics',
    type: 'text/calendar',
    make: (events) => toCalendar(events, new Date()),
  },
  { name: 'exportCsv', file: 'bunmyaku-timeline.csv', type: 'text/csv', make: toCsv },
  {
    name: 'exportTimelineJs',
    file: 'bunmyaku-timeline.json',
    type: 'application/json',
    make: toTimelineJs,
  },
  { name: 'exportMarkdown', file: 'bunmyaku-timeline.md', type: 'text/markdown', make: toMarkdown },
]

export function TimelineExport({ events }: { events: readonly EventLine[] }) {
  return (
    <select
      class="field export"
      aria-label={t('exportTimeline')}
      value=""
      disabled={events.length === 0}
      onChange={(event) => {
        const format = FORMATS[Number(event.currentTarget.value)]
        event.currentTarget.value = ''
        if (format) download(format.file, new Blob([format.make(events)], { type: format.type }))
      }}
    >
      <option value="" disabled>
        {t('exportTimeline')}
      </option>
      {FORMATS.map(({ name }, index) => (
        <option key={name} value={index}>
          {t(name)}
        </option>
      ))}
    </select>
  )
}
