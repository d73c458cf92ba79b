import '../components/fake-browser'

import { describe, expect, it } from 'vitest'
import {
  toCalendar,
  toCsv,
  toMarkdown,
  toTimelineJs,
} from '../../entrypoints/library/timeline/export-events'
import { filterEvents, NO_FILTER } from '../../entrypoints/library/timeline/filter'
import { countByMonth } from '../../entrypoints/library/timeline/months'
import { event } from '../components/event'

const line = (id: string) => ({ id, headword: id, kind: 'person' as const, gloss: '' })

describe('filtering the history', () => {
  const a = event({ date: '2025-10-28', title: '首脳会談', participants: [line('甲'), line('乙')] })
  const b = event({
    date: '2026-03-19',
    title: '訪米',
    status: 'planned',
    participants: [line('甲')],
  })
  const all = [a, b]

  it('demands all chosen names, all words, and the range', () => {
    expect(filterEvents(all, { ...NO_FILTER, entities: new Set(['甲', '乙']) })).toEqual([a])
    expect(filterEvents(all, { ...NO_FILTER, text: '甲 訪' })).toEqual([b])
    expect(filterEvents(all, { ...NO_FILTER, range: ['2026-03-01', '2026-03-31'] })).toEqual([b])
    expect(filterEvents(all, { ...NO_FILTER, status: 'planned' })).toEqual([b])
  })

  it('lets the strip see what its own range hides', () => {
    const filter = { ...NO_FILTER, range: ['2026-03-01', '2026-03-31'] as const }
    expect(filterEvents(all, filter, 'range')).toEqual(all)
  })
})

describe('the months of the strip', () => {
  it('run without a gap, with planned events apart', () => {
    const months = countByMonth([
      event({ date: '2025-11-30' }),
      event({ date: '2026-01', status: 'planned' }),
    ])
    expect(months).toEqual([
      { month: '2025-11', occurred: 1, planned: 0 },
      { month: '2025-12', occurred: 0, planned: 0 },
      { month: '2026-01', occurred: 0, planned: 1 },
    ])
  })

  it('leave out an event of an unknown year', () => {
    expect(countByMonth([event({ date: 'XXXX-03-22' })])).toEqual([])
  })
})

describe('the timeline as files', () => {
  const now = new Date('2026-03-01T00:00:00Z')

  it('puts planned days into a calendar, and makes up none', () => {
    const ics = toCalendar(
      [
        event({ date: '2026-04-01/2026-04-03', status: 'planned', title: '訪中; 会談, その他' }),
        event({ date: '2026-21', status: 'planned', title: '春の会合' }),
        event({ date: '2026-02-20', title: '済んだ会談' }),
      ],
      now,
    )
    expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(ics).toContain('DTSTART;VALUE=DATE:20260401\r\nDTEND;VALUE=DATE:20260404')
    expect(ics).toContain('SUMMARY:訪中\\; 会談\\, その他')
  })

  it('folds calendar lines at 75 octets without cutting a character', () => {
    const title = '長い題名'.repeat(40)
    const ics = toCalendar([event({ date: '2026-04-01', status: 'planned', title })], now)
    for (const row of ics.split('\r\n'))
      expect(new TextEncoder().encode(row).length).toBeLessThanOrEqual(75)
    expect(ics.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`)
  })

  it('quotes a table’s cells and lets none run as a formula', () => {
    const csv = toCsv([event({ date: '2026', title: '=HYPERLINK("x"),甲' })])
    expect(csv).toContain(`"'=HYPERLINK(""x""),甲"`)
  })

  it('gives TimelineJS only what is known of a date, and words as words', () => {
    const { events } = JSON.parse(toTimelineJs([event({ date: '2026-03', title: '<b>会談' })]))
    expect(events[0].start_date).toEqual({ year: 2026, month: 3, display_date: '2026年3月' })
    expect(events[0].text.headline).toBe('&#60;b&#62;会談')
  })

  it('writes Markdown by year, with links', () => {
    const sources = [
      { name: '甲紙', title: null, date: null, url: 'https://a.jp/1', article: null },
    ]
    expect(toMarkdown([event({ date: '2026-03-19', title: '*会談*', sources })])).toBe(
      '## 2026\n\n- **2026年3月19日(木)** \\*会談\\* ([甲紙](<https://a.jp/1>))\n',
    )
  })
})
