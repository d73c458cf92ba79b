/** Timing for the benchmarks: medians, so that one hiccup of the machine decides nothing. */

/** One figure as `shared` contracts and people read it. */
export interface Figure {
  name: string
  value: number
  unit: string
  better: 'lower' | 'higher'
  budget: number
  /** What it was timed against, in the same run. */
  peer: string
}

/**
 * Median times in milliseconds of several jobs, each run on its own after rounds that only warm it:
 * what one leaves in the caches is no matter of the next.
 */
export function medians(jobs: readonly (() => unknown)[], rounds: number): number[] {
  return jobs.map((job) => {
    const times: number[] = []
    for (let round = -Math.ceil(rounds / 4); round < rounds; round++) {
      const start = performance.now()
      sink = job()
      if (round >= 0) times.push(performance.now() - start)
    }
    return times.sort((a, b) => a - b)[times.length >> 1] ?? 0
  })
}

/** Takes results, so that no job can be optimised away. */
export let sink: unknown = null

/** Two decimals. */
export const rounded = (value: number): number => Math.round(value * 100) / 100
