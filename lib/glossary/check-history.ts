/** Events stand in time as they must: none answers a later one, none stays a plan after its day. */
import type { BundledEvent } from '../events/schema'
import { daySpan } from './day-span'
import type { Assets } from './load'
import type { Finding } from './yaml-file'

/**
 * Finds events that follow one which certainly began later, plans whose day had passed when they
 * were last checked, and events without an entity, which no reader would ever be led to. Where a
 * date is only known to the month or year, the reading that fits is taken.
 */
export function checkHistory({ data, origin }: Assets): Finding[] {
  const findings: Finding[] = []
  const events = new Map(data.events.map((event) => [event.id, event]))
  for (const event of data.events) {
    const report = (message: string) =>
      findings.push({ ...origin(event), entry: event.id, message })
    for (const id of event.follows) {
      const before = events.get(id)
      if (before && begins(before, 'first') > begins(event, 'last'))
        report(`follows ${id}, which began later (${before.date})`)
    }
    if (event.status === 'planned' && ends(event) < event.asOf)
      report(`still planned, though its day (${event.date}) had passed on ${event.asOf}`)
    if (event.participants.length + event.topics.length === 0 && !event.place)
      report('names no entity: nothing leads to it')
  }
  return findings
}

/** Bounds of the day on which an event began. */
export const begins = ({ date }: BundledEvent, bound: 'first' | 'last'): string =>
  daySpan(date.split('/')[0] ?? date)[bound] ?? (bound === 'first' ? '0000-01-01' : '9999-12-31')

const ends = ({ date }: BundledEvent): string => daySpan(date).last ?? '9999-12-31'
