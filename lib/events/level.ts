/** How much each event of the bundled history weighs. */
import type { BundledEvent, Level, Story } from './schema'

const ORDER: readonly Level[] = ['main', 'step', 'detail']

/** Level by event id: the highest that its stories give it, its own where it stands alone. */
export function levelsOf(
  events: readonly BundledEvent[],
  stories: readonly Story[],
): Map<string, Level> {
  const levels = new Map<string, Level>()
  const give = (id: string, level: Level) => {
    const known = levels.get(id)
    if (!known || ORDER.indexOf(level) < ORDER.indexOf(known)) levels.set(id, level)
  }
  for (const { id, alone } of events) if (alone) give(id, alone)
  for (const { steps } of stories) for (const { event, level } of steps) give(event, level)
  return levels
}
