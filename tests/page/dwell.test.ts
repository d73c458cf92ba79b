import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  atRest,
  type DwellEffect,
  type DwellEvent,
  type DwellState,
  transition,
} from '../../lib/page/dwell'

const times = { dwell: 300, grace: 280, prefetch: 80 }

/** Runs the machine against a clock of its own. */
function pointer() {
  let state: DwellState<string> = atRest()
  let now = 0
  let waiting: { at: number; event: DwellEvent<string> }[] = []
  const log: string[] = []
  const on = (event: DwellEvent<string>) => {
    const next = transition(state, event, times)
    state = next.state
    for (const effect of next.effects) does(effect)
  }
  const does = (effect: DwellEffect<string>) => {
    if (effect.type === 'wait') {
      const { token, due, ms } = effect
      waiting.push({ at: now + ms, event: { type: 'timer', token, due } })
    } else log.push(effect.type === 'close' ? 'close' : `${effect.type} ${effect.target}`)
  }
  const pass = (ms: number) => {
    const end = now + ms
    for (;;) {
      waiting.sort((a, b) => a.at - b.at)
      const first = waiting[0]
      if (!first || first.at > end) break
      waiting = waiting.slice(1)
      now = first.at
      on(first.event)
    }
    now = end
  }
  const over = (target: string, modifier = false) => on({ type: 'over', target, modifier })
  return { on, over, pass, log, state: () => state }
}

describe('a card opened by the pointer', () => {
  test('opens after the dwell, its data asked for before', () => {
    const p = pointer()
    p.over('a')
    p.pass(299)
    expect(p.log).toEqual(['prefetch a'])
    p.pass(1)
    expect(p.log).toEqual(['prefetch a', 'open a'])
  })

  test('does not open for a pointer that only passes', () => {
    const p = pointer()
    p.over('a')
    p.pass(60)
    p.on({ type: 'out' })
    p.pass(1_000)
    expect(p.log).toEqual([])
  })

  test('opens at once with the modifier, held before or pressed on the term', () => {
    const before = pointer()
    before.over('a', true)
    expect(before.log).toEqual(['open a'])
    const later = pointer()
    later.over('a')
    later.on({ type: 'modifier' })
    expect(later.log).toEqual(['open a'])
  })

  test('lets the pointer travel to the card, and stays while it is there', () => {
    const p = pointer()
    p.over('a')
    p.pass(300)
    p.on({ type: 'out' })
    p.pass(200)
    p.on({ type: 'card-enter' })
    p.pass(10_000)
    expect(p.log.at(-1)).toBe('open a')
  })

  test('closes after the grace, however much the pointer wanders outside', () => {
    const p = pointer()
    p.over('a')
    p.pass(300)
    for (let k = 0; k < 10; k++) {
      p.on({ type: 'out' })
      p.pass(40)
    }
    expect(p.log.at(-1)).toBe('close')
  })

  test('gives way to another term that the pointer rests on, not to one it crosses', () => {
    const p = pointer()
    p.over('a')
    p.pass(300)
    p.over('b')
    p.pass(100)
    p.on({ type: 'card-enter' })
    p.pass(1_000)
    expect(p.log).toEqual(['prefetch a', 'open a', 'prefetch b'])
    p.over('b')
    p.pass(300)
    expect(p.log.slice(3)).toEqual(['prefetch b', 'close', 'open b'])
  })

  test('stays when it is pinned, until it is closed', () => {
    const p = pointer()
    p.over('a')
    p.pass(300)
    p.on({ type: 'pin', on: true })
    p.on({ type: 'out' })
    p.over('b')
    p.on({ type: 'press-outside' })
    p.pass(5_000)
    expect(p.state().open).toBe('a')
    p.on({ type: 'close' })
    expect(p.log.at(-1)).toBe('close')
  })
})

describe('a card opened by keyboard or touch', () => {
  test.each(['keyboard', 'touch'] as const)(
    'by %s: the pointer leaving does not close it',
    (by) => {
      const p = pointer()
      p.on({ type: 'open', target: 'a', by })
      p.on({ type: 'out' })
      p.on({ type: 'card-leave' })
      p.pass(5_000)
      expect(p.log).toEqual(['open a'])
      p.on({ type: 'press-outside' })
      expect(p.log).toEqual(['open a', 'close'])
    },
  )
})

test('whatever happens, opens and closes alternate and what is open is what was opened last', () => {
  const target = fc.constantFrom('a', 'b', 'c')
  const event: fc.Arbitrary<DwellEvent<string> | number> = fc.oneof(
    fc.record({ type: fc.constant('over' as const), target, modifier: fc.boolean() }),
    fc.constantFrom<DwellEvent<string>>(
      { type: 'out' },
      { type: 'modifier' },
      { type: 'card-enter' },
      { type: 'card-leave' },
      { type: 'press-outside' },
      { type: 'pin', on: true },
      { type: 'pin', on: false },
      { type: 'close' },
    ),
    fc.integer({ min: 1, max: 500 }),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      const p = pointer()
      for (const one of events) typeof one === 'number' ? p.pass(one) : p.on(one)
      const shown = p.log.filter((entry) => !entry.startsWith('prefetch'))
      const last = shown.at(-1)
      expect(p.state().open).toBe(last?.startsWith('open') ? last.slice(5) : null)
      shown.forEach((entry, k) => {
        if (entry === 'close') expect(shown[k - 1]).toMatch(/^open/)
      })
    }),
  )
})
