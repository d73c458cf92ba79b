import { describe, expect, it, vi } from 'vitest'

vi.mock('../../lib/i18n', () => ({ t: (key: string) => key }))
vi.mock('../../lib/archive/today', () => ({ today: () => '2026-03-19' }))

const { statusWords } = await import('../../components/event-status')

describe('the words for what became of a plan', () => {
  it.each([
    ['occurred', '2026-03-18', null],
    ['cancelled', '2026-03-25', 'eventCancelled'],
    ['planned', '2026-03-19', 'eventPlanned'],
    ['planned', '2026-03', 'eventPlanned'],
    ['planned', '2026-03-18', 'eventPlanPassed'],
    ['planned', '2025', 'eventPlanPassed'],
  ] as const)('%s on %s', (status, date, words) => {
    expect(statusWords({ status, date })).toBe(words)
  })
})
