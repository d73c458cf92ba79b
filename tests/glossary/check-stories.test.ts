import { describe, expect, it } from 'vitest'
import type { BundledEvent, Level, Story } from '../../lib/events/schema'
import { checkHistory } from '../../lib/glossary/check-history'
import { checkStories } from '../../lib/glossary/check-stories'
import { entity, event, glossary } from './sample'

const bank = entity('org.bank', { kind: 'organisation' })
const told = (id: string, date: string, more: Partial<BundledEvent> = {}) =>
  event(id, { date, participants: [bank.id], ...more })
const story = (...steps: (readonly [Level, string])[]): Story => ({
  id: 'rates',
  title: '金利',
  about: '金利が上がるまで。',
  entities: [bank.id],
  steps: steps.map(([level, of]) => ({ event: of, level })),
})

const assets = (events: BundledEvent[], stories: Story[] = []) => ({
  data: glossary('v', { entities: [bank], events, stories }),
  senses: [],
  origin: () => ({ file: 'f', line: 1 }),
})
const messages = (found: { entry: string | null; message: string }[]): string[] =>
  found.map(({ entry, message }) => `${entry}: ${message}`)
const history = (...events: BundledEvent[]) => messages(checkHistory(assets(events)))
const stories = (events: BundledEvent[], ...list: Story[]) =>
  messages(checkStories(assets(events, list)))

describe('checking the history', () => {
  it('an event follows what came before it or on its day', () => {
    const first = told('first', '2024-03-19')
    expect(history(first, told('same-day', '2024-03-19', { follows: ['first'] }))).toEqual([])
    expect(
      history(told('early', '2024-03-18', { follows: ['late'] }), told('late', '2024-07')),
    ).toEqual(['early: follows late, which began later (2024-07)'])
  })

  it('where only a month is known the reading that fits is taken', () => {
    const hike = told('hike', '2024-03-19')
    expect(history(hike, told('report', '2024-03', { follows: ['hike'] }))).toEqual([])
    expect(
      history(told('war', '2022-02-24/..'), told('talks', '2025', { follows: ['war'] })),
    ).toEqual([])
  })

  it('what was planned for a day that had passed says what came of it', () => {
    const plan = (date: string) => told('plan', date, { status: 'planned', asOf: '2026-03-21' })
    expect(history(plan('2026-03-21'))).toEqual([])
    expect(history(plan('2026-03'))).toEqual([])
    expect(history(plan('2026-03-06/..'))).toEqual([])
    expect(history(plan('2026-03-20'))).toEqual([
      'plan: still planned, though its day (2026-03-20) had passed on 2026-03-21',
    ])
    expect(history(told('off', '2026-03-20', { status: 'cancelled' }))).toEqual([])
  })

  it('an event names somebody, something or some place', () => {
    expect(history(event('nobody'))).toEqual(['nobody: names no entity: nothing leads to it'])
    expect(history(event('somewhere', { place: 'place.jp' }))).toEqual([])
  })
})

describe('checking the stories', () => {
  const zero = told('zero', '1999-02-12')
  const hike = told('hike', '2024-03-19')

  it('a story tells events that are there, in the order of time, each once', () => {
    expect(stories([zero, hike], story(['main', 'zero'], ['step', 'hike']))).toEqual([])
    expect(stories([zero], story(['main', 'zero'], ['step', 'lost']))).toEqual([
      'rates: event lost is not there',
    ])
    expect(stories([zero, hike], story(['main', 'hike'], ['step', 'zero']))).toEqual([
      'rates: zero stands after hike',
    ])
    expect(stories([zero], story(['main', 'zero'], ['step', 'zero']))).toEqual([
      'rates: zero is told twice',
    ])
  })

  it('an event of an unknown day may stand anywhere in its month', () => {
    const month = told('month', '2024-03')
    expect(stories([hike, month], story(['main', 'hike'], ['step', 'month']))).toEqual([])
    expect(stories([hike, month], story(['main', 'month'], ['step', 'hike']))).toEqual([])
  })

  it('order is kept over more than one step back', () => {
    const month = told('month', '2024-03')
    const early = told('early', '2024-03-01')
    const whole = story(['main', 'hike'], ['step', 'month'], ['step', 'early'])
    expect(stories([hike, month, early], whole)).toEqual(['rates: early stands after hike'])
  })

  it('a story has a main step and speaks of entities that are there', () => {
    const lost = { ...story(['step', 'zero']), entities: ['org.lost'] }
    expect(stories([zero], lost)).toEqual(['rates: org.lost is not there', 'rates: no main step'])
  })

  it('every event is in a story or says that it stands alone, and not both', () => {
    expect(stories([zero])).toEqual([
      'zero: belongs to no story and does not say that it stands alone',
    ])
    const alone = told('zero', '1999-02-12', { alone: 'step' })
    expect(stories([alone])).toEqual([])
    expect(stories([alone], story(['main', 'zero']))).toEqual([
      'zero: stands alone, yet a story tells it',
    ])
  })
})
