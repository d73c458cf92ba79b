import { describe, expect, it } from 'vitest'
import { type HistoryEvent, openHistory, recordHistory } from '../../lib/story/history'
import { eventsTouching, mainEventsOf } from '../../lib/story/of-entity'
import { pairsOf } from '../../lib/story/pairs'
import { WEIGHTS } from './weights'

const event = (
  id: string,
  date: string,
  topics: string[],
  level: HistoryEvent['level'] = 'step',
): HistoryEvent => ({
  id,
  date,
  topics,
  level,
  title: id,
  text: '',
  status: 'occurred',
  participants: [],
  place: null,
})

const MAYOR = 'person.mayor'
const DAM = 'event.dam'
const history = openHistory(
  recordHistory(
    [
      event('visits-dam', '2025-02-01', [MAYOR, DAM]),
      event('elected', '2020-04-12', [MAYOR], 'main'),
      event('born', '1960', [MAYOR], 'main'),
      event('visits-city', '2024-01-01', [MAYOR, 'place.jp']),
      event('dam-alone', '2024-05-01', [DAM], 'main'),
      ...Array.from({ length: 60 }, (_, k) => event(`other-${k}`, '2001-01-01', ['place.jp'])),
    ],
    [],
    WEIGHTS,
  ),
)
const words = pairsOf('市長がダムを訪ねた')
const article = {
  entities: new Map([
    [MAYOR, 2],
    [DAM, 2],
    ['place.jp', 3],
  ]),
  head: words,
  words,
  day: '2026-01-01',
}

describe('what is known of one entity', () => {
  it('touches an article by a second name that tells, never by a country', () => {
    expect(eventsTouching(MAYOR, article, history).map(({ id }) => id)).toEqual(['visits-dam'])
  })

  it('has its main events in order, the year before its days', () => {
    expect(mainEventsOf(MAYOR, history).map(({ id }) => id)).toEqual(['born', 'elected'])
  })
})
