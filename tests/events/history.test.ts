import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type BunmyakuDatabase, openDatabase } from '../../lib/db/database'
import {
  historyTables,
  joinEvents,
  recordArticleEvents,
  removeArticleEvents,
  splitEvent,
} from '../../lib/events/history'
import type { FoundEvent } from '../../lib/events/schema'
import { eventsAround, queryTimeline } from '../../lib/events/timeline'
import { found } from './found'

const TAKAICHI = 'person.takaichi-sanae'

let db: BunmyakuDatabase
let name = 0
beforeEach(() => {
  name++
  db = openDatabase(`history-${name}`)
})
afterEach(() => db.delete())

const record = (article: string, events: FoundEvent[], publishedAt = '2026-03-20') =>
  db.transaction('rw', historyTables(db), async () =>
    recordArticleEvents(db, { article, revision: `${article}-r1`, publishedAt }, events),
  )
const remove = (article: string) =>
  db.transaction('rw', historyTables(db), async () => removeArticleEvents(db, article))
const timeline = () => queryTimeline(db, { entities: [], around: null, limit: 100 })

describe('one history', () => {
  it('keeps the same event of two articles once, with a claim from each', async () => {
    await record('a', [found({})])
    await record('b', [
      found({ title: 'ホワイトハウスでの日米首脳会談', place: 'place.us.white-house' }),
    ])
    expect(await db.events.count()).toBe(1)
    expect(await db.claims.count()).toBe(2)
  })

  it('turns a planned event into one that took place', async () => {
    await record('a', [found({ status: 'planned' })], '2026-02-21')
    expect((await timeline()).events[0]?.status).toBe('planned')
    await record('b', [found({})], '2026-03-20')
    const { events } = await timeline()
    expect(events).toHaveLength(1)
    expect(events[0]?.status).toBe('occurred')
  })

  it('goes back to planned when the article that told of it taking place goes', async () => {
    await record('a', [found({ status: 'planned' })], '2026-02-21')
    await record('b', [found({})], '2026-03-20')
    await remove('b')
    expect((await timeline()).events[0]?.status).toBe('planned')
  })

  it('cancels what was called off after it was planned, and plans anew what was planned after', async () => {
    await record('a', [found({ status: 'planned' })], '2026-02-21')
    await record('b', [found({ status: 'cancelled' })], '2026-03-01')
    expect((await timeline()).events[0]?.status).toBe('cancelled')
    await record('c', [found({ status: 'planned' })], '2026-03-05')
    expect((await timeline()).events[0]?.status).toBe('planned')
  })

  it('removes only what the article alone told', async () => {
    await record('a', [
      found({}),
      found({ type: 'visit', title: '高市首相の訪米', date: '2026-03-18' }),
    ])
    await record('b', [found({})])
    await remove('a')
    const { events } = await timeline()
    expect(events.map(({ title }) => title)).toEqual(['日米首脳会談'])
  })

  it('writes an article again without doubling anything', async () => {
    await record('a', [found({}), found({ type: 'statement', title: '高市首相の発言' })])
    const before = await db.events.toArray()
    await record('a', [found({}), found({ type: 'statement', title: '高市首相の発言' })])
    expect(await db.events.toArray()).toEqual(before)
    expect(await db.claims.count()).toBe(2)
  })

  it('never merges two statements of one speaker on one day that say different things', async () => {
    await record('a', [
      found({ type: 'statement', title: '防衛費をめぐる発言', participants: [TAKAICHI] }),
    ])
    await record('b', [
      found({ type: 'statement', title: 'エネルギー価格の説明', participants: [TAKAICHI] }),
    ])
    expect(await db.events.count()).toBe(2)
  })

  it('leaves a bundled event its words and lets an article say that it took place', async () => {
    await db.events.put({
      ...{ id: '2026-03-19-summit', date: '2026-03-19', status: 'planned', type: 'meeting' },
      ...{ title: 'ワシントンで日米首脳会談', text: '説明', participants: [TAKAICHI], place: null },
      ...{ topics: [], follows: [], sort: '2026-03-19', entities: [TAKAICHI], pack: 'bundled' },
    })
    await record('a', [found({})])
    const row = await db.events.get('2026-03-19-summit')
    expect(row).toMatchObject({
      status: 'occurred',
      title: 'ワシントンで日米首脳会談',
      text: '説明',
    })
    await remove('a')
    expect(await db.events.count()).toBe(1)
  })
})

describe('by hand', () => {
  it('keeps two events joined when their articles are read again', async () => {
    const other = found({ type: 'visit', title: '高市首相の訪米', date: '2026-03-21' })
    await record('a', [found({})])
    await record('b', [other])
    const [first, second] = await db.events.orderBy('sort').toArray()
    await joinEvents(db, first?.id ?? '', second?.id ?? '')
    expect(await db.events.count()).toBe(1)
    await record('b', [other])
    expect(await db.events.count()).toBe(1)
  })

  it('keeps a claim split off when its article is read again', async () => {
    const told = found({ title: 'ワシントンでの日米首脳会談' })
    await record('a', [found({})])
    await record('b', [told])
    const [event] = await db.events.toArray()
    const claim = await db.claims.where('article').equals('b').first()
    expect(await splitEvent(db, event?.id ?? '', [claim?.id ?? ''])).not.toBeNull()
    expect(await db.events.count()).toBe(2)
    await record('b', [told])
    expect(await db.events.count()).toBe(2)
  })

  it('refuses to split what the event does not hold', async () => {
    await record('a', [found({})])
    const [event] = await db.events.toArray()
    expect(await splitEvent(db, event?.id ?? '', ['no such claim'])).toBeNull()
    expect(await db.events.count()).toBe(1)
  })
})

describe('the timeline', () => {
  it('puts differing figures side by side with their sources', async () => {
    const figure = (value: string) => [{ label: '投資', value }]
    await record('a', [found({ figures: figure('5500億ドル') })])
    await record('b', [found({ figures: figure('80兆円') })])
    const [line] = (await timeline()).events
    expect(line?.disagreements).toMatchObject([
      { label: '投資', values: [{ value: '5500億ドル' }, { value: '80兆円' }] },
    ])
  })

  it('finds events by entity and gives those nearest to a day, with the count of all', async () => {
    const days = ['2026-01-05', '2026-02-05', '2026-03-05', '2026-04-05']
    await record(
      'a',
      days.map((date) => found({ date, title: `会談 ${date}` })),
    )
    await record('b', [
      found({ date: '2026-02-20', participants: ['person.rubio-marco'], title: '別の会談' }),
    ])
    const answer = await queryTimeline(db, { entities: [TAKAICHI], around: '2026-03-01', limit: 2 })
    expect(answer.total).toBe(4)
    expect(answer.events.map(({ date }) => date)).toEqual(['2026-02-05', '2026-03-05'])
  })

  it('shows a card the events before and after its day', async () => {
    await record(
      'a',
      ['2026-01-05', '2026-02-05', '2026-03-05', '2026-04-05'].map((date) => found({ date })),
    )
    const { before, after } = await eventsAround(db, TAKAICHI, '2026-02-10', 1, 2)
    expect(before.map(({ date }) => date)).toEqual(['2026-02-05'])
    expect(after.map(({ date }) => date)).toEqual(['2026-03-05', '2026-04-05'])
  })

  it('names a participant that no glossary knows as the text did', async () => {
    await record('a', [found({ participants: ['local:山田花子'] })])
    expect((await timeline()).events[0]?.participants[0]?.headword).toBe('山田花子')
  })
})
