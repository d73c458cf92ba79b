/** Stepping from term to term with the keyboard. */

/**
 * The index to step to.
 * @param current where the reader stands, or null before the first step
 * @param direction 1 forwards, -1 backwards
 * @param count how many marks there are
 * @param visible index of the first mark at or below the top of the window, or null where all are above
 * @returns null where there is nothing to step to; past either end it goes round
 */
export function stepFrom(
  current: number | null,
  direction: 1 | -1,
  count: number,
  visible: number | null,
): number | null {
  if (count <= 0) return null
  if (current !== null && current < count) return (current + direction + count) % count
  if (direction === 1) return visible ?? 0
  return ((visible ?? count) - 1 + count) % count
}
