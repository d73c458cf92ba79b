/** Reads the archive record by record, a small batch at a time. */
import type { Table } from 'dexie'
import type { BunmyakuDatabase } from '../../db/database'
import type { ArticleRow } from '../../db/rows'
import { binnedClaims } from '../delete'
import { toBase64 } from './base64'
import type { ArticleRecord, TransferRecord } from './format'

/** Articles in one read. */
const BATCH = 25

export interface RecordOptions {
  images: boolean
  signal?: AbortSignal
}

/** Every record of the archive, in the order in which an import needs them. */
export async function* archiveRecords(
  db: BunmyakuDatabase,
  { images, signal }: RecordOptions,
): AsyncGenerator<TransferRecord> {
  yield* packRecords(db)
  for await (const events of batches(db.events, 500)) {
    for (const { pack, ...event } of events) if (pack === 'archive') yield { type: 'event', event }
  }
  for (const join of await db.joins.toArray()) yield { type: 'join', join }
  for (const correction of await db.corrections.toArray()) yield { type: 'correction', correction }
  for (const follow of await db.follows.toArray()) yield { type: 'follow', follow }
  if (images) yield* imageRecords(db, signal)
  for await (const articles of batches(db.articles, BATCH)) {
    signal?.throwIfAborted()
    yield* await articleRecords(db, articles)
  }
}

/** Packs that the extension does not bring itself, with what is in them. */
async function* packRecords(db: BunmyakuDatabase): AsyncGenerator<TransferRecord> {
  for (const { origin, ...pack } of await db.packs.toArray()) {
    if (origin === 'bundled') continue
    yield { type: 'pack', origin, ...pack }
    for (const entity of await db.entities.where('pack').equals(pack.id).toArray())
      yield { type: 'entity', entity }
    for (const tenure of await db.tenures.where('pack').equals(pack.id).toArray())
      yield { type: 'tenure', tenure }
  }
}

async function* imageRecords(
  db: BunmyakuDatabase,
  signal?: AbortSignal,
): AsyncGenerator<TransferRecord> {
  for await (const images of batches(db.images, 4)) {
    signal?.throwIfAborted()
    for (const { hash, type: mime, bytes, width, height } of images)
      yield { type: 'image', hash, mime, data: toBase64(bytes), width, height }
  }
}

/** The rows of a table by rising key, `size` at a time: what is held does not grow with the table. */
export async function* batches<T, K, I>(table: Table<T, K, I>, size: number): AsyncGenerator<T[]> {
  const { keyPath } = table.schema.primKey
  let last: unknown
  for (;;) {
    const from =
      last === undefined ? table.toCollection() : table.where(':id').above(last as string)
    const rows = await from.limit(size).toArray()
    if (rows.length > 0) yield rows
    if (rows.length < size) return
    last = (rows.at(-1) as Record<string, unknown>)[String(keyPath)]
  }
}

/** Articles with all that belongs to them, as they stand together at one moment. */
export const articleRecords = (
  db: BunmyakuDatabase,
  rows: readonly ArticleRow[],
): Promise<ArticleRecord[]> =>
  db.transaction('r', db.articles, db.revisions, db.highlights, db.claims, db.meta, async () => {
    const ids = rows.map(({ id }) => id)
    const [articles, revisions, highlights, claims] = await Promise.all([
      db.articles.bulkGet(ids),
      db.revisions.where('article').anyOf(ids).toArray(),
      db.highlights.where('article').anyOf(ids).toArray(),
      db.claims.where('article').anyOf(ids).toArray(),
    ])
    for (const row of articles)
      if (row && row.deletedAt !== null) claims.push(...(await binnedClaims(db, row.id)))
    return articles.flatMap((row): ArticleRecord[] => {
      if (!row) return []
      const { noted: _, ...article } = row
      const of = <R extends { article?: string }>(list: readonly R[]) =>
        list.filter((one) => one.article === row.id)
      const own = {
        revisions: of(revisions).sort((a, b) => a.savedAt.localeCompare(b.savedAt)),
        highlights: of(highlights),
        claims: of(claims).map(({ article: _of, ...claim }) => claim),
      }
      return [{ type: 'article', article, ...own }]
    })
  })
