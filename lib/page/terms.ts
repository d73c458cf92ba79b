/** The distinct terms of a page: a long one names the same few thousands of times. */
import type { Mention } from '../linking/mention'
import type { PageTerm } from '../page-marks'
import { termOf } from './painting-plan'

/**
 * @param mentions in reading order
 * @returns each term once, where the text first names it
 */
export function termsOf(mentions: readonly Mention[]): PageTerm[] {
  const terms = new Map<string, PageTerm>()
  for (const mention of mentions) {
    const key = termOf(mention)
    const known = terms.get(key)
    if (known) {
      known.count += 1
      known.refersTo ??= mention.refersTo
    } else {
      const { entity, headword, kind, tier, refersTo } = mention
      terms.set(key, { entity, headword, kind, tier, refersTo, count: 1 })
    }
  }
  return [...terms.values()]
}

/**
 * Terms that deserve a card before those that every reader knows; then by how often the text names
 * them; then by where it first does.
 */
export const rankTerms = (terms: readonly PageTerm[]): PageTerm[] =>
  terms.toSorted(
    (a, b) => Number(a.tier === 'basic') - Number(b.tier === 'basic') || b.count - a.count,
  )
