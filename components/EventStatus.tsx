import type { EventLine } from '../lib/card'
import { statusWords } from './event-status'
import './EventStatus.css'

/** What became of a plan, before its title; nothing where the event has happened. */
export function EventStatus({ event }: { event: EventLine }) {
  const words = statusWords(event)
  return words && <span class="event-status">{words}</span>
}
