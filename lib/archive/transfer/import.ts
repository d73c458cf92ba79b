/**
 * Reading an archive's file back in: looked through whole first, then merged in bounded
 * transactions. Each batch writes how far it came, so that an import that was killed or cancelled
 * goes on where it was; what is there is never overwritten.
 */
import * as v from 'valibot'
import type { BunmyakuDatabase } from '../../db/database'
import { toStorageError } from '../../db/failure'
import { compact } from '../search/compact'
import { type Counts, FORMAT, Header, Trailer, type TransferRecord, VERSION } from './format'
import { mergeRecord, mergeTables } from './merge-record'
import { type ParsedLine, parseRecord } from './parse-record'
import { FileRefused, type Line, type ReadLimits, readLines } from './read-lines'
import { emptyReport, ImportReport, refuseLine } from './report'

export interface ImportOptions {
  signal?: AbortSignal
  /** Called after each batch; `phase` tells looking from writing. */
  onProgress?: (progress: {
    phase: 'check' | 'write'
    line: number
    lines: number
    report: ImportReport
  }) => void
  /** Take what is whole of a file that is cut off or damaged, where the reader wants that. */
  salvage?: boolean
  limits?: ReadLimits
}

/** What a file is, before anything of it is written. */
export interface Inspection {
  header: Header
  counts: Counts
  /** Identity of the file's content: the checksum in its last line. */
  sha256: string
  lines: number
  /** Set where the file is not whole, and was to be salvaged. */
  problem: FileRefused | null
}

/** Records in one transaction, and UTF-16 units of their lines. */
const BATCH_RECORDS = 50
const BATCH_UNITS = 4_000_000
/** Searchable texts outside segments after which the import stops to compact. */
const TAIL = 600

/**
 * Looks a file through from end to end: is it ours, whole, of a version we read, undamaged?
 * Writes nothing.
 * @throws FileRefused saying which of these it is not.
 */
