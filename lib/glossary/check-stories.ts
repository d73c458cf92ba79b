/** Stories are whole: their steps exist, stand in order, and every event has its place. */
import { begins } from './check-history'
import type { Assets } from './load'
import type { Finding } from './yaml-file'

/**
 * Finds steps without an event, steps told twice or before one that came earlier, stories without a
 * main step or with an entity that is not there, and events that belong to no story and do not say
 * that they stand alone (or say so and belong to one).
 */
export function checkStories({ data, origin }: Assets): Finding[] {
  const findings: Finding[] = []
  const events = new Map(data.events.map((event) => [event.id, event]))
  const entities = new Set(data.entities.map(({ id }) => id))
  const told = new Set<string>()
  for (const story of data.stories) {
    const report = (message: string) =>
      findings.push({ ...origin(story), entry: story.id, message })
    for (const id of story.entities) if (!entities.has(id)) report(`${id} is not there`)
    if (!story.steps.some(({ level }) => level === 'main')) report('no main step')
    const seen = new Set<string>()
    let latest = { day: '', event: '' }
    for (const { event: id } of story.steps) {
      const event = events.get(id)
      if (!event) report(`event ${id} is not there`)
      else {
        if (begins(event, 'last') < latest.day) report(`${id} stands after ${latest.event}`)
        if (begins(event, 'first') > latest.day) latest = { day: begins(event, 'first'), event: id }
      }
      if (seen.has(id)) report(`${id} is told twice`)
      seen.add(id)
      told.add(id)
    }
  }
  for (const event of data.events) {
    if (told.has(event.id) !== Boolean(event.alone)) continue
    const message = event.alone
      ? 'stands alone, yet a story tells it'
      : 'belongs to no story and does not say that it stands alone'
    findings.push({ ...origin(event), entry: event.id, message })
  }
  return findings
}
