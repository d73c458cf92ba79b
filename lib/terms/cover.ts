/** The best cover of a text by candidates that may not overlap. */

export interface Weighted {
  readonly start: number
  readonly end: number
  readonly score: number
}

/**
 * Chooses the non-overlapping candidates whose scores add up highest; of two covers with one score,
 * the one that starts with the longer candidate. Candidates with a score of 0 or less are left out.
 * Time: n log n in the number of candidates.
 */
export function bestCover<T extends Weighted>(candidates: readonly T[]): T[] {
  const list = candidates.filter(({ score, start, end }) => score > 0 && end > start)
  list.sort((a, b) => a.end - b.end || b.start - a.start)
  /** Best total of the first k candidates, and whether candidate k - 1 is in it. */
  const total = new Float64Array(list.length + 1)
  const previous = new Int32Array(list.length)
  const taken = new Uint8Array(list.length)
  list.forEach((candidate, k) => {
    const before = endingBy(list, candidate.start, k)
    previous[k] = before
    const withIt = (total[before] ?? 0) + candidate.score
    const without = total[k] ?? 0
    taken[k] = withIt >= without ? 1 : 0
    total[k + 1] = Math.max(withIt, without)
  })
  const chosen: T[] = []
  for (let k = list.length; k > 0; ) {
    const candidate = list[k - 1]
    if (taken[k - 1] && candidate) {
      chosen.push(candidate)
      k = previous[k - 1] ?? 0
    } else k--
  }
  return chosen.reverse()
}

/** How many of the first `k` candidates end at or before `at`. */
function endingBy(list: readonly Weighted[], at: number, k: number): number {
  let low = 0
  let high = k
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}
