/** What is painted on a page, and which terms it names: made by the background, painted by the script. */
import type { Mention } from './linking/mention'

/** Three tints by kind, so that a page never turns into a rainbow. */
export const TINTS = ['people', 'bodies', 'words'] as const
export type Tint = (typeof TINTS)[number]

export interface PlannedMark {
  mention: Mention
  tint: Tint
  /** A followed keyword: the solid red line. */
  followed: boolean
}

export interface PageTerm
  extends Pick<Mention, 'entity' | 'headword' | 'kind' | 'tier' | 'refersTo'> {
  /** How often the page names it. */
  count: number
}
