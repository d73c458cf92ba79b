/**
 * Reading an archive's file back in: looked through whole first, then merged in bounded
 * transactions. Each batch writes how far it came, so that an import that was killed or cancelled
 * goes on where it was; what is there is never overwritten.
 */
import * as v from 'valibot'
import type { BunmyakuDatabase } from '../../db/database'
import { toStorageError } from '../../db/failure'
import { compact } from '../search/compact'
import type { TransferRecord } from './format'
import type { ImportOptions } from './import-options'
import { type Inspection, inspectArchive } from './inspect'
import { Place } from './merge-belonging'
import { type Merged, mergeRecords, mergeTables } from './merge-record'
import { FileRefused } from './read-lines'
import { type ReadRecord, readRecords } from './read-records'
import { emptyReport, ImportReport, refuseLine } from './report'

/** UTF-16 units of the records in one transaction. */
const BATCH_UNITS = 4_000_000
/** What the records of one transaction weigh: a text is indexed and linked, a follow is a row. */
const BATCH_WEIGHT = 2_000
const WEIGHT: Partial<Record<TransferRecord['type'], number>> = {
  article: 40,
  revision: 10,
  image: 40,
}
/** Searchable texts outside segments after which the import stops to compact. */
const TAIL = 600

/** How far the import of a file came; kept until the file is done, `done` written last of all. */
const Progress = v.object({
  line: v.number(),
  done: v.boolean(),
  /** The archive held no article when the import began. */
  fresh: v.boolean(),
  /** The article that the next records may belong to. */
  place: v.fallback(v.nullable(Place), null),
  report: ImportReport,
})
type Progress = v.InferOutput<typeof Progress>
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
  const writer = await BatchWriter.open(db, inspection, options)
  const { lines, header } = inspection
  const reading = {
    version: header.version,
    lines,
    ...(signal && { signal }),
    ...(limits && { limits }),
  }
  try {
    for await (const record of readRecords(file, reading)) await writer.take(record)
  } catch (error) {
    if (error instanceof FileRefused && inspection.problem) return writer.finish()
    throw error instanceof FileRefused || signal?.aborted ? error : toStorageError(error)
  }
  return writer.finish()
}

/** Gathers records and writes them with how far they reach. */
class BatchWriter {
  #records: TransferRecord[] = []
  #units = 0
  #weight = 0
  #line: number
  #tail = 0

  private constructor(
    readonly db: BunmyakuDatabase,
    readonly key: string,
    readonly begun: Progress,
    readonly lines: number,
    readonly options: ImportOptions,
  ) {
    this.#line = begun.line
  }

  /** At the beginning, or where an import of the same file came to. */
  static async open(
    db: BunmyakuDatabase,
    { sha256, lines }: Inspection,
    options: ImportOptions,
  ): Promise<BatchWriter> {
    const key = progressKey(sha256)
    const stored = v.safeParse(Progress, (await db.meta.get(key))?.value)
    const fresh = (await db.articles.count()) === 0
    const start = { line: 0, done: false, fresh, place: null, report: emptyReport() }
    const begun = stored.success && !stored.output.done ? stored.output : start
    return new BatchWriter(db, key, begun, lines, options)
  }

  async take({ line, units, parsed }: ReadRecord): Promise<void> {
    if (line <= this.begun.line) return
    this.#line = line
    if (!parsed.ok) {
      const { problem, detail } = parsed
      refuseLine(this.begun.report, { line, problem, detail })
      return
    }
    for (const record of parsed.records) {
      this.#records.push(record)
      this.#weight += WEIGHT[record.type] ?? 1
    }
    this.#units += units
    if (this.#weight >= BATCH_WEIGHT || this.#units >= BATCH_UNITS) await this.#write()
  }

  async finish(): Promise<ImportReport> {
    await this.#write()
    await compact(this.db, { whole: true })
    const value = { ...this.begun, line: this.#line, done: true, place: null }
    await this.db.meta.put({ key: this.key, value })
    return this.begun.report
  }

  async #write(): Promise<void> {
    const { db, key, begun, options } = this
    const [records, line] = [this.#records, this.#line]
    // Counted apart, so that a batch that is rolled back is not in the numbers.
    const merged = await db.transaction('rw', mergeTables(db), async () => {
      const result = await mergeRecords(db, records, begun.fresh, begun.place)
      const report = added(begun.report, result.counts)
      await db.meta.put({ key, value: { ...begun, line, place: result.place, report } })
      return result
    })
    Object.assign(begun.report, added(begun.report, merged.counts))
    begun.place = merged.place
    this.#records = []
    this.#units = 0
    this.#weight = 0
    this.#tail += merged.articles
    if (this.#tail >= TAIL) {
      this.#tail = 0
      await compact(db, { ...(options.signal && { signal: options.signal }) })
    }
    options.onProgress?.({ phase: 'write', line, lines: this.lines, report: begun.report })
  }
}

const added = (report: ImportReport, counts: Merged['counts']): ImportReport => ({
  ...report,
  new: report.new + counts.new,
  same: report.same + counts.same,
  different: report.different + counts.different,
})
