/** What a reader can do in a card; each surface says how. */
import type { EntityLine } from '../../lib/card'
import type { Mention } from '../../lib/linking/mention'

export type CorrectionType = 'wrong' | 'hidden' | 'known'

export interface CardActions {
  /** Opens another term in the card's place. */
  open(term: EntityLine | Mention): void
  follow(on: boolean): void
  /** The saved articles that name this entity. */
  showSaved(): void
  showTimeline(): void
  showArticle(id: string): void
  correct(type: CorrectionType): void
}
