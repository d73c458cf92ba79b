/** All that the reader put into an archive, to compare two with: search and marks of progress are made anew. */
import type { BunmyakuDatabase } from '../../lib/db/database'

/** JSON with the keys of every object in order; what is absent and what is undefined are one. */
const sorted = (row: object): string =>
  JSON.stringify(row, (_, value: unknown) =>
    value instanceof Object && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)))
      : value,
  )

export async function contents(db: BunmyakuDatabase): Promise<string[][]> {
  const tables = [
    db.events,
    db.claims,
    db.joins,
    db.articles,
    db.revisions,
    db.highlights,
    db.corrections,
    db.follows,
    db.images,
  ]
  const binned = await db.meta.where('key').startsWith('bin:').toArray()
  const rows = await Promise.all(tables.map((table) => table.toArray()))
  return [...rows, binned].map((list) => list.map((row) => sorted(row)).sort())
}
