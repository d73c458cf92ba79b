/** Cards asked for, kept until something changes: a prefetched card is there when it is opened. */
import type { Card, EntityLine } from '../../lib/card'
import type { Mention } from '../../lib/linking/mention'
import type { Request } from '../../lib/messages'
import { send } from '../../lib/send'
import type { CardTarget } from './target'

/** As many as a reader looks at in one article. */
const KEPT = 60

/** The request for the card of a mark on the page. */
export const ofTarget = ({ mention, local, publishedAt, url }: CardTarget): Request<'card'> => ({
  entity: mention.entity,
  mention,
  publishedAt,
  url,
  ...(local ? { local } : {}),
})

/** The request for a term named inside a card. */
export const ofTerm = (term: EntityLine | Mention, target: CardTarget): Request<'card'> => ({
  entity: 'id' in term ? term.id : term.entity,
  publishedAt: target.publishedAt,
  url: target.url,
})

export class CardStore {
  readonly #cards = new Map<string, Promise<Card>>()

  /** @throws (rejects) as `send` does; a failure is not kept, so that asking again asks again. */
  get(request: Request<'card'>): Promise<Card> {
    const key = JSON.stringify(request)
    const known = this.#cards.get(key)
    if (known) return known
    const card = send('card', request)
    this.#cards.set(key, card)
    card.catch(() => this.#cards.delete(key))
    const oldest = this.#cards.keys().next().value
    if (this.#cards.size > KEPT && oldest !== undefined) this.#cards.delete(oldest)
    return card
  }

  clear(): void {
    this.#cards.clear()
  }
}