export async function inspectArchive(
  file: Blob,
  { signal, onProgress, salvage = false, limits }: ImportOptions = {},
): Promise<Inspection> {
  const reading = { hashed: true, ...(signal && { signal }), ...(limits && { limits }) }
  const counts: Counts = {}
  const found = { header: null as Header | null, sha256: '', lines: 0 }
  let trailer: Trailer | null = null
  try {
    for await (const line of readLines(file, reading)) {
      if (!found.header) {
        found.header = readHeader(line)
        continue
      }
      if (trailer) throw new FileRefused('damaged', `line ${line.number} after the last`)
      trailer = readTrailer(line)
      if (trailer) continue
      const type = /^\{"type":"([a-z]+)"/.exec(line.text)?.[1] ?? 'unknown'
      counts[type as keyof Counts] = (counts[type as keyof Counts] ?? 0) + 1
      found.lines = line.number
      if (line.number % 500 === 0)
        onProgress?.({ phase: 'check', line: line.number, lines: 0, report: emptyReport() })
    }
    if (!found.header) throw new FileRefused('not-ours', 'an empty file')
    if (!trailer) throw new FileRefused('cut-off', `after line ${found.lines}`)
    compareCounts(trailer.counts, counts)
    return {
      header: found.header,
      counts,
      sha256: trailer.sha256,
      lines: found.lines,
      problem: null,
    }
  } catch (error) {
    const mendable = error instanceof FileRefused && /^(cut-off|damaged)$/.test(error.problem)
    if (!mendable || !salvage || !found.header) throw error
    const { header, lines } = found
    return { header, counts, sha256: `cut-${file.size}-${lines}`, lines, problem: error }
  }
}

function readHeader({ text }: Line): Header {
  let value: unknown
  try {
    value = JSON.parse(text.slice(0, 10_000))
  } catch {
    throw new FileRefused('not-ours', 'the first line is no JSON')
  }
  const parsed = v.safeParse(Header, value)
  if (!parsed.success) throw new FileRefused('not-ours', `the first line is no ${FORMAT} header`)
  const { version } = parsed.output
  if (version > VERSION) throw new FileRefused('newer', `version ${version}, we read ${VERSION}`)
  return parsed.output
}

/** The trailer, where this line is one and tells the truth about what stands before it. */
function readTrailer(line: Line): Trailer | null {
  if (!line.text.startsWith('{"type":"end"')) return null
  let value: unknown
  try {
    value = JSON.parse(line.text)
  } catch {
    throw new FileRefused('cut-off', 'in the last line')
  }
  const parsed = v.safeParse(Trailer, value)
  if (!parsed.success) throw new FileRefused('damaged', 'the last line')
  if (parsed.output.sha256 !== line.hashBefore()) throw new FileRefused('damaged', 'its checksum')
  return parsed.output
}

function compareCounts(told: Readonly<Record<string, number>>, found: Counts): void {
  const types = new Set([...Object.keys(told), ...Object.keys(found)])
  for (const type of types)
    if ((told[type] ?? 0) !== (found[type as keyof Counts] ?? 0))
      throw new FileRefused(
        'damaged',
        `${found[type as keyof Counts] ?? 0} of ${told[type]} ${type}`,
      )
}

/** How far the import of a file came; kept until the file is done, `done` written last of all. */
const Progress = v.object({
  line: v.number(),
  done: v.boolean(),
  /** The archive held no article when the import began. */
  fresh: v.boolean(),
  report: ImportReport,
})
const progressKey = (sha256: string) => `import:${sha256}`

/**
 * Imports a file.
 * @returns what was new, same, different and refused, from the very start of the import.
 * @throws FileRefused before anything is written; StorageError or the signal's reason in between,
 * with whole batches written: the same call goes on from there.
 */
export async function importArchive(
  db: BunmyakuDatabase,
  file: Blob,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const { signal, limits } = options
  const inspection = await inspectArchive(file, options)
  const key = progressKey(inspection.sha256)
  const stored = v.safeParse(Progress, (await db.meta.get(key))?.value)
  const before = stored.success && !stored.output.done ? stored.output : null
  const report = before?.report ?? emptyReport()
  const fresh = before?.fresh ?? (await db.articles.count()) === 0
  const writer = new BatchWriter(db, key, fresh, inspection, report, options)
  const seen = new Set<string>()
  const reading = { ...(signal && { signal }), ...(limits && { limits }) }
  try {
    for await (const line of readLines(file, reading)) {
      if (line.number === 1 || line.number > inspection.lines) continue
      const parsed = withoutDoubles(parseRecord(line.text), seen)
      if (line.number <= (before?.line ?? 0)) continue
      await writer.take(line, parsed)
    }
  } catch (error) {
    if (error instanceof FileRefused && inspection.problem) await writer.finish()
    else throw error instanceof FileRefused || signal?.aborted ? error : toStorageError(error)
    return report
  }
  await writer.finish()
  return report
}

function withoutDoubles(parsed: ParsedLine, seen: Set<string>): ParsedLine {
  if (!parsed.ok) return parsed
  const id = identityOf(parsed.record)
  if (seen.has(id)) return { ok: false, problem: 'duplicate-id', detail: id }
  seen.add(id)
  return parsed
}

function identityOf(record: TransferRecord): string {
  switch (record.type) {
    case 'article':
      return `article ${record.article.id}`
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

/** Gathers records and writes them with how far they reach. */
class BatchWriter {
  #records: { line: number; record: TransferRecord }[] = []
  #units = 0
  #line = 0
  #tail = 0

  constructor(
    readonly db: BunmyakuDatabase,
    readonly key: string,
    readonly fresh: boolean,
    readonly inspection: Inspection,
    readonly report: ImportReport,
    readonly options: ImportOptions,
  ) {}

  async take({ number, text }: Line, parsed: ParsedLine): Promise<void> {
    this.#line = number
    if (!parsed.ok) {
      refuseLine(this.report, { line: number, problem: parsed.problem, detail: parsed.detail })
      return
    }
    this.#records.push({ line: number, record: parsed.record })
    this.#units += text.length
    if (this.#records.length >= BATCH_RECORDS || this.#units >= BATCH_UNITS) await this.#write()
  }

  async finish(): Promise<void> {
    await this.#write()
    await compact(this.db, { whole: true })
    const { key, fresh, report } = this
    await this.db.meta.put({ key, value: { line: this.#line, done: true, fresh, report } })
  }

  async #write(): Promise<void> {
    const { db, key, fresh, report, options } = this
    const records = this.#records
    const line = this.#line
    // Counted apart, so that a batch that is rolled back is not in the numbers.
    const counts = { new: 0, same: 0, different: 0 }
    await db.transaction('rw', mergeTables(db), async () => {
      for (const { record } of records) counts[await mergeRecord(db, record, fresh)]++
      const done = addCounts(report, counts)
      await db.meta.put({ key, value: { line, done: false, fresh, report: done } })
    })
    Object.assign(report, addCounts(report, counts))
    this.#records = []
    this.#units = 0
    this.#tail += counts.new
    if (this.#tail >= TAIL) {
      this.#tail = 0
      await compact(db, { ...(options.signal && { signal: options.signal }) })
    }
    options.onProgress?.({ phase: 'write', line, lines: this.inspection.lines, report })
  }
}

const addCounts = (
  report: ImportReport,
  counts: Pick<ImportReport, 'new' | 'same' | 'different'>,
): ImportReport => ({
  ...report,
  new: report.new + counts.new,
  same: report.same + counts.same,
  different: report.different + counts.different,
})
