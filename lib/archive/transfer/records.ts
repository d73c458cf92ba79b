/** Reads the archive record by record: what is held grows with no table and no number of revisions. */
import type { Table } from 'dexie'
import type { BunmyakuDatabase } from '../../db/database'
import type { ArticleRow, HighlightRow, RevisionRow } from '../../db/rows'
import type { Claim } from '../../events/schema'
import { binnedClaims } from '../delete'
import { toBase64 } from './base64'
import type { ArticleRecord, TransferRecord } from './format'

/** Rows in one read. */
const BATCH = 500
const PICTURES = 4

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
  for await (const events of batches(db.events, BATCH)) {
    for (const { pack, ...event } of events) if (pack === 'archive') yield { type: 'event', event }
  }
  for await (const joins of batches(db.joins, BATCH))
    for (const join of joins) yield { type: 'join', join }
  for await (const corrections of batches(db.corrections, BATCH))
    for (const correction of corrections) yield { type: 'correction', correction }
  for await (const follows of batches(db.follows, BATCH))
    for (const follow of follows) yield { type: 'follow', follow }
  if (images) yield* imageRecords(db, signal)
  for await (const articles of batches(db.articles, BATCH))
    for (const { id } of articles) {
      signal?.throwIfAborted()
      yield* articleRecords(db, id)
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
  for await (const images of batches(db.images, PICTURES)) {
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

/** An article with what belongs to it, as it stood at one moment; the earlier texts only by name. */
export interface WholeArticle {
  article: ArticleRow
  latest: RevisionRow
  /** Oldest first is not promised. */
  earlier: string[]
  highlights: HighlightRow[]
  claims: Claim[]
}

/** null where there is no such article, or it has no text at all. */
export const wholeArticle = (db: BunmyakuDatabase, id: string): Promise<WholeArticle | null> =>
  db.transaction('r', db.articles, db.revisions, db.highlights, db.claims, db.meta, async () => {
    const article = await db.articles.get(id)
    const revisions = await db.revisions.where('article').equals(id).primaryKeys()
    // As the reader's page does it, where an article names a text that is not there.
    const shown = article && revisions.includes(article.revision) ? article.revision : revisions[0]
    const latest = shown === undefined ? undefined : await db.revisions.get(shown)
    if (!article || !latest) return null
    const highlights = await db.highlights.where('article').equals(id).toArray()
    const claims =
      article.deletedAt === null
        ? await db.claims.where('article').equals(id).toArray()
        : await binnedClaims(db, id)
    return {
      article: { ...article, revision: latest.id },
      latest,
      earlier: revisions.filter((one) => one !== latest.id),
      highlights,
      claims: claims.map(({ article: _, ...claim }) => claim),
    }
  })

/** The records of an article: with its latest text first, for that makes it one. */
async function* articleRecords(db: BunmyakuDatabase, id: string): AsyncGenerator<TransferRecord> {
  const whole = await wholeArticle(db, id)
  if (!whole) return
  yield articleRecord(whole)
  for (const one of whole.earlier) {
    // Gone where the article was deleted for good meanwhile: what is in the file stands as it is.
    const revision = await db.revisions.get(one)
    if (revision) yield { type: 'revision', revision }
  }
  for (const highlight of whole.highlights) yield { type: 'highlight', highlight }
}

function articleRecord({ article: row, latest: revision, claims }: WholeArticle): ArticleRecord {
  const { noted: _, ...article } = row
  // An empty day of deletion came in with files before they were looked at: in no list and in no bin.
  const deletedAt = row.deletedAt || null
  return { type: 'article', article: { ...article, deletedAt }, revision, claims }
}
