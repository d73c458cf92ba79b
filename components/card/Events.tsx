/** What led up to the article and what came after it. */
import type { EventLine } from '../../lib/card'
import { statusWords } from '../event-status'
import { formatEdtf } from '../format-date'

/** Nothing is shown where nothing is known. */
export function Events({ title, events }: { title: string; events: readonly EventLine[] }) {
  if (events.length === 0) return null
  return (
    <section class="card-events">
      <h3 class="card-label">{title}</h3>
      <ol>
        {events.map((event) => (
          <li key={event.id} class={`card-event card-event--${event.status}`}>
            <p class="card-day">
              <time>{formatEdtf(event.date)}</time>
              <Note words={statusWords(event)} />
            </p>
            <p class="card-what">{event.title}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

const Note = ({ words }: { words: string | null }) =>
  words && <span class="card-note">{words}</span>
