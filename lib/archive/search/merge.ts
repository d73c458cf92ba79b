/** Makes one segment of several, shard by shard: never more than a few shards are held. */
import type { SearchSegmentRow, SearchShardRow } from '../../db/rows'
import { decode, Shard, ShardWriter, shardOf } from './postings'
import { shardsFor } from './segment'

type ReadShard = (segment: string, shard: number) => PromiseLike<SearchShardRow | undefined>

export interface Merged {
  columns: Omit<SearchSegmentRow, 'id' | 'bytes'>
  /** Numbers of the texts that were left out as dead. */
  dropped: number[]
  /** The shards, in no order, each with its index. */
  shards(): AsyncGenerator<[number, Uint8Array<ArrayBuffer>]>
}

/** One segment to be merged: where each of its texts goes, or -1. */
interface Input {
  row: SearchSegmentRow
  /** Base of each text in the merged segment, -1 where it is left out. */
  targets: Float64Array
}

/**
 * Plans a merge.
 * @param read gives a shard; one that is missing is an error, for its words would be lost.
 */
export function mergeSegments(
  segments: readonly SearchSegmentRow[],
  dead: ReadonlySet<number>,
  read: ReadShard,
): Merged {
  const { inputs, columns, dropped } = layOut(segments, dead)
  const bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0)
  const most = Math.max(1, ...segments.map((segment) => segment.shards))
  // Not fewer than any input has: an input's shard must be a union of whole output shards.
  const shards = Math.max(most, shardsFor(bytes))
  return { columns: { ...columns, shards }, dropped, shards: () => writeAll(inputs, shards, read) }
}

function layOut(segments: readonly SearchSegmentRow[], dead: ReadonlySet<number>) {
  const dropped: number[] = []
  const kept: { row: SearchSegmentRow; doc: number }[] = []
  const bases: number[] = [0]
  const inputs = segments.map((row): Input => {
    const targets = new Float64Array(row.seqs.length).fill(-1)
    for (let doc = 0; doc < row.seqs.length; doc++) {
      const seq = row.seqs[doc] ?? 0
      if (dead.has(seq)) {
        dropped.push(seq)
        continue
      }
      const base = bases.at(-1) ?? 0
      targets[doc] = base
      kept.push({ row, doc })
      bases.push(base + (row.bases[doc + 1] ?? 0) - (row.bases[doc] ?? 0))
    }
    return { row, targets }
  })
  const publishers = [...new Set(segments.flatMap((row) => row.publishers))].slice(0, 65_535)
  const index = new Map(publishers.map((name, i) => [name, i]))
  const publisherOf = ({ row, doc }: { row: SearchSegmentRow; doc: number }) =>
    index.get(row.publishers[row.publisherOf[doc] ?? 65_535] ?? '') ?? 65_535
  const columns = {
    articles: kept.map(({ row, doc }) => row.articles[doc] ?? ''),
    seqs: Uint32Array.from(kept, ({ row, doc }) => row.seqs[doc] ?? 0),
    bases: Uint32Array.from(bases),
    titleLengths: Uint16Array.from(kept, ({ row, doc }) => row.titleLengths[doc] ?? 0),
    days: Int32Array.from(kept, ({ row, doc }) => row.days[doc] ?? 0),
    publishers,
    publisherOf: Uint16Array.from(kept, publisherOf),
  }
  return { inputs, columns, dropped }
}

async function* writeAll(
  inputs: readonly Input[],
  shards: number,
  read: ReadShard,
): AsyncGenerator<[number, Uint8Array<ArrayBuffer>]> {
  const fewest = Math.min(...inputs.map(({ row }) => row.shards))
  // Output shards that need the same input shards follow each other; those are held meanwhile.
  for (let group = 0; group < fewest; group++) {
    const held = new Map<string, Shard>()
    for (let shard = group; shard < shards; shard += fewest) {
      const sources: { input: Input; shard: Shard }[] = []
      for (const input of inputs) {
        const { id, shards: own } = input.row
        const name = `${id}/${shard & (own - 1)}`
        const at = held.get(name) ?? (await readExisting(read, id, shard & (own - 1)))
        held.set(name, at)
        sources.push({ input, shard: at })
      }
      yield [shard, mergeShard(sources, shard, shards)]
    }
  }
}

async function readExisting(read: ReadShard, segment: string, shard: number): Promise<Shard> {
  const row = await read(segment, shard)
  if (!row) throw new Error(`shard ${shard} of segment ${segment} is missing`)
  return new Shard(row.bytes)
}

function mergeShard(
  sources: readonly { input: Input; shard: Shard }[],
  index: number,
  shards: number,
): Uint8Array<ArrayBuffer> {
  const writer = new ShardWriter()
  const places = sources.map(() => 0)
  for (;;) {
    let next = Number.POSITIVE_INFINITY
    sources.forEach(({ shard }, i) => {
      // Passes over pairs that fall to other output shards.
      let place = places[i] ?? 0
      while (place < shard.pairs.length && shardOf(shard.pairs[place] ?? 0, shards) !== index)
        place++
      places[i] = place
      if (place < shard.pairs.length) next = Math.min(next, shard.pairs[place] ?? 0)
    })
    if (next === Number.POSITIVE_INFINITY) return writer.finish()
    writer.begin(next)
    sources.forEach(({ input, shard }, i) => {
      const place = places[i] ?? 0
      if (shard.pairs[place] !== next) return
      copyPostings(writer, input, shard.at(place))
      places[i] = place + 1
    })
  }
}

function copyPostings(writer: ShardWriter, { row, targets }: Input, bytes: Uint8Array): void {
  const { positions, bits } = decode(bytes)
  let doc = 0
  for (let i = 0; i < positions.length; i++) {
    const position = positions[i] ?? 0
    while ((row.bases[doc + 1] ?? Number.POSITIVE_INFINITY) <= position) doc++
    const target = targets[doc] ?? -1
    if (target >= 0) writer.add(target + position - (row.bases[doc] ?? 0), bits[i] ?? 0)
  }
}
