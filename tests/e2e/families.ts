/** The browsers of this run: each file runs once in each, side by side (vitest.e2e.config.ts). */
import type { Family } from '../../scripts/launch'

export const FAMILIES = (['chromium', 'firefox'] as const satisfies Family[]).filter(
  (family) => (process.env.BROWSER_FAMILY ?? family) === family,
)

/** True where this run is in `family`. */
export const runsIn = (family: Family): boolean => FAMILIES.includes(family)
