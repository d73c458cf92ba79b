/** The colours of marks and of kinds: three tints by kind, so that a page never turns into a rainbow. */
import type { Kind } from '../glossary/schema'

export const TINTS = ['people', 'bodies', 'words'] as const
export type Tint = (typeof TINTS)[number]

/** The tint of a kind: people; bodies and offices; words, frameworks, events and the rest. */
export function tintOf(kind: Kind): Tint {
  if (kind === 'person') return 'people'
  return kind === 'organisation' || kind === 'office' ? 'bodies' : 'words'
}
