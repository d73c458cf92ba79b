import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeBackupState, isBackupDue, readBackupState } from '../../lib/archive/transfer/backup'

const now = new Date('2026-03-19T09:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()

describe('a scheduled backup', () => {
  it('is never due where the reader has not switched it on, or there is nothing to keep', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), (days) => {
        expect(isBackupDue(0, daysAgo(days), 10, now)).toBe(false)
        expect(isBackupDue(7, daysAgo(days), 0, now)).toBe(false)
      }),
    )
  })

  it('is due at once where there was none, and so many days after the last otherwise', () => {
    expect(isBackupDue(7, null, 1, now)).toBe(true)
    expect(isBackupDue(7, daysAgo(6.9), 1, now)).toBe(false)
    expect(isBackupDue(7, daysAgo(7), 1, now)).toBe(true)
  })

  it('is due where the last seems to be in the future or its time cannot be read', () => {
    expect(isBackupDue(7, daysAgo(-400), 1, now)).toBe(true)
    expect(isBackupDue(7, 'yesterday', 1, now)).toBe(true)
  })
})

describe('what is known of backups', () => {
  const storage = (stored: unknown) => {
    const items: Record<string, unknown> = { backup: stored }
    return {
      get: async (key: string) => ({ [key]: items[key] }),
      set: async (change: Record<string, unknown>) => void Object.assign(items, change),
    }
  }

  it('is nothing where the row is broken, and changes piece by piece', async () => {
    const broken = storage({ last: 7, failed: { at: '2026-03-19', reason: 'full' } })
    expect(await readBackupState(broken)).toEqual({
      pending: null,
      last: null,
      failed: { at: '2026-03-19', reason: 'full' },
    })
    const last = { at: '2026-03-20', name: 'a.ndjson.gz' }
    await changeBackupState(broken, { failed: null, last })
    expect(await readBackupState(broken)).toEqual({ pending: null, failed: null, last })
    expect(await readBackupState(storage('text'))).toEqual({
      pending: null,
      last: null,
      failed: null,
    })
  })
})
