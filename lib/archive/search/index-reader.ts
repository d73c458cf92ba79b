/** Reads the stored index: headers, what no longer counts, the tail, and the shards of a query. */
import type { BunmyakuDatabase } from '../../db/database'
import type { SearchSegmentRow, SearchTextRow } from '../../db/rows'
import { type Part, pairsOf, StoredPart, TailPart } from './part'
import { Shard, shardOf } from './postings'
import { type FoldedText, foldText } from './segment'
import { tailSeqs } from './tail'

/** Bytes of shards that are kept between queries: those of the words being typed. */
const KEPT_BYTES = 24 * 1024 * 1024

/** A part with the texts of it that count. */
export interface LivePart {
  part: Part
  live: Uint32Array
}

/** One for each page or worker; segments never change, so what was read stays true. */
export class IndexReader {
  #segments = new Map<string, SearchSegmentRow>()
  #tail = new Map<number, FoldedText>()
  #tailPart = new TailPart([])
  readonly #shards = new Map<string, Shard>()
  #shardBytes = 0

  constructor(readonly db: BunmyakuDatabase) {}

  /** The parts of the index with all that `terms` need of them. Runs inside a read transaction. */
  async parts(terms: readonly string[]): Promise<LivePart[]> {
    const { db } = this
    const [ids, dead] = await Promise.all([
      db.searchSegments.toCollection().primaryKeys(),
      db.searchDead.toCollection().primaryKeys(),
    ])
    await this.#readSegments(ids)
    await Promise.all([this.#readTail(), this.#readShards(terms)])
    const gone = new Set(dead)
    return [
      ...[...this.#segments.values()].map((row) => ({
        part: new StoredPart(row, (index) => this.#shards.get(`${row.id}/${index}`)),
        live: livingTexts(row.seqs, gone),
      })),
      { part: this.#tailPart, live: Uint32Array.from(this.#tailPart.texts, (_, i) => i) },
    ]
  }

  /** Texts by their numbers, folded; those of the tail are at hand. */
  async texts(seqs: readonly number[]): Promise<(FoldedText | undefined)[]> {
    const missing = seqs.filter((seq) => !this.#tail.has(seq))
    const read = new Map((await this.db.searchTexts.bulkGet(missing)).map((row) => [row?.seq, row]))
    return seqs.map((seq) => this.#tail.get(seq) ?? folded(read.get(seq)))
  }

  async #readSegments(ids: readonly string[]): Promise<void> {
    const rows = await this.db.searchSegments.bulkGet(ids.filter((id) => !this.#segments.has(id)))
    const read = new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])))
    this.#segments = new Map(
      ids.flatMap((id) => {
        const row = this.#segments.get(id) ?? read.get(id)
        return row ? [[id, row]] : []
      }),
    )
  }

  async #readTail(): Promise<void> {
    const known = this.#tail
    const seqs = await tailSeqs(this.db, this.#segments.values())
    if (seqs.length === known.size && seqs.every((seq) => known.has(seq))) return
    const rows = await this.db.searchTexts.bulkGet(seqs.filter((seq) => !known.has(seq)))
    const read = new Map(rows.map((row) => [row?.seq, row]))
    const texts = seqs.flatMap((seq) => known.get(seq) ?? folded(read.get(seq)) ?? [])
    this.#tail = new Map(texts.map((text) => [text.row.seq, text]))
    this.#tailPart = new TailPart(texts)
  }

  async #readShards(terms: readonly string[]): Promise<void> {
    const wanted = new Map<string, [segment: string, shard: number]>()
    for (const { id, shards } of this.#segments.values()) {
      for (const pair of terms.flatMap(pairsOf)) {
        const shard = shardOf(pair, shards)
        wanted.set(`${id}/${shard}`, [id, shard])
      }
    }
    this.#forget(wanted)
    const keys = [...wanted].filter(([name]) => !this.#shards.has(name))
    const rows = await this.db.searchShards.bulkGet(keys.map(([, key]) => key))
    rows.forEach((row, i) => {
      const name = keys[i]?.[0]
      if (!row || name === undefined) return
      this.#shards.set(name, new Shard(row.bytes))
      this.#shardBytes += row.bytes.length
    })
  }

  /** Drops the oldest shards that are not wanted now, once there is too much. */
  #forget(wanted: ReadonlyMap<string, unknown>): void {
    for (const [name, shard] of this.#shards) {
      if (this.#shardBytes <= KEPT_BYTES) return
      if (wanted.has(name)) continue
      this.#shards.delete(name)
      this.#shardBytes -= shard.bytes
    }
  }
}

const folded = (row: SearchTextRow | undefined): FoldedText | undefined =>
  row?.seq === undefined ? undefined : foldText({ ...row, seq: row.seq })

function livingTexts(seqs: Uint32Array, dead: ReadonlySet<number>): Uint32Array {
  const live = new Uint32Array(seqs.length)
  let count = 0
  for (let i = 0; i < seqs.length; i++) if (!dead.has(seqs[i] ?? 0)) live[count++] = i
  return live.subarray(0, count)
}
