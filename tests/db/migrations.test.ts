/**
 * A database of every released version is opened by the present one and loses nothing.
 *
 * `fixtures/v<version>.json` holds rows as that version wrote them; it is made once, at the release
 * of the next version, and never edited.
 */
import 'fake-indexeddb/auto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'
import { IndexedSearch } from '../../lib/archive/search/indexed-search'
import { openDatabase } from '../../lib/db/database'
import { VERSIONS } from '../../lib/db/versions'

interface Fixture {
  version: number
  /** What the rows amount to, whatever the version. */
  expected: { articles: number; revisions: number; search: Record<string, number> }
  tables: Record<string, Record<string, unknown>[]>
}

const folder = join(import.meta.dirname, 'fixtures')
const fixtures = readdirSync(folder).map(
  (file): Fixture => JSON.parse(readFileSync(join(folder, file), 'utf8')),
)

/** Writes the rows into a database that has only the tables of its version. */
async function install({ version, tables }: Fixture): Promise<string> {
  const old = new Dexie(`migrate-${version}`)
  for (const released of VERSIONS) {
    if (released.version <= version) old.version(released.version).stores({ ...released.stores })
  }
  for (const [table, rows] of Object.entries(tables)) await old.table(table).bulkAdd(rows)
  old.close()
  return old.name
}

describe('versions of the database', () => {
  it('rise, and each has a fixture', () => {
    const versions = VERSIONS.map(({ version }) => version)
    expect(versions).toEqual([...versions].sort((a, b) => a - b))
    expect(fixtures.map(({ version }) => version).sort((a, b) => a - b)).toEqual(versions)
  })

  it.each(fixtures)('a database of version $version is opened whole', async (fixture) => {
    const db = openDatabase(await install(fixture))
    await db.ready()
    const search = new IndexedSearch(db)
    await search.check()
    expect(await db.articles.count()).toBe(fixture.expected.articles)
    expect(await db.revisions.count()).toBe(fixture.expected.revisions)
    for (const [text, total] of Object.entries(fixture.expected.search)) {
      expect((await search.query({ text })).total).toBe(total)
    }
  })
})
