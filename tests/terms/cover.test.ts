import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestCover, type Weighted } from '../../lib/terms/cover'

const total = (list: readonly Weighted[]) => list.reduce((sum, { score }) => sum + score, 0)
const overlaps = (list: readonly Weighted[]) =>
  list.some((one, k) =>
    list.slice(k + 1).some((other) => one.start < other.end && other.start < one.end),
  )

/** The best total by trying every subset. */
function best(list: readonly Weighted[]): number {
  let most = 0
  for (let set = 0; set < 1 << list.length; set++) {
    const chosen = list.filter((_, k) => set & (1 << k))
    if (!overlaps(chosen)) most = Math.max(most, total(chosen))
  }
  return most
}

describe('the best cover', () => {
  it('prefers two words to one that lies across them (全国|連絡会, not 国連)', () => {
    const words = [
      { start: 0, end: 2, score: 16 },
      { start: 1, end: 3, score: 16 },
      { start: 2, end: 5, score: 26 },
    ]
    expect(bestCover(words).map(({ start }) => start)).toEqual([0, 2])
  })

  it('has the highest total of all covers, overlaps nowhere and keeps reading order', () => {
    const candidate = fc
      .tuple(fc.nat(12), fc.integer({ min: 1, max: 6 }), fc.integer({ min: -3, max: 40 }))
      .map(([start, length, score]): Weighted => ({ start, end: start + length, score }))
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 9 }), (list) => {
        const cover = bestCover(list)
        expect(overlaps(cover)).toBe(false)
        expect(total(cover)).toBe(best(list))
        expect(cover.map(({ start }) => start)).toEqual(
          cover.map(({ start }) => start).sort((a, b) => a - b),
        )
      }),
    )
  })
})
