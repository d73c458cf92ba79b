import 'fake-indexeddb/auto'
import type { DBCore } from 'dexie'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { type BunmyakuDatabase, openDatabase } from '../../lib/db/database'
import type { GlossaryData } from '../../lib/glossary/data'
import { BUNDLED, isSeeded, SEED_VERSION, seedGlossary } from '../../lib/glossary/seed'
import { entity, event, glossary, tenure } from './sample'

const open: BunmyakuDatabase[] = []
let count = 0
const database = (): BunmyakuDatabase => {
  const db = openDatabase(`seed-${count++}`)
  open.push(db)
  return db
}
afterEach(async () => {
  for (const db of open.splice(0)) await db.delete()
})

/** More rows than one transaction takes, so that a kill can fall between two of them. */
const version = (name: string, from: number, to: number): GlossaryData => {
  const numbers = Array.from({ length: to - from }, (_, index) => from + index)
  return glossary(name, {
    entities: numbers.map((n) => entity(`concept.n${n}`, { english: name })),
    tenures: numbers.slice(0, 40).map((n) => tenure('office.a', `person.p${n}`, '2001', '2002')),
    events: numbers
      .slice(0, 500)
      .map((n) => event(`e${n}`, { title: name, participants: [`concept.n${n}`] })),
  })
}
const OLD = version('old', 0, 850)
const NEW = version('new', 100, 950)

const bundledRows = async (db: BunmyakuDatabase) => ({
  entities: await db.entities.where('pack').equals(BUNDLED).toArray(),
  tenures: await db.tenures.where('pack').equals(BUNDLED).toArray(),
  events: await db.events.where('pack').equals(BUNDLED).toArray(),
  claims: (await db.claims.toArray()).filter((row) => row.source.from === 'bundled'),
  pack: await db.packs.get(BUNDLED),
  version: (await db.meta.get(SEED_VERSION))?.value,
})

/** Makes every write after the first `writes` fail, as if the worker had been killed there. */
function killAfter(db: BunmyakuDatabase, writes: number): () => void {
  let left = writes
  const middleware = {
    stack: 'dbcore' as const,
    name: 'kill',
    create: (down: DBCore): DBCore => ({
      ...down,
      table: (name) => {
        const table = down.table(name)
        return {
          ...table,
          mutate: (request) =>
            left-- > 0 ? table.mutate(request) : Promise.reject(new Error('killed')),
        }
      },
    }),
  }
  db.use(middleware)
  return () => db.unuse(middleware)
}

const addOwnRows = async (db: BunmyakuDatabase) => {
  await db.entities.put({ ...entity('concept.mine'), pack: 'own' })
  // The reader's own words for something that the bundled glossary knows too.
  await db.entities.put({ ...entity('concept.n120', { gloss: '自分で書いた説明。' }), pack: 'own' })
  await db.claims.put({
    id: 'c1',
    event: 'e100',
    source: { from: 'article', article: 'a1', revision: 'r1' },
    date: '2026-02-20',
    status: 'occurred',
    type: 'meeting',
    title: '保存した記事から',
    participants: [],
    place: null,
    figures: [],
    evidence: [],
    article: 'a1',
  })
}
const ownRows = async (db: BunmyakuDatabase) => ({
  entities: await db.entities.where('pack').equals('own').toArray(),
  claims: await db.claims.where('article').equals('a1').toArray(),
})

describe('seeding the bundled glossary', () => {
  it('writes every row and then the version, and the second time nothing', async () => {
    const db = database()
    const progress: number[] = []
    expect(await seedGlossary(db, OLD, (written) => progress.push(written))).toBe(true)
    expect(await db.entities.count()).toBe(850)
    expect(await db.claims.count()).toBe(500)
    expect(await isSeeded(db, 'old')).toBe(true)
    expect(progress.at(-1)).toBe(850 + 40 + 500 + 500)
    expect(await seedGlossary(db, OLD)).toBe(false)
  })

  it('gives events what the timeline is queried by', async () => {
    const db = database()
    const told = event('one', {
      date: '2026-02-13/2026-02-15',
      participants: ['person.a'],
      place: 'place.de',
      topics: ['event.msc', 'person.a'],
    })
    await seedGlossary(db, glossary('v', { events: [told] }))
    expect(
      await db.events.where('sort').between('2026-02-13', '2026-02-14').toArray(),
    ).toMatchObject([{ id: 'one', entities: ['person.a', 'event.msc', 'place.de'] }])
    expect(await db.claims.where('event').equals('one').toArray()).toMatchObject([
      { source: { from: 'bundled', publication: 'nhk', title: '記事one' }, date: told.date },
    ])
  })

  it('a newer version takes out what it lacks and leaves the reader’s own rows', async () => {
    const db = database()
    await seedGlossary(db, OLD)
    await addOwnRows(db)
    const own = await ownRows(db)
    await seedGlossary(db, NEW)
    expect(await ownRows(db)).toEqual(own)
    expect(await db.entities.get('concept.n0')).toBeUndefined()
    expect((await db.entities.get('concept.n500'))?.english).toBe('new')
    expect(await isSeeded(db, 'old')).toBe(false)
  })

  it('a pack that the reader switched off stays off', async () => {
    const db = database()
    await seedGlossary(db, OLD)
    await db.packs.update(BUNDLED, { enabled: false })
    await seedGlossary(db, NEW)
    expect(await db.packs.get(BUNDLED)).toMatchObject({ enabled: false, version: 'new' })
  })

  it('killed at any write, it is not taken for whole, and the next start completes it', async () => {
    const clean = database()
    await addOwnRows(clean)
    await seedGlossary(clean, NEW)
    const expected = await bundledRows(clean)

    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (kills, upgrade) => {
          const db = database()
          if (upgrade) await seedGlossary(db, OLD)
          await addOwnRows(db)
          const own = await ownRows(db)
          for (const writes of kills) {
            const revive = killAfter(db, writes)
            const whole = await seedGlossary(db, NEW).catch(() => null)
            revive()
            if (whole === null) expect(await isSeeded(db, 'new')).toBe(false)
            if (upgrade && writes > 0) expect(await isSeeded(db, 'old')).toBe(false)
          }
          await seedGlossary(db, NEW)
          expect(await bundledRows(db)).toEqual(expected)
          expect(await ownRows(db)).toEqual(own)
          await db.delete()
        },
      ),
      { numRuns: 25 },
    )
  }, 60_000)
})
