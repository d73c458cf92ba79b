import { describe, expect, test } from 'vitest'
import type { Block } from '../../lib/article/document'
import { type PaintingOptions, planPainting } from '../../lib/page/painting-plan'
import { sectionsOf } from '../../lib/page/sections'
import { rankTerms, termsOf } from '../../lib/page/terms'
import { mention } from './mentions'

const heading = (id: string, level: number): Block => ({ kind: 'heading', id, level, runs: [] })
const paragraph = (id: string): Block => ({ kind: 'paragraph', id, runs: [] })
const blocks = [
  heading('title', 1),
  paragraph('b1'),
  paragraph('b2'),
  heading('b3', 2),
  paragraph('b4'),
]
const sections = sectionsOf(blocks)
const defaults: PaintingOptions = {
  marks: 'first',
  basic: false,
  followed: new Set(),
  known: new Set(),
}
const planned = (mentions: ReturnType<typeof mention>[], options: Partial<PaintingOptions> = {}) =>
  planPainting(mentions, sections, { ...defaults, ...options }).map(
    ({ mention: { block, headword } }) => `${block} ${headword}`,
  )

test('a heading opens a section; the headline is one by itself', () => {
  expect([...sections.values()]).toEqual([0, 1, 1, 2, 2])
})

describe('which mentions are marked', () => {
  const everywhere = ['title', 'b1', 'b2', 'b3', 'b4'].map((block) => mention({ block }))

  test('the first in each section by default', () => {
    expect(planned(everywhere)).toEqual(['title 日米同盟', 'b1 日米同盟', 'b3 日米同盟'])
  })

  test('every one by setting', () => {
    expect(planned(everywhere, { marks: 'all' })).toHaveLength(5)
  })

  test('what every reader knows only by setting', () => {
    const japan = mention({ entity: 'place.japan', headword: '日本', kind: 'place', tier: 'basic' })
    expect(planned([japan])).toEqual([])
    expect(planned([japan], { basic: true })).toEqual(['b1 日本'])
  })

  test('what the reader follows always, as followed', () => {
    const japan = mention({ entity: 'place.japan', headword: '日本', kind: 'place', tier: 'basic' })
    const [mark] = planPainting([japan], sections, {
      ...defaults,
      followed: new Set(['place.japan']),
    })
    expect(mark).toMatchObject({ followed: true, tint: 'words' })
  })

  test('never what the reader knows', () => {
    expect(planned(everywhere, { known: new Set(['framework.japan-us-alliance']) })).toEqual([])
  })

  test('two names that only the text knows are two terms', () => {
    const local = (headword: string) => mention({ entity: null, headword, kind: 'person' })
    expect(planned([local('山田太郎'), local('山田花子'), local('山田太郎')])).toEqual([
      'b1 山田太郎',
      'b1 山田花子',
    ])
  })
})

test('the popup lists terms that deserve a card first, then by how often they stand there', () => {
  const japan = mention({ entity: 'place.japan', headword: '日本', kind: 'place', tier: 'basic' })
  const rubio = mention({
    entity: 'person.rubio-marco',
    headword: 'マルコ・ルビオ',
    kind: 'person',
  })
  const terms = rankTerms(termsOf([japan, japan, japan, mention(), rubio, rubio]))
  expect(terms.map(({ headword, count }) => [headword, count])).toEqual([
    ['マルコ・ルビオ', 2],
    ['日米同盟', 1],
    ['日本', 3],
  ])
})
