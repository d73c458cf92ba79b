import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RowHeights } from '../../components/window-rows'

const total = (heights: RowHeights, keys: string[]) => heights.top(keys, keys.length)

describe('the window onto a long list', () => {
  it('draws what the viewport shows and leaves the rest as space, whatever the heights', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 300 }),
        fc.nat(60_000),
        (sizes, scroll) => {
          const keys = sizes.map((_, index) => String(index))
          const heights = new RowHeights(80)
          // Every second row was seen before, the others are guessed.
          for (const [index, size] of sizes.entries())
            if (index % 2 === 0) heights.measure(String(index), size)
          const { from, to, above, below } = heights.window(keys, scroll, 800, 100)
          const drawn = total(heights, keys.slice(from, to))
          expect(above + drawn + below).toBe(total(heights, keys))
          const end = total(heights, keys)
          if (scroll < end) {
            expect(above).toBeLessThanOrEqual(scroll)
            expect(above + drawn).toBeGreaterThanOrEqual(Math.min(end, scroll + 800))
          }
        },
      ),
    )
  })

  it('draws a few dozen of five thousand', () => {
    const keys = Array.from({ length: 5_000 }, (_, index) => String(index))
    const { from, to } = new RowHeights(78).window(keys, 200_000, 800)
    expect(to - from).toBeLessThan(40)
  })
})
