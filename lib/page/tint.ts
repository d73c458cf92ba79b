/** The colours of marks and of kinds. */
import type { Kind } from '../glossary/schema'
import type { Tint } from '../page-marks'

/** The tint of a kind: people; bodies and offices; words, frameworks, events and the rest. */
export function tintOf(kind: Kind): Tint {
  if (kind === 'person') return 'people'
  return kind === 'organisation' || kind === 'office' ? 'bodies' : 'words'
}
