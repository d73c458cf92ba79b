/**
 * Records as lines: a long one is cut, so that no line grows with what the reader keeps.
 *
 * `{"type":"part","of":"revision","n":1,"parts":3,"json":"…"}`: the `json` of all parts, one after
 * another, is the record. They stand together, in order.
 */
import * as v from 'valibot'
import type { TransferRecord } from './format'
import { LIMITS, PART } from './limits'

const Part = v.object({
  type: v.literal('part'),
  /** Type of the record. */
  of: v.string(),
  /** Which part this is, counted from 1. */
  n: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** How many there are. */
  parts: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** A piece of the record's JSON. */
  json: v.string(),
})
type Part = v.InferOutput<typeof Part>

/** The record's lines, without their breaks: one, or several where its JSON is long. */
export function* linesOf(record: TransferRecord, json: string, longest = PART): Generator<string> {
  if (json.length <= longest) {
    yield json
    return
  }
  const parts = Math.ceil(json.length / longest)
  for (let n = 1; n <= parts; n++) {
    // A cut within a surrogate pair is none: what stands alone is written as an escape.
    const piece = json.slice((n - 1) * longest, n * longest)
    yield JSON.stringify({ type: 'part', of: record.type, n, parts, json: piece })
  }
}

const HEAD = /^\{"type":"([^"\\]{0,40})"(?:,"of":"([^"\\]{0,40})","n":(\d+))?/

/** The type of the record that a line begins; null where it goes on with one. */
export function typeBegun(line: string): string | null {
  const [, type = 'unknown', of, n] = HEAD.exec(line) ?? []
  if (type !== 'part' || n === undefined) return type
  return n === '1' ? (of ?? 'unknown') : null
}

/** What a line comes to: a record's JSON, nothing yet, or why it is none. */
export type Gathered = { json: string } | { problem: 'not-json' | 'inconsistent'; detail: string }

/** Puts the lines of long records together again. */
export class Gatherer {
  #pieces: string[] = []
  #length = 0
  #of = ''
  #parts = 0

  constructor(readonly longest: number = LIMITS.record) {}

  /** Inside a record: the lines so far are not the whole of it. */
  get open(): boolean {
    return this.#parts > 0
  }

  /**
   * What a line ends: nothing where more is to come, a record, or why it is none; two of these where
   * a record breaks off at this line.
   */
  take(line: string): Gathered[] {
    if (!line.startsWith('{"type":"part"')) return [...this.broken(), { json: line }]
    const part = parsePart(line)
    if (!part) return [...this.broken(), { problem: 'not-json', detail: 'a part that is none' }]
    const before = this.#continues(part) ? [] : this.broken()
    if (part.n === 1) [this.#of, this.#parts] = [part.of, part.parts]
    else if (!this.open) return [...before, stray(part)]
    this.#pieces.push(part.json)
    this.#length += part.json.length
    if (this.#length > this.longest) {
      this.#clear()
      return [...before, { problem: 'inconsistent', detail: `a ${part.of} too long to be read` }]
    }
    if (part.n < part.parts) return before
    const json = this.#pieces.join('')
    this.#clear()
    return [...before, { json }]
  }

  /** At the end, or where another record begins: what was not whole. */
  broken(): Gathered[] {
    if (!this.open) return []
    const detail = `${this.#pieces.length} of ${this.#parts} parts of a ${this.#of}`
    this.#clear()
    return [{ problem: 'inconsistent', detail }]
  }

  #continues({ of, n, parts }: Part): boolean {
    return this.open && n === this.#pieces.length + 1 && of === this.#of && parts === this.#parts
  }

  #clear(): void {
    this.#pieces = []
    this.#length = 0
    this.#parts = 0
  }
}

const stray = ({ n, of }: Part): Gathered => ({
  problem: 'inconsistent',
  detail: `part ${n} of a ${of} without those before it`,
})

function parsePart(line: string): Part | null {
  try {
    const parsed = v.safeParse(Part, JSON.parse(line))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
