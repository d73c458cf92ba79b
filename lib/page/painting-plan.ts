/** Which mentions are marked on the page, and how: the reader's settings applied to what was found. */
import type { Mention } from '../linking/mention'
import type { PlannedMark } from '../page-marks'
import type { Settings } from '../settings'
import { tintOf } from './tint'

export interface PaintingOptions extends Pick<Settings, 'marks' | 'basic'> {
  /** Entity ids that the reader follows: always marked, whatever their tier. */
  followed: ReadonlySet<string>
  /** Entity ids that the reader knows: found, never marked. */
  known: ReadonlySet<string>
}

/** What makes two mentions the same term to a reader. */
export const termOf = (mention: Pick<Mention, 'entity' | 'headword'>): string =>
  mention.entity ?? `local:${mention.headword}`

/**
 * @param mentions in reading order
 * @param sections section number of each block id (`sectionsOf`)
 * @returns the marks, in reading order
 */
export function planPainting(
  mentions: readonly Mention[],
  sections: ReadonlyMap<string, number>,
  options: PaintingOptions,
): PlannedMark[] {
  const met = new Set<string>()
  const plan: PlannedMark[] = []
  for (const mention of mentions) {
    const { entity } = mention
    const followed = entity !== null && options.followed.has(entity)
    if (entity !== null && options.known.has(entity)) continue
    if (mention.tier === 'basic' && !options.basic && !followed) continue
    const place = `${sections.get(mention.block) ?? -1} ${termOf(mention)}`
    if (options.marks === 'first' && met.has(place)) continue
    met.add(place)
    plan.push({ mention, tint: tintOf(mention.kind), followed })
  }
  return plan
}
