/** The timeline as files for other programs: iCalendar, CSV, TimelineJS, Markdown. */
import { formatEdtf } from '../../../components/format-date'
import { sortDay } from '../../../components/sort-day'
import { escapeHtml } from '../../../lib/article/sanitize'
import type { EventLine } from '../../../lib/card'
import type { EventType } from '../../../lib/events/schema'

const names = (event: EventLine): string =>
  event.participants.map(({ headword }) => headword).join('、')

const sourceNames = (event: EventLine): string =>
  event.sources.map(({ name, date }) => [name, date].filter(Boolean).join(' ')).join(' / ')

/** First day after a date, for an end that is exclusive. */
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** The last day of an interval; the first where the value is one point. */
function endDay(date: string): string {
  const [, to] = date.split('/')
  return to && to !== '..' ? sortDay(to) : sortDay(date)
}

/** True where the day itself is known, so that a calendar does not invent one. */
const hasDay = (date: string): boolean => /^\d{4}-(0[1-9]|1[0-2])-\d{2}/.test(date)

/** RFC 5545: text escaped, lines folded at 75 octets, CRLF. */
function icsLine(name: string, value: string): string {
  const escaped = value.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
  const encoder = new TextEncoder()
  const lines: string[] = []
  let line = ''
  let octets = 0
  for (const character of `${name}:${escaped}`) {
    const size = encoder.encode(character).length
    if (octets + size > 74) {
      lines.push(line)
      line = ' '
      octets = 1
    }
    line += character
    octets += size
  }
  return [...lines, line].join('\r\n')
}

/** Planned events of a known day, as all-day entries. */
export function toCalendar(events: readonly EventLine[], now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Bunmyaku//Bunmyaku//JA']
  for (const event of events) {
    if (event.status !== 'planned' || !hasDay(event.date)) continue
    lines.push(
      'BEGIN:VEVENT',
      icsLine('UID', `${event.id}@bunmyaku`),
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${sortDay(event.date).replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${dayAfter(endDay(event.date)).replaceAll('-', '')}`,
      icsLine('SUMMARY', event.title),
      icsLine('DESCRIPTION', [event.text, sourceNames(event)].filter(Boolean).join('\n')),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    )
  }
  return `${[...lines, 'END:VCALENDAR'].join('\r\n')}\r\n`
}

/** RFC 4180, with a byte order mark so that spreadsheets read the Japanese. */
export function toCsv(events: readonly EventLine[]): string {
  const cell = (value: string) => {
    // A leading sign or @ would be run as a formula by spreadsheets.
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  const rows = events.map((event) => [
    event.date,
    event.status,
    event.type,
    event.title,
    event.text,
    names(event),
    event.place ?? '',
    sourceNames(event),
    event.sources.flatMap(({ url }) => url ?? []).join(' '),
  ])
  const head = [
    'date',
    'status',
    'type',
    'title',
    'text',
    'participants',
    'place',
    'sources',
    'urls',
  ]
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** TimelineJS 3: dates only as precise as they are known. */
export function toTimelineJs(events: readonly EventLine[]): string {
  const dateOf = (point: string, shown: string) => {
    const [, year, month, day] =
      /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?/.exec(point) ?? sortDay(point).split('-')
    return {
      year: Number(year),
      ...(month && { month: Number(month) }),
      ...(day && { day: Number(day) }),
      display_date: shown,
    }
  }
  const slides = events.map((event) => {
    const [from = '', to] = event.date.split('/')
    return {
      start_date: dateOf(from === '..' ? (to ?? '') : from, formatEdtf(event.date)),
      ...(to && to !== '..' && from !== '..' && { end_date: dateOf(to, formatEdtf(to)) }),
      text: {
        // TimelineJS takes HTML here, and these are words.
        headline: escapeHtml(event.title),
        text: escapeHtml([event.text, sourceNames(event)].filter(Boolean).join(' — ')),
      },
      group: event.type satisfies EventType,
      unique_id: event.id,
    }
  })
  return JSON.stringify({ events: slides }, null, 1)
}

/** A list by year; links to sources where they have an address. */
export function toMarkdown(events: readonly EventLine[]): string {
  const lines: string[] = []
  let year = ''
  for (const event of [...events].sort((a, b) => (sortDay(a.date) < sortDay(b.date) ? -1 : 1))) {
    if (sortDay(event.date).slice(0, 4) !== year) {
      year = sortDay(event.date).slice(0, 4)
      lines.push('', `## ${year}`, '')
    }
    const sources = event.sources.map(({ name, url }) =>
      url ? `[${escapeMarkdown(name)}](<${url.replaceAll('>', '%3E')}>)` : escapeMarkdown(name),
    )
    const box = { planned: ' ○', occurred: '', cancelled: ' ×' }[event.status]
    lines.push(
      `- **${formatEdtf(event.date)}**${box} ${escapeMarkdown(event.title)}${sources.length > 0 ? ` (${sources.join(', ')})` : ''}`,
    )
    if (event.text) lines.push(`  ${escapeMarkdown(event.text)}`)
  }
  return `${lines.join('\n').trim()}\n`
}

const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&')
