// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { keepMarks, type Mark } from '../../lib/page/mark'
import { mention } from './mentions'

/** Marks on stretches of the page's paragraphs, made anew each time. */
function marksOn(stretches: [paragraph: number, start: number, end: number][]): Mark[] {
  return stretches.map(([paragraph, start, end]) => {
    const text = document.querySelectorAll('p')[paragraph]?.firstChild
    if (!text) throw new Error('no text')
    const range = new Range()
    range.setStart(text, start)
    range.setEnd(text, end)
    return { mention: mention(), tint: 'words', followed: false, ranges: [range] }
  })
}

test('marks that stand where they stood stay the same objects; only a change is painted', () => {
  document.body.innerHTML = '<p>日米同盟と日米同盟</p><p>日米同盟</p>'
  const before = marksOn([
    [0, 0, 4],
    [0, 5, 9],
  ])
  expect(
    keepMarks(
      before,
      marksOn([
        [0, 0, 4],
        [0, 5, 9],
      ]),
    ),
  ).toBeNull()

  const grown = keepMarks(
    before,
    marksOn([
      [0, 0, 4],
      [0, 5, 9],
      [1, 0, 4],
    ]),
  )
  expect(grown?.slice(0, 2)).toEqual(before)
  expect(grown?.[0]).toBe(before[0])
  expect(grown).toHaveLength(3)

  const followed = marksOn([[0, 0, 4]]).map((mark) => ({ ...mark, followed: true }))
  expect(keepMarks(before, followed)?.[0]).toBe(followed[0])
})

test('a paragraph that the page has replaced has new marks', () => {
  document.body.innerHTML = '<p>日米同盟</p>'
  const before = marksOn([[0, 0, 4]])
  document.body.innerHTML = '<p>日米同盟</p>'
  const now = marksOn([[0, 0, 4]])
  expect(keepMarks(before, now)?.[0]).toBe(now[0])
})
