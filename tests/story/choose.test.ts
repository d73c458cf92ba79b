import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Story } from '../../lib/events/schema'
import { type ArticleProfile, profileOf } from '../../lib/story/article'
import { chooseStory } from '../../lib/story/choose'
import { type HistoryEvent, openHistory, recordHistory } from '../../lib/story/history'
import { pairsOf } from '../../lib/story/pairs'
import { WEIGHTS } from './weights'

const event = (
  id: string,
  date: string,
  title: string,
  rest: Partial<HistoryEvent> = {},
): HistoryEvent => ({
  id,
  date,
  title,
  text: '',
  status: 'occurred',
  participants: [],
  topics: [],
  place: null,
  level: 'step',
  ...rest,
})

/** A dam whose story an article tells, beside fires and elections that share only a country with it. */
const DAM = 'place.jp.midori-dam'
const COMPANY = 'org.midori-power'
const events: HistoryEvent[] = [
  event('plan', '2015-04-02', '緑川ダムの建設計画を県が発表', { topics: [DAM], level: 'main' }),
  event('lawsuit', '2018-09-10', '住民が緑川ダムの差し止めを求めて提訴', {
    topics: [DAM],
    level: 'main',
  }),
  event('verdict', '2021-02-15', '地裁が緑川ダムの差し止めの訴えを退ける', {
    topics: [DAM],
    level: 'main',
  }),
  event('visit', '2021-03-01', '知事が緑川ダムを視察', { topics: [DAM], level: 'detail' }),
  event('filling', '2026-02-20', '緑川電力が緑川ダムで試験湛水を開始', {
    participants: [COMPANY],
    topics: [DAM],
    level: 'main',
  }),
  event('opening', '2026-10-01', '緑川ダムが完成する予定', {
    topics: [DAM],
    level: 'main',
    status: 'planned',
  }),
  ...Array.from({ length: 40 }, (_, k) =>
    event(
      `other-${k}`,
      `20${String(10 + (k % 15)).padStart(2, '0')}-05-0${1 + (k % 9)}`,
      `選挙と火災の記録${k}`,
      {
        participants: ['place.jp'],
      },
    ),
  ),
]
const stories: Story[] = [
  {
    id: 'dam',
    title: '緑川ダム',
    about: '緑川ダムの計画から裁判、完成まで。',
    entities: [DAM],
    steps: events
      .filter(({ topics }) => topics.includes(DAM))
      .map(({ id, level }) => ({ event: id, level })),
  },
]
const history = openHistory(recordHistory(events, stories, WEIGHTS))
const article = (
  text: string,
  entities: [string, number][],
  day: string | null = '2026-03-19',
): ArticleProfile => ({
  entities: new Map(entities),
  head: pairsOf(text),
  words: pairsOf(text),
  day,
})
const ids = (list: readonly { indexed: { event: { id: string } } }[]) =>
  list.map(({ indexed }) => indexed.event.id)

describe('the story behind an article', () => {
  const about = article('緑川ダムの試験が進む。住民は裁判をへて計画を見守る。', [
    [DAM, 3],
    ['place.jp', 2],
  ])

  it('is the steps that led to it, in order, and apart from them what comes', () => {
    const { story, after } = chooseStory(about, history)
    expect(ids(story).filter((id) => id !== 'visit')).toEqual([
      'plan',
      'lawsuit',
      'verdict',
      'filling',
    ])
    expect(ids(after)).toEqual(['opening'])
  })

  it('ranks a detail behind the main steps, and says what spoke for each', () => {
    const { story } = chooseStory(about, history)
    const score = (id: string) => story.find(({ indexed }) => indexed.event.id === id)?.score ?? 0
    expect(score('visit')).toBeLessThan(score('verdict'))
    for (const { why, score: sum } of story)
      expect(why.reduce((all, { value }) => all + value, 0)).toBeCloseTo(sum)
  })

  it('is empty where only a country is shared: nothing is filled in', () => {
    const { story, after } = chooseStory(article('国の予算の話', [['place.jp', 5]]), history)
    expect([...story, ...after]).toEqual([])
  })

  it('leaves out the event that the article itself reports', () => {
    const own = article(
      '緑川電力が緑川ダムで試験湛水を開始',
      [
        [DAM, 3],
        [COMPANY, 2],
      ],
      '2026-02-21',
    )
    expect(ids(chooseStory(own, history).story)).not.toContain('filling')
  })

  it('of any article holds at most nine steps and five to come, each once, in order', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom(DAM, COMPANY, 'place.jp'), fc.integer({ min: 1, max: 9 })),
        ),
        fc.constantFrom('2016-01-01', '2026-03-19', '2030-01-01', null),
        (entities, day) => {
          const { story, after } = chooseStory(article('緑川ダムの話', entities, day), history)
          expect(story.length).toBeLessThanOrEqual(9)
          expect(after.length).toBeLessThanOrEqual(5)
          for (const list of [story, after]) {
            const dates = list.map(({ indexed }) => indexed.event.date)
            expect(dates).toEqual([...dates].sort())
            expect(new Set(ids(list)).size).toBe(list.length)
          }
        },
      ),
    )
  })
})

it.each([
  ['2026-03-18T20:00:00Z', '2026-03-19'],
  ['2026-03-18T20:00:00+09:00', '2026-03-18'],
  ['2026-03', '2026-03-31'],
  ['2026-03-18', '2026-03-18'],
  ['きのうの夕方', null],
  ['2026-02-30', null],
  [null, null],
])(
  'what was published at %s has the day %s: as a newspaper in Japan counts it',
  (published, day) => {
    const document = { url: null, publisher: null, publishedAt: published, blocks: [] }
    const article = profileOf(document, { mentions: [] }, WEIGHTS)
    expect(article.day).toBe(day)
    expect(() =>
      chooseStory(article, openHistory(recordHistory(events, [], WEIGHTS))),
    ).not.toThrow()
  },
)
