import { describe, expect, it } from 'vitest'
import { NO_FILTER, narrowed } from '../../components/story/narrow'
import type { StoryStep } from '../../lib/card'
import { event } from './event'

const line = (id: string) => ({ id, headword: id, kind: 'person' as const, gloss: '' })
const step = (id: string, level: StoryStep['level'], who: string[], type = 'meeting') =>
  ({
    level,
    event: event({
      id,
      date: '2026-03-18',
      type: type as StoryStep['event']['type'],
      participants: who.map(line),
    }),
  }) satisfies StoryStep
const steps = [
  step('summit', 'main', ['a', 'b']),
  step('talks', 'step', ['a']),
  step('remark', 'detail', ['b'], 'statement'),
  step('told', null, ['a'], 'statement'),
]
const left = (filter: Partial<typeof NO_FILTER>) =>
  narrowed(steps, { ...NO_FILTER, ...filter }).map((one) => one.event.id)

describe('what a choice leaves of a story', () => {
  it('is everything where nothing is chosen', () => {
    expect(left({})).toEqual(['summit', 'talks', 'remark', 'told'])
  })

  it('names all that are chosen', () => {
    expect(left({ entities: new Set(['a']) })).toEqual(['summit', 'talks', 'told'])
    expect(left({ entities: new Set(['a', 'b']) })).toEqual(['summit'])
  })

  it('is of that level or above it; what only saved articles tell has none', () => {
    expect(left({ level: 'main' })).toEqual(['summit'])
    expect(left({ level: 'step' })).toEqual(['summit', 'talks'])
  })

  it('is of that kind, and told by the history or by saved articles', () => {
    expect(left({ type: 'statement' })).toEqual(['remark', 'told'])
    expect(left({ source: 'archive' })).toEqual(['told'])
    expect(left({ source: 'bundled', type: 'statement' })).toEqual(['remark'])
  })
})
