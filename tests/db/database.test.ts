import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../lib/db/database'
import { StorageError, toFailure, toStorageError } from '../../lib/db/failure'
import { acceptLoss, checkSentinel, recordArchive, type TwinStorage } from '../../lib/db/sentinel'

let count = 0
const fresh = () => openDatabase(`db-${++count}`)

function storage(): TwinStorage & { items: Record<string, unknown> } {
  const items: Record<string, unknown> = {}
  return {
    items,
    get: async (key) => ({ [key]: structuredClone(items[key]) }),
    set: async (more) => void Object.assign(items, structuredClone(more)),
  }
}

describe('opening the database', () => {
  it('tells when it is ready', async () => {
    const db = fresh()
    const states: string[] = []
    db.watch(({ state }) => states.push(state))
    expect(db.state.state).toBe('init')
    await db.ready()
    expect(states).toEqual(['ok'])
  })

  it('says that a newer version wrote it', async () => {
    const name = `db-${++count}`
    const newer = new Dexie(name)
    newer.version(1000).stores({ meta: 'key' })
    await newer.open()
    newer.close()
    const db = openDatabase(name)
    await expect(db.ready()).rejects.toMatchObject({ problem: 'newer' })
    expect(db.state.state).toBe('unavailable')
    await expect(db.articles.count()).rejects.toThrow()
  })

  it('lets go of the database when a newer copy of the extension waits for it', async () => {
    const db = fresh()
    await db.ready()
    const newer = new Dexie(db.name)
    newer.version(1000).stores({ meta: 'key' })
    await newer.open()
    expect(db.state).toMatchObject({ state: 'unavailable', error: { problem: 'closed' } })
    newer.close()
  })
})

describe('what storage refuses has a name', () => {
  const named = (name: string) => Object.assign(new Error('x'), { name })

  it.each([
    [new DOMException('no', 'QuotaExceededError'), 'full', 'storage-full'],
    [
      Object.assign(named('AbortError'), { inner: named('QuotaExceededError') }),
      'full',
      'storage-full',
    ],
    [named('NS_ERROR_FILE_NO_DEVICE_SPACE'), 'full', 'storage-full'],
    [named('SecurityError'), 'refused', 'storage-refused'],
    [named('VersionError'), 'newer', 'storage-refused'],
    [new TypeError('bug'), 'failed', 'failed'],
    ['text', 'failed', 'failed'],
  ])('%s', (error, problem, code) => {
    expect(toStorageError(error).problem).toBe(problem)
    expect(toFailure(error).code).toBe(code)
  })

  it('keeps the name it has', () => {
    const error = new StorageError('full', 'disk')
    expect(toStorageError(error)).toBe(error)
  })
})

describe('the sentinel', () => {
  it('says first run, then kept', async () => {
    const [db, twin] = [fresh(), storage()]
    expect(await checkSentinel(db, twin)).toEqual({ finding: 'first-run' })
    expect(await checkSentinel(db, twin)).toEqual({ finding: 'kept' })
  })

  it('tells what was lost when the browser threw the database away, until the reader was told', async () => {
    const [db, twin] = [fresh(), storage()]
    await checkSentinel(db, twin)
    await recordArchive(twin, { articles: 41 })
    await recordArchive(twin, { articles: 42, backupAt: '2026-03-01T00:00:00Z' })
    await db.delete()
    const next = openDatabase(db.name)
    for (const _ of [1, 2]) {
      expect(await checkSentinel(next, twin)).toMatchObject({
        finding: 'lost',
        lost: { articles: 42, backupAt: '2026-03-01T00:00:00Z' },
      })
    }
    await acceptLoss(next, twin)
    expect(await checkSentinel(next, twin)).toEqual({ finding: 'kept' })
  })

  it('mends a twin that was never written or is broken', async () => {
    const [db, twin] = [fresh(), storage()]
    await checkSentinel(db, twin)
    twin.items.sentinel = { id: 5 }
    expect(await checkSentinel(db, twin)).toEqual({ finding: 'kept' })
    expect(await checkSentinel(db, twin)).toEqual({ finding: 'kept' })
  })
})
