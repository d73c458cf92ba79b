/** The whole archive as one stream: read in batches, compressed as it goes, never held. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { BunmyakuDatabase } from '../../db/database'
import {
  type Counts,
  FORMAT,
  type Header,
  type Trailer,
  type TransferRecord,
  VERSION,
} from './format'
import { LIMITS, type Limits } from './limits'
import { problemOf } from './parse-record'
import { linesOf } from './parts'
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
  limits?: Limits
}

/** Something of the archive could be written, but not read again: no file is finished. */
export class ExportRefused extends Error {
  override name = 'ExportRefused'
  /** @param what the article by its title, or the record by its type */
  constructor(
    readonly what: string,
    readonly detail: string,
  ) {
    super(`${what}: ${detail}`)
  }
}

/** Bytes that are gathered before they go on: small writes cost more than they weigh. */
const CHUNK = 256 * 1024

/**
 * Streams the archive. Cancelling the stream, or aborting the signal, stops the reading; the
 * archive is not changed by any of it. The stream fails with `ExportRefused` where our own import
 * would refuse what it is to write.
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
  const { images = false, signal, onProgress, now = new Date(), limits = LIMITS } = options
  const encoder = new TextEncoder()
  const hash = sha256.create()
  const counts: Counts = new Map()
  const total = await db.articles.count()
  const header: Header = {
    format: FORMAT,
    version: VERSION,
    createdAt: now.toISOString(),
    app: options.app,
    images,
  }
  let [gathered, written] = [`${JSON.stringify(header)}\n`, 0]
  const take = () => {
    const bytes = encoder.encode(gathered)
    gathered = ''
    written += bytes.length
    if (written > limits.total)
      throw new ExportRefused('archive', `more than ${limits.total} bytes`)
    hash.update(bytes)
    onProgress?.({ articles: counts.get('article') ?? 0, total })
    return bytes
  }
  for await (const record of archiveRecords(db, { images, ...(signal && { signal }) })) {
    for (const line of linesOf(record, jsonOf(record, limits))) {
      gathered += `${line}\n`
      if (gathered.length >= CHUNK) yield take()
    }
    counts.set(record.type, (counts.get(record.type) ?? 0) + 1)
  }
  yield take()
  const sum = bytesToHex(hash.digest())
  const trailer: Trailer = { type: 'end', counts: Object.fromEntries(counts), sha256: sum }
  yield encoder.encode(`${JSON.stringify(trailer)}\n`)
}

/** @throws ExportRefused where our own import would not take it. */
function jsonOf(record: TransferRecord, limits: Limits): string {
  const problem = problemOf(record)
  if (problem) throw new ExportRefused(nameOf(record), `${problem.problem} ${problem.detail}`)
  const json = JSON.stringify(record)
  if (json.length > limits.record)
    throw new ExportRefused(nameOf(record), `more than ${limits.record} characters`)
  return json
}

const nameOf = (record: TransferRecord): string =>
  'revision' in record ? record.revision.title : record.type
