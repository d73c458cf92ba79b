/** What an article is about, for choosing its story: its entities by weight, and its words. */
import type { Annotation } from '../annotation'
import { blockText } from '../article/block-text'
import type { Document } from '../article/document'
import { dayNumber, referenceDay } from '../time/reference'
import { type Pairs, pairsOf } from './pairs'
import type { StoryWeights } from './weights'

export interface ArticleProfile {
  /** Prominence by entity id: how often it is named, and whether headline or first paragraph do. */
  readonly entities: ReadonlyMap<string, number>
  /** Pairs of characters of headline and lead. */
  readonly head: Pairs
  /** Pairs of characters of the whole text. */
  readonly words: Pairs
  /** ISO day of publication in Japan, the last one meant; null where there is none. */
  readonly day: string | null
}

/** Profile of an annotated document. Linear in its length. */
export function profileOf(
  document: Document,
  { mentions }: Pick<Annotation, 'mentions'>,
  { inHeadline, inLead }: StoryWeights,
): ArticleProfile {
  const [headline, ...paragraphs] = document.blocks
  const lead = paragraphs.find((block) => blockText(block).length >= LEAD) ?? paragraphs[0]
  const counts = new Map<string, number>()
  const heard = new Map<string, number>()
  for (const { block, entity, refersTo } of mentions) {
    const place = block === headline?.id ? inHeadline : block === lead?.id ? inLead : 0
    for (const id of new Set([entity, refersTo])) {
      if (!id) continue
      counts.set(id, (counts.get(id) ?? 0) + 1)
      heard.set(id, Math.max(heard.get(id) ?? 0, place))
    }
  }
  const entities = new Map(
    [...counts].map(([id, count]) => [id, Math.log1p(count) + (heard.get(id) ?? 0)]),
  )
  const text = (block: Document['blocks'][number] | undefined) => (block ? blockText(block) : '')
  return {
    entities,
    head: pairsOf(`${text(headline)}\n${text(lead)}`),
    words: pairsOf(document.blocks.map(blockText).join('\n')),
    day: dayOf(document.publishedAt),
  }
}

/** A first paragraph that says anything is so long. */
const LEAD = 30

/** The day as `lib/time` counts from it: what was published at 20:00 UTC is the next day's news in Japan. */
function dayOf(published: string | null): string | null {
  const known = referenceDay(published)
  if (!known) return null
  return new Date(dayNumber(known) * 86_400_000).toISOString().slice(0, 10)
}
