/** Looks an archive's file through before anything of it is taken: is it ours, whole, undamaged? */
import * as v from 'valibot'
import { type Counts, FORMAT, Header, Trailer, VERSION } from './format'
import type { ImportOptions } from './import-options'
import { typeBegun } from './parts'
import { FileRefused, type Line, readLines } from './read-lines'
import { emptyReport } from './report'

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
  const counts: Counts = new Map()
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
      const type = typeBegun(line.text)
      if (type !== null) counts.set(type, (counts.get(type) ?? 0) + 1)
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
  const all = new Map(Object.entries(told))
  for (const type of new Set([...all.keys(), ...found.keys()])) {
    const [said, are] = [all.get(type) ?? 0, found.get(type) ?? 0]
    if (said !== are) throw new FileRefused('damaged', `${are} of ${said} ${type}`)
  }
}
