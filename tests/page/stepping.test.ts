import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stepFrom } from '../../lib/page/stepping'

describe('stepping from term to term', () => {
  test('the first step goes to what is in sight', () => {
    expect(stepFrom(null, 1, 10, 4)).toBe(4)
    expect(stepFrom(null, -1, 10, 4)).toBe(3)
  })

  test('with everything scrolled past, forwards starts over and backwards takes the last', () => {
    expect(stepFrom(null, 1, 10, null)).toBe(0)
    expect(stepFrom(null, -1, 10, null)).toBe(9)
  })

  test('past either end it goes round', () => {
    expect(stepFrom(9, 1, 10, 0)).toBe(0)
    expect(stepFrom(0, -1, 10, 0)).toBe(9)
  })

  test('where nothing is marked there is nowhere to go', () => {
    expect(stepFrom(null, 1, 0, null)).toBeNull()
    expect(stepFrom(3, -1, 0, null)).toBeNull()
  })

  test('there and back again is where one was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (count, from) => {
        const there = stepFrom(from % count, 1, count, null)
        expect(stepFrom(there, -1, count, null)).toBe(from % count)
      }),
    )
  })
})
