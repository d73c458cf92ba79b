/** Lines out of a file that may be anything: compressed or not, cut off, or made to fill memory. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { LIMITS, type Limits } from './limits'

/** Why a file as a whole is not taken. */
export type FileProblem =
  /** Not a file of ours at all. */
  | 'not-ours'
  /** Written by a newer version of the extension. */
  | 'newer'
  /** Ends before its last line. */
  | 'cut-off'
  /** Counts or checksum do not agree with what is in it. */
  | 'damaged'
  /** A line, or what it unpacks to, is larger than any archive would make it. */
  | 'too-large'
  /** Its letters are in no encoding that makes words of them. */
  | 'garbled'

export class FileRefused extends Error {
  override name = 'FileRefused'
  constructor(
    readonly problem: FileProblem,
    detail: string,
  ) {
    super(`${problem}: ${detail}`)
  }
}

export interface Line {
  text: string
  /** Counted from 1. */
  number: number
  /** Lowercase hex SHA-256 of every byte before this line; empty where nothing was hashed. */
  hashBefore(): string
}

export interface ReadOptions {
  limits?: Limits
  signal?: AbortSignal
  /** Hash what is read: a third of the time that reading takes. */
  hashed?: boolean
}

/**
 * The lines of a file, without their breaks; a last line that has no break is still a line.
 * Bytes that are no UTF-8 become U+FFFD and are for the checksum to find.
 * @throws FileRefused `too-large`, or `cut-off` or `damaged` where the compression does not end well.
 */
export async function* readLines(
  file: Blob,
  { limits = LIMITS, signal, hashed = false }: ReadOptions = {},
): AsyncGenerator<Line> {
  const hash = hashed ? sha256.create() : null
  const hashBefore = () => (hash ? bytesToHex(hash.clone().digest()) : '')
  let number = 0
  /** Pieces of the line that is not whole yet. */
  let pieces: Uint8Array[] = []
  let length = 0
  for await (const bytes of unpacked(file, limits)) {
    signal?.throwIfAborted()
    let start = 0
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      pieces.push(bytes.subarray(start, end))
      yield { text: decode(pieces), number: ++number, hashBefore }
      for (const piece of pieces) hash?.update(piece)
      hash?.update(BREAK)
      pieces = []
      length = 0
      start = end + 1
    }
    pieces.push(bytes.subarray(start))
    length += bytes.length - start
    if (length > limits.record) throw new FileRefused('too-large', `line ${number + 1}`)
  }
  if (length > 0) yield { text: decode(pieces), number: number + 1, hashBefore }
}

const NEWLINE = 10
const BREAK = Uint8Array.of(NEWLINE)

function decode(pieces: readonly Uint8Array[]): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: false })
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode()
}

/** The file's bytes, unpacked where it begins as gzip does. */
async function* unpacked(file: Blob, limits: Limits): AsyncGenerator<Uint8Array> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  const packed = first === 0x1f && second === 0x8b
  let [taken, given] = [0, 0]
  const stop = new AbortController()
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        taken += chunk.length
        controller.enqueue(chunk)
      },
    }),
    stop,
  )
  const stream = packed ? counted.pipeThrough(new DecompressionStream('gzip')) : counted
  const reader = stream.getReader()
  try {
    for (;;) {
      const { value, done } = await reader.read().catch((error: unknown) => {
        throw packed ? badCompression(error, taken === file.size) : error
      })
      if (done) return
      given += value.length
      if (given > limits.total) throw new FileRefused('too-large', `${given} bytes unpacked`)
      yield value
    }
  } finally {
    // Also where the consumer stops early: nothing goes on reading. From the source on, because
    // Node's DecompressionStream throws out of nowhere when it is cancelled in the middle.
    stop.abort()
    reader.closed.catch(() => {})
  }
}

/** Browsers word it differently; what has read everything and still wants more was cut off. */
function badCompression(error: unknown, readAll: boolean): FileRefused {
  const detail = String(error)
  const cut = readAll || /trunc|unexpected end|incomplete/i.test(detail)
  return new FileRefused(cut ? 'cut-off' : 'damaged', detail)
}
