import { describe, expect, it } from 'vitest'
import { sortDay } from '../../components/sort-day'
import { timelineRows } from '../../components/timeline-rows'
import type { EventLine } from '../../lib/card'
import { event } from './event'

const shape = (events: EventLine[], around: string | null): string[] =>
  timelineRows(events, around).map((row) =>
    row.row === 'event' ? row.event.date : row.row === 'year' ? `[${row.year}]` : '――この記事――',
  )

describe('the rows of a timeline', () => {
  it('run from the earliest on, under their years', () => {
    const events = ['2026-03-01', '2013-12-04', '2026-02~L', '2026-02-20'].map((date) =>
      event({ date }),
    )
    expect(shape(events, null)).toEqual([
      '[2013]',
      '2013-12-04',
      '[2026]',
      '2026-02~L',
      '2026-02-20',
      '2026-03-01',
    ])
  })

  it('draw the article’s line after the events of its own day', () => {
    const events = ['2026-02-21', '2026-02-22'].map((date) => event({ date }))
    expect(shape(events, '2026-02-21T09:00:00+09:00')).toEqual([
      '[2026]',
      '2026-02-21',
      '――この記事――',
      '2026-02-22',
    ])
  })

  it('leave before the line what happened in a season, after it what is planned for one', () => {
    const held = event({ date: '2026-21', title: '開いた' })
    const planned = event({ date: '2026-21', title: '開く', status: 'planned' })
    const [before, line, after] = timelineRows([planned, held], '2026-03-10').slice(1)
    expect(before).toMatchObject({ event: { title: '開いた' } })
    expect(line).toMatchObject({ row: 'article' })
    expect(after).toMatchObject({ event: { title: '開く' } })
  })

  it('end with the line where nothing came after, and have none where there is no date', () => {
    expect(shape([event({ date: '2025' })], '2026-01-01').at(-1)).toBe('――この記事――')
    expect(shape([], '2026-01-01')).toEqual([])
  })
})

describe('the day by which a date is sorted', () => {
  it.each([
    ['2026-03-19TAF', '2026-03-19'],
    ['2026-02~L', '2026-02-14'],
    ['2026-21', '2026-03-01'],
    ['../1945-08-15', '1945-08-15'],
    ['1945/..', '1945-01-01'],
    ['XXXX-03-22', '0000-03-22'],
  ])('%s → %s', (value, day) => expect(sortDay(value)).toBe(day))
})
