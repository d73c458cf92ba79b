import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { eventsDue, markTold } from '../../lib/archive/due-events'
import { follow, unfollow } from '../../lib/archive/follows'
import type { BunmyakuDatabase } from '../../lib/db/database'
import type { EventRow } from '../../lib/db/rows'
import { freshDatabase } from './example'

let db: BunmyakuDatabase

const event = (id: string, date: string, status: EventRow['status'] = 'planned'): EventRow => ({
  id,
  date,
  status,
  type: 'meeting',
  title: id,
  text: '',
  participants: [],
  place: null,
  topics: [],
  follows: [],
  sort: date.slice(0, 10),
  entities: [],
  pack: 'archive',
})

const due = async (day: string) => (await eventsDue(db, day)).map(({ id }) => id)

beforeEach(async () => {
  db = freshDatabase()
  await db.events.bulkPut([
    event('day', '2026-03-19'),
    event('days', '2026-03-18/2026-03-20'),
    event('month', '2026-04'),
    event('held', '2026-03-19', 'occurred'),
    event('cancelled', '2026-03-19', 'cancelled'),
    event('not followed', '2026-03-19'),
  ])
  for (const id of ['day', 'days', 'month', 'held', 'cancelled', 'gone'])
    await follow(db, { type: 'event', event: id })
})

it('is due on its day, neither before nor after, while it is planned and followed', async () => {
  expect(await due('2026-03-17')).toEqual([])
  expect(await due('2026-03-18')).toEqual(['days'])
  expect((await due('2026-03-19')).sort()).toEqual(['day', 'days'])
  expect(await due('2026-03-21')).toEqual([])
  expect(await due('2026-04-01')).toEqual(['month'])
})

it('is told of once, and again only where it was followed anew', async () => {
  await markTold(db, ['day', 'days'])
  expect(await due('2026-03-19')).toEqual([])
  await unfollow(db, { type: 'event', event: 'day' })
  await markTold(db, [])
  await follow(db, { type: 'event', event: 'day' })
  expect(await due('2026-03-19')).toEqual(['day'])
})
