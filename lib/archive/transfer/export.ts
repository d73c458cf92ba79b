/** The whole archive as one stream: read in batches, compressed as it goes, never held. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { BunmyakuDatabase } from '../../db/database'
import { type Counts, FORMAT, type Header, type Trailer, VERSION } from './format'
import { archiveRecords } from './records'
import { streamOf } from './stream'

export interface ExportOptions {
  /** Version of the extension, for the header. */
  app: string
  /** Put the kept pictures in as well. */
  images?: boolean
  /** gzip (default), or plain lines. */
  compress?: boolean
  signal?: AbortSignal
  /** Called now and then with the articles written so far. */
  onProgress?: (progress: { articles: number; total: number }) => void
  now?: Date
}

/** Bytes that are gathered before they go on: small writes cost more than they weigh. */
const CHUNK = 256 * 1024

/**
 * Streams the archive. Cancelling the stream, or aborting the signal, stops the reading; the
 * archive is not changed by any of it.
 */
export function exportArchive(
  db: BunmyakuDatabase,
  options: ExportOptions,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const plain = streamOf(encoded(db, options))
  return options.compress === false ? plain : plain.pipeThrough(new CompressionStream('gzip'))
}

async function* encoded(
  db: BunmyakuDatabase,
  options: ExportOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { images = false, signal, onProgress, now = new Date() } = options
  const encoder = new TextEncoder()
  const hash = sha256.create()
  const counts: Counts = {}
  const total = await db.articles.count()
  const header: Header = {
    format: FORMAT,
    version: VERSION,
    createdAt: now.toISOString(),
    app: options.app,
    images,
  }
  let gathered = `${JSON.stringify(header)}\n`
  const take = () => {
    const bytes = encoder.encode(gathered)
    gathered = ''
    hash.update(bytes)
    onProgress?.({ articles: counts.article ?? 0, total })
    return bytes
  }
  for await (const record of archiveRecords(db, { images, ...(signal && { signal }) })) {
    gathered += `${JSON.stringify(record)}\n`
    counts[record.type] = (counts[record.type] ?? 0) + 1
    if (gathered.length >= CHUNK) yield take()
  }
  yield take()
  const trailer: Trailer = { type: 'end', counts, sha256: bytesToHex(hash.digest()) }
  yield encoder.encode(`${JSON.stringify(trailer)}\n`)
}
