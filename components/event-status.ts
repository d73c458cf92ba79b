/** The words for plans and what became of them, the same wherever an event stands. */
import { today } from '../lib/archive/today'
import type { EventLine } from '../lib/card'
import { daySpan } from '../lib/glossary/day-span'
import { t } from '../lib/i18n'

/**
 * «予定», «中止»; null where it has happened, which needs no word. A plan whose last day has passed
 * was only a plan, as far as anybody here was told.
 */
export function statusWords({ status, date }: Pick<EventLine, 'status' | 'date'>): string | null {
  if (status === 'occurred') return null
  if (status === 'cancelled') return t('eventCancelled')
  const { last } = daySpan(date)
  return t(last !== null && last < today() ? 'eventPlanPassed' : 'eventPlanned')
}
