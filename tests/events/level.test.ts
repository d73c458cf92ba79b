import { describe, expect, it } from 'vitest'
import { levelsOf } from '../../lib/events/level'
import type { Story } from '../../lib/events/schema'
import { event } from '../glossary/sample'

const story = (id: string, steps: Story['steps']): Story => ({
  id,
  title: id,
  about: id,
  entities: ['concept.a'],
  steps,
})

describe('the level of an event', () => {
  it('is the highest that its stories give it', () => {
    const levels = levelsOf(
      [event('election')],
      [
        story('tax', [{ event: 'election', level: 'step' }]),
        story('parties', [{ event: 'election', level: 'main' }]),
        story('markets', [{ event: 'election', level: 'detail' }]),
      ],
    )
    expect(levels.get('election')).toBe('main')
  })

  it('is its own where it stands alone', () => {
    const levels = levelsOf([event('fire', { alone: 'detail' })], [])
    expect(levels.get('fire')).toBe('detail')
  })
})
