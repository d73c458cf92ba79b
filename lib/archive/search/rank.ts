/**
 * Ranking: how well a text answers a query.
 *
 * For each term: a hit in the title before one in the body, a whole word before the inside of a
 * longer one, rare terms before common ones, many hits before few (less and less so). Over all
 * terms: near each other, the archive's own entity of that name, and, a little, the newer day.
 */
import type { TermHits } from './evaluate'
import { type PartColumns, WHOLE } from './part'

const TITLE = 2.5
const INNER = 0.45
/** At how many hits, in a text of usual length, half of what hits can add is reached. */
const HALF = 1.2
/** An entity of that name among the article's own. */
const ENTITY = 0.8
const NEAR = 0.5
/** Distance in units over which nearness fades. */
const NEAR_REACH = 40
const NEW = 0.25
/** Days over which being new fades. */
const NEW_REACH = 180

export interface RankedTerm {
  hits: TermHits
  /** Rarity over the whole archive. */
  weight: number
  /** Articles that have an entity of this name. */
  named: ReadonlySet<string>
}

/** Rarity of a term that `having` of `all` texts contain. */
export const rarity = (having: number, all: number): number =>
  Math.log(1 + (all - having + 0.5) / (having + 0.5))

/** Scores texts in rising order of number; keeps its place in each term's hits between calls. */
export class Scorer {
  readonly #places: number[]

  constructor(
    readonly columns: PartColumns,
    readonly terms: readonly RankedTerm[],
    readonly usualLength: number,
    readonly today: number,
  ) {
    this.#places = terms.map(() => 0)
  }

  /** Score of a text; call with rising `doc`. */
  score(doc: number): number {
    const { bases, days, articles } = this.columns
    const base = bases[doc] ?? 0
    const titleEnd = base + (this.columns.titleLengths[doc] ?? 0)
    const length = (bases[doc + 1] ?? base) - base
    const article = articles[doc] ?? ''
    const spans: [number, number][] = []
    let score = 0
    for (const [i, { hits, weight, named }] of this.terms.entries()) {
      const span = this.#advance(i, doc)
      if (!span) continue
      spans.push(span)
      let best = 0
      let whole = INNER
      for (let k = span[0]; k < span[1]; k++) {
        const wholeness = hits.bits[k] === WHOLE ? 1 : INNER
        whole = Math.max(whole, wholeness)
        const inTitle = (hits.positions[k] ?? 0) < titleEnd
        best = Math.max(best, wholeness * (inTitle ? TITLE : 1))
      }
      const count = span[1] - span[0]
      const often = count / (count + HALF * (0.4 + (0.6 * length) / this.usualLength))
      score += weight * (best + whole * often + (named.has(article) ? ENTITY : 0))
    }
    const age = Math.max(0, this.today - (days[doc] ?? 0))
    return score * (1 + this.#nearness(doc, spans)) * (1 + NEW * Math.exp(-age / NEW_REACH))
  }

  /** The hits of term `i` in `doc`, as indices of its positions. */
  #advance(i: number, doc: number): [number, number] | null {
    const hits = this.terms[i]?.hits
    if (!hits) return null
    let place = this.#places[i] ?? 0
    while (place < hits.docs.length && (hits.docs[place] ?? 0) < doc) place++
    this.#places[i] = place
    return hits.docs[place] === doc ? [hits.starts[place] ?? 0, hits.starts[place + 1] ?? 0] : null
  }

  /** Between 0 and NEAR: how close each term comes to the next one. */
  #nearness(doc: number, spans: readonly [number, number][]): number {
    const here = this.terms.filter(({ hits }, i) => hits.docs[this.#places[i] ?? 0] === doc)
    if (here.length < 2) return 0
    let sum = 0
    for (let i = 0; i + 1 < here.length; i++) {
      const [a, b] = [here[i]?.hits.positions, here[i + 1]?.hits.positions]
      const [left, right] = [spans[i], spans[i + 1]]
      if (a && b && left && right) sum += Math.exp(-closest(a, left, b, right) / NEAR_REACH)
    }
    return (NEAR * sum) / (here.length - 1)
  }
}

function closest(
  a: Uint32Array,
  [aStart, aEnd]: [number, number],
  b: Uint32Array,
  [bStart, bEnd]: [number, number],
): number {
  let [i, j, best] = [aStart, bStart, Number.POSITIVE_INFINITY]
  while (i < aEnd && j < bEnd) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0]
    best = Math.min(best, Math.abs(x - y))
    if (x < y) i++
    else j++
  }
  return best
}
