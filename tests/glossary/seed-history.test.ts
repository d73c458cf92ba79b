/** What readers' articles and hands made of the bundled history outlives a new version of it. */
import 'fake-indexeddb/auto'
import { afterEach, expect, it } from 'vitest'
import { type BunmyakuDatabase, openDatabase } from '../../lib/db/database'
import { historyTables, joinEvents, recordArticleEvents } from '../../lib/events/history'
import type { BundledEvent } from '../../lib/events/schema'
import { queryTimeline } from '../../lib/events/timeline'
import { seedGlossary } from '../../lib/glossary/seed'
import { found } from '../events/found'
import { event, glossary } from './sample'

let count = 0
let db: BunmyakuDatabase
afterEach(() => db.delete())

const { date, type, title, participants, place } = found({})
const told = { date, type, title, participants, place, status: 'planned' } as const
const planned = event('2026-03-19-summit', told)

async function toldAndUpdated(next: readonly BundledEvent[]): Promise<void> {
  db = openDatabase(`seed-history-${count++}`)
  await seedGlossary(db, glossary('old', { events: [planned] }))
  await db.transaction('rw', historyTables(db), async () =>
    recordArticleEvents(db, { article: 'a', revision: 'r', publishedAt: '2026-03-20' }, [
      found({}),
    ]),
  )
  expect(await db.events.toArray()).toMatchObject([{ id: planned.id, status: 'occurred' }])
  await seedGlossary(db, glossary('new', { events: [...next] }))
}

it('what an article told has taken place is not planned again', async () => {
  await toldAndUpdated([planned])
  expect(await db.events.toArray()).toMatchObject([{ id: planned.id, status: 'occurred' }])
})

it('an event that the bundled history no longer has is still what the article told', async () => {
  await toldAndUpdated([])
  const { events } = await queryTimeline(db, { entities: [], around: null, limit: 10 })
  expect(events).toMatchObject([{ title, status: 'occurred' }])
})

it('events that the reader joined stay joined', async () => {
  db = openDatabase(`seed-history-${count++}`)
  const other = { ...planned, id: '2026-03-19-other' }
  await seedGlossary(db, glossary('old', { events: [planned, other] }))
  await joinEvents(db, planned.id, other.id)
  const shown = async () =>
    (await queryTimeline(db, { entities: [], around: null, limit: 10 })).total
  expect(await shown()).toBe(1)
  await seedGlossary(db, glossary('new', { events: [planned, other] }))
  expect(await db.claims.where('event').equals(planned.id).count()).toBe(2)
  expect(await shown()).toBe(1)
})
