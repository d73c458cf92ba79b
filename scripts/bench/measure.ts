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
 * Median times in milliseconds of several jobs, in rounds over all of them after rounds that only
 * warm: what else the machine does then falls on each alike. Each time is of a second run, behind
 * one of the same job: what another leaves in the caches is no matter of it.
 */
export function medians(jobs: readonly (() => unknown)[], rounds: number): number[] {
  const times = jobs.map((): number[] => [])
  for (let round = -Math.ceil(rounds / 4); round < rounds; round++)
    jobs.forEach((job, k) => {
      sink = job()
      const start = performance.now()
      sink = job()
      if (round >= 0) times[k]?.push(performance.now() - start)
    })
  return times.map((list) => list.sort((a, b) => a - b)[list.length >> 1] ?? 0)
}

/** Takes results, so that no job can be optimised away. */
export let sink: unknown = null

/** Two decimals. */
export const rounded = (value: number): number => Math.round(value * 100) / 100
