/** What saved articles alone tell, as far as it belongs to an article. */
import type { EventLine } from '../card'
import type { BunmyakuDatabase } from '../db/database'
import type { EventRow } from '../db/rows'
import { ARCHIVE } from '../events/history'
import { linesOf, liveRows, type Publications } from '../events/timeline'

/** An entity with more events than this tells nothing of one article, and costs a reader's second. */
const COMMON = 1_500
/** So many of the most telling entities are asked for. */
const ENTITIES = 8
const MOST = 20

/**
 * Events of the archive that share two telling entities with the article, oldest first, at most
 * {@link MOST}; those that the article alone tells are left out, as are those of binned articles.
 * @param telling weight by entity id
 * @param own the article's id where it is saved
 */
export async function savedEventsOf(
  db: BunmyakuDatabase,
  telling: ReadonlyMap<string, number>,
  own: string | null,
  publications: Publications,
): Promise<EventLine[]> {
  const asked = [...telling].sort(([, a], [, b]) => b - a).slice(0, ENTITIES)
  const found = await db.transaction('r', db.events, () =>
    Promise.all(
      asked.map(async ([id]) => {
        const events = db.events.where('entities').equals(id)
        return (await events.count()) > COMMON ? [] : events.toArray()
      }),
    ),
  )
  const weighed = [...new Map(found.flat().map((row) => [row.id, row])).values()]
    .filter(({ pack }) => pack === ARCHIVE)
    .map((row) => ({ row, shared: row.entities.flatMap((id) => telling.get(id) ?? []) }))
    .filter(({ shared }) => shared.length >= 2)
    .sort((a, b) => sum(b.shared) - sum(a.shared))
  const rows = await liveRows(
    db,
    weighed.slice(0, MOST * 2).map(({ row }) => row),
  )
  const lines = await linesOf(db, rows, publications)
  const others = lines.filter(({ sources }) => sources.some(({ article }) => article !== own))
  const order = new Map(rows.map((row: EventRow) => [row.id, row.sort]))
  const sortOf = ({ id }: EventLine) => order.get(id) ?? ''
  return others.slice(0, MOST).sort((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1))
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
