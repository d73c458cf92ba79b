import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutRuns, groupByMark } from '../../entrypoints/library/reader/pieces'
import type { Run } from '../../lib/article/document'

const run = fc.record(
  { text: fc.string({ minLength: 1, maxLength: 8 }), ruby: fc.string({ minLength: 1 }) },
  { requiredKeys: ['text'] },
) as fc.Arbitrary<Run>
const stretch = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]) => ({ start, end: start + length }))

describe('runs cut for drawing', () => {
  it('lose no letter, whatever is marked', () => {
    fc.assert(
      fc.property(
        fc.array(run),
        fc.array(stretch),
        fc.array(stretch),
        (runs, marks, highlights) => {
          const groups = groupByMark(cutRuns(runs, marks, highlights))
          const text = groups.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('')
          expect(text).toBe(runs.map((one) => one.text).join(''))
        },
      ),
    )
  })

  it('never part a word from its reading', () => {
    fc.assert(
      fc.property(fc.array(run), fc.array(stretch), (runs, marks) => {
        for (const piece of cutRuns(runs, marks, []))
          if (piece.run.ruby) expect(piece.text).toBe(piece.run.text)
      }),
    )
  })

  it('mark exactly what was marked where there is no ruby', () => {
    const runs: Run[] = [{ text: '国家' }, { text: '安全保障', mark: 'strong' }, { text: '局長' }]
    const mark = { start: 0, end: 7 }
    const groups = groupByMark(cutRuns(runs, [mark], []))
    expect(groups.map(({ mark: of, pieces }) => [of !== null, pieces.map((p) => p.text)])).toEqual([
      [true, ['国家', '安全保障', '局']],
      [false, ['長']],
    ])
  })

  it('leave out a mark that overlaps one before it; highlights may overlap', () => {
    const pieces = cutRuns(
      [{ text: 'abcdef' }],
      [
        { start: 0, end: 4 },
        { start: 2, end: 6 },
      ],
      [
        { start: 1, end: 3 },
        { start: 2, end: 5 },
      ],
    )
    expect(
      pieces.map(({ text, mark, highlights }) => [text, mark?.start, highlights.length]),
    ).toEqual([
      ['a', 0, 0],
      ['b', 0, 1],
      ['c', 0, 2],
      ['d', 0, 1],
      ['e', undefined, 1],
      ['f', undefined, 0],
    ])
  })
})
