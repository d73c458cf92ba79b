/** The records of an archive's file, one after another: parsed, in their place, none of them twice. */
import type { TransferRecord } from './format'
import type { Limits } from './limits'
import { type ParsedRecord, parseRecord } from './parse-record'
import { type Gathered, Gatherer } from './parts'
import { readLines } from './read-lines'

export interface ReadRecord {
  /** The last of its lines, counted from 1. */
  line: number
  /** UTF-16 units of its JSON. */
  units: number
  parsed: ParsedRecord
}

export interface RecordsOptions {
  /** Version of the file. */
  version: number
  /** Lines after this one are none of its records. */
  lines: number
  signal?: AbortSignal
  limits?: Limits
}

/** @throws FileRefused as `readLines` does. */
export async function* readRecords(
  file: Blob,
  { version, lines, ...reading }: RecordsOptions,
): AsyncGenerator<ReadRecord> {
  const gatherer = new Gatherer(reading.limits?.record)
  const order = new Order()
  const read = (gathered: Gathered, line: number): ReadRecord => {
    if ('problem' in gathered) return { line, units: 0, parsed: { ok: false, ...gathered } }
    const parsed = order.look(parseRecord(gathered.json, version))
    return { line, units: gathered.json.length, parsed }
  }
  let last = 0
  for await (const { text, number } of readLines(file, reading)) {
    if (number === 1 || number > lines) continue
    last = number
    for (const gathered of gatherer.take(text)) yield read(gathered, number)
  }
  for (const gathered of gatherer.broken()) yield read(gathered, last)
}

/** Which records were there already, and whose the next may be. */
class Order {
  readonly #seen = new Set<string>()
  #article: string | null = null

  look(parsed: ParsedRecord): ParsedRecord {
    const [record] = parsed.ok ? parsed.records : []
    if (!record) return parsed
    const id = identityOf(record)
    if (this.#seen.has(id)) return { ok: false, problem: 'duplicate-id', detail: id }
    if (record.type === 'article') this.#article = record.article.id
    const owner = ownerOf(record)
    if (owner !== null && owner !== this.#article)
      return { ok: false, problem: 'inconsistent', detail: `${id} without its article` }
    this.#seen.add(id)
    return parsed
  }
}

/** The article that a record needs before it. */
function ownerOf(record: TransferRecord): string | null {
  if (record.type === 'revision') return record.revision.article
  return record.type === 'highlight' ? record.highlight.article : null
}

function identityOf(record: TransferRecord): string {
  switch (record.type) {
    case 'article':
      return `article ${record.article.id}`
    case 'revision':
      return `revision ${record.revision.id}`
    case 'highlight':
      return `highlight ${record.highlight.id}`
    case 'entity':
      return `entity ${record.entity.id}`
    case 'tenure':
      return `tenure ${record.tenure.office} ${record.tenure.person} ${record.tenure.from}`
    case 'event':
      return `event ${record.event.id}`
    case 'join':
      return `join ${record.join.id}`
    case 'correction':
      return `correction ${record.correction.id}`
    case 'follow':
      return `follow ${record.follow.id}`
    case 'image':
      return `image ${record.hash}`
    case 'pack':
      return `pack ${record.id}`
  }
}
