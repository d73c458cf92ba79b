/** Of all that is known of one entity: what belongs to this article, and what nobody may miss. */
import { daySpan } from '../glossary/day-span'
import type { ArticleProfile } from './article'
import type { HistoryIndex, HistoryLine } from './history'
import { scoreEvents } from './score'

/**
 * Events of `entity` that touch the article: they name another telling entity of it, or are steps of
 * the story that it tells of. The most fitting first; empty where none does. Countries, capitals,
 * parties and chambers touch nothing.
 */
export function eventsTouching(
  entity: string,
  article: ArticleProfile,
  history: HistoryIndex,
): HistoryLine[] {
  return scoreEvents(article, history)
    .filter(({ indexed, shared, why }) => {
      if (!indexed.event.entities.includes(entity)) return false
      const thread = why.some(
        ({ part, value }) => part === 'thread' && value > history.weights.reason,
      )
      return thread || shared.some((id) => id !== entity)
    })
    .sort((a, b) => b.score - a.score)
    .map(({ indexed }) => indexed.event)
}

/** The main events of an entity's life, earliest first; those without a known first day are left out. */
export function mainEventsOf(entity: string, history: HistoryIndex): HistoryLine[] {
  return history
    .eventsOf(entity)
    .flatMap((k) => {
      const event = history.events[k]?.event
      const first = event && event.level === 'main' ? daySpan(event.date).first : null
      return event && first !== null ? [{ event, first }] : []
    })
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
    .map(({ event }) => event)
}
