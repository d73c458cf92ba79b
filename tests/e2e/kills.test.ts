/** A sample of `npm run prove -- kills`: a browser killed in the middle of its work loses nothing. */
import { describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/browsers.mjs'
import { proveKills } from '../../scripts/prove/kills'
import { FAMILIES } from './families'

const ARTICLES = 30
const SAMPLE = { saves: 8, imports: 1, indexes: 1, migrations: 1, merges: 1, bins: 1 }

describe.each(FAMILIES)('%s, killed', (family) => {
  it.skipIf(!findBrowser(family))(
    'in the middle of saves, imports, merges, re-indexing, a migration and the bin, with a note being typed, keeps all it acknowledged',
    // Chromium itself aborts a transaction that a starved machine keeps waiting for a minute.
    { timeout: 600_000, retry: 1 },
    async () => {
      const results = await proveKills(family, SAMPLE, undefined, undefined, ARTICLES)
      expect(Object.values(results).flatMap(({ problems }) => problems)).toEqual([])
      expect(results.saves?.kills).toBeGreaterThan(0)
      expect(results.saves?.acknowledged).toBeGreaterThan(0)
    },
  )
})
