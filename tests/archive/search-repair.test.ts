import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saveArticle } from '../../lib/archive/save'
import { alone, compact } from '../../lib/archive/search/compact'
import { IndexedSearch } from '../../lib/archive/search/indexed-search'
import { tailSeqs } from '../../lib/archive/search/tail'
import { keepUp, lastRepair } from '../../lib/archive/upkeep'
import type { BunmyakuDatabase } from '../../lib/db/database'
import { extracted, freshDatabase, listEngine } from './example'

const engine = listEngine({})
const save = (db: BunmyakuDatabase, i: number) =>
  saveArticle(
    db,
    engine,
    extracted([`会談その${i}回`], { url: `https://news.example/${i}`, title: `${i}` }),
  )

async function archive(count: number) {
  const db = freshDatabase()
  for (let i = 0; i < count; i++) await save(db, i)
  await compact(db, { whole: true })
  return { db, search: new IndexedSearch(db) }
}

const CLEAN = { missing: 0, stale: 0, leftovers: 0, broken: 0 }
const total = async (db: BunmyakuDatabase) =>
  (await new IndexedSearch(db).query({ text: '会談' })).total

describe('a text longer than a segment', () => {
  it('is found by what stands before the end of what is searched, and never holds the index up', async () => {
    const db = freshDatabase()
    const url = 'https://news.example/long'
    // One sign that unfolds into eighteen: more than two million units of a hundred thousand.
    const text = `会談で始まる。${'ﷺ'.repeat(120_000)}`
    await saveArticle(db, engine, extracted([text], { url, title: '長文' }))
    // Without a limit a text that never leaves the tail would be tried for ever.
    await compact(db, { whole: true, signal: AbortSignal.timeout(15_000) })
    expect(await tailSeqs(db, await db.searchSegments.toArray())).toEqual([])
    expect(await total(db)).toBe(1)
  })
})

describe('the check on start', () => {
  it('finds nothing to do where nothing is wrong', async () => {
    const { search } = await archive(5)
    expect(await search.check()).toEqual(CLEAN)
  })

  it('adds what the index misses and takes out what the archive does not have', async () => {
    const { db, search } = await archive(5)
    const [first, second] = await db.searchTexts.toArray()
    await db.searchTexts.delete(first?.seq ?? 0)
    await db.articles.delete(second?.article ?? '')
    expect(await search.check()).toMatchObject({ missing: 1, stale: 1 })
    expect(await total(db)).toBe(4)
    expect(await search.check()).toEqual(CLEAN)
  })

  it('gives up a segment that lost a shard, and loses no article by it', async () => {
    const { db, search } = await archive(5)
    const [shard] = await db.searchShards.toArray()
    await db.searchShards.delete([shard?.segment ?? '', shard?.shard ?? 0])
    expect(await search.check()).toMatchObject({ broken: 1 })
    expect(await total(db)).toBe(5)
    await compact(db, { whole: true })
    expect(await total(db)).toBe(5)
    expect(await search.check()).toEqual(CLEAN)
  })

  it('puts the texts of a lost segment behind the newest, so that they are compacted again', async () => {
    const { db, search } = await archive(3)
    await save(db, 3)
    await compact(db, { whole: true })
    await save(db, 4)
    const [first] = await db.searchSegments.toArray()
    await db.searchShards
      .where('segment')
      .equals(first?.id ?? '')
      .delete()
    await search.check()
    const tail = await tailSeqs(db, await db.searchSegments.toArray())
    expect(tail).toEqual([...tail].sort((a, b) => a - b))
    const texts = await db.searchTexts.bulkGet(tail)
    expect(texts.every((text) => text?.tail === 1)).toBe(true)
    expect(await total(db)).toBe(5)
    await compact(db, { whole: true })
    expect(await tailSeqs(db, await db.searchSegments.toArray())).toEqual([])
    expect(await total(db)).toBe(5)
    expect(await search.check()).toEqual(CLEAN)
  })

  it('remembers that it had to repair', async () => {
    const { db } = await archive(3)
    await keepUp(db)
    expect(await lastRepair(db)).toBeNull()
    const [first] = await db.searchTexts.toArray()
    await db.searchTexts.delete(first?.seq ?? 0)
    await keepUp(db, new Date(1e12))
    expect(await lastRepair(db)).toEqual({ at: new Date(1e12).toISOString(), articles: 1 })
    expect(await total(db)).toBe(3)
  })

  it('leaves a segment alone that another page is just writing', async () => {
    const { db, search } = await archive(3)
    await db.searchShards.add({ segment: 'half', shard: 0, bytes: new Uint8Array(4) })
    let checked = false
    let check: Promise<unknown> = Promise.resolve()
    const there = await alone(db, async () => {
      check = search.check().finally(() => {
        checked = true
      })
      for (let turn = 0; turn < 50; turn++) await db.searchShards.count()
      return db.searchShards.get(['half', 0])
    })
    expect([checked, there !== undefined]).toEqual([false, true])
    expect(await check).toMatchObject({ leftovers: 1 })
  })

  it('removes the shards of a segment that was never finished', async () => {
    const { db, search } = await archive(3)
    await db.searchShards.bulkAdd(
      [0, 1].map((shard) => ({ segment: 'half', shard, bytes: new Uint8Array(4) })),
    )
    expect(await search.check()).toMatchObject({ leftovers: 2 })
    expect(await search.check()).toEqual(CLEAN)
  })
})

/** Stops the database at its n-th write, as a killed process does: that transaction never was. */
function stopAtWrite(db: BunmyakuDatabase, n: number): () => void {
  let writes = 0
  const stop = () => {
    if (++writes > n) throw new Error('killed')
  }
  for (const table of db.tables) {
    table.hook('creating', stop)
    table.hook('updating', stop)
    table.hook('deleting', stop)
  }
  return () => {
    for (const table of db.tables) {
      table.hook('creating').unsubscribe(stop)
      table.hook('updating').unsubscribe(stop)
      table.hook('deleting').unsubscribe(stop)
    }
  }
}

describe('a kill at any write', () => {
  it('leaves a save whole or absent', async () => {
    for (let n = 0; n < 8; n++) {
      const { db, search } = await archive(2)
      const alive = stopAtWrite(db, n)
      const result = await save(db, 7)
      alive()
      const counts = await Promise.all(
        [db.articles, db.revisions, db.searchTexts].map((t) => t.count()),
      )
      expect(counts).toEqual(result.result === 'saved' ? [3, 3, 3] : [2, 2, 2])
      expect(await search.check()).toEqual(CLEAN)
    }
  })

  it('leaves the index whole while it is compacted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(60), fc.integer({ min: 4, max: 9 }), async (n, count) => {
        const db = freshDatabase()
        const one = async (i: number) => {
          await save(db, i)
          await compact(db, { whole: true })
        }
        for (let i = 0; i < count; i++) await one(i)
        const alive = stopAtWrite(db, n)
        await save(db, 99)
        await compact(db, { whole: true }).catch(() => {})
        alive()
        const kept = await db.articles.count()
        expect(await total(db)).toBe(kept)
        await new IndexedSearch(db).check()
        expect(await total(db)).toBe(kept)
        expect(await new IndexedSearch(db).check()).toEqual(CLEAN)
        await db.delete()
      }),
      { numRuns: 40 },
    )
  })
})
