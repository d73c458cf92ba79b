/** The distinct terms of a page, most telling first. */
import type { Mention } from '../linking/mention'
import { termOf } from './painting-plan'

export interface RankedTerm extends Pick<Mention, 'entity' | 'headword' | 'kind' | 'refersTo'> {
  count: number
}

/**
 * Terms that deserve a card before those that every reader knows; then by how often the text names
 * them; then by where it first does.
 * @param mentions in reading order
 */
export function rankTerms(mentions: readonly Mention[]): RankedTerm[] {
  const terms = new Map<string, RankedTerm & { basic: boolean }>()
  for (const mention of mentions) {
    const { entity, headword, kind, refersTo, tier } = mention
    const key = termOf(mention)
    const known = terms.get(key)
    if (known) {
      known.count += 1
      known.refersTo ??= refersTo
    } else terms.set(key, { entity, headword, kind, refersTo, count: 1, basic: tier === 'basic' })
  }
  return [...terms.values()]
    .sort((a, b) => Number(a.basic) - Number(b.basic) || b.count - a.count)
    .map(({ basic: _, ...term }) => term)
}
