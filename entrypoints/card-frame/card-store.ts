/** Cards asked for, kept until something changes: a prefetched card is there when it is opened. */
import type { Card, EntityLine } from '../../lib/card'
import type { Mention } from '../../lib/linking/mention'
import type { Request } from '../../lib/messages'
import { send } from '../../lib/send'

/** As many as a reader looks at in one article. */
const KEPT = 60

/** One card as any reader would see it, and as this one does. */
export interface BothCards {
  plain: Promise<Card>
  own: Promise<Card>
}

/** The request for a term named inside a card. */
export const ofTerm = (
  term: EntityLine | Mention,
  { publishedAt, url }: Request<'card'>,
): Request<'card'> => ({ entity: 'id' in term ? term.id : term.entity, publishedAt, url })

export class CardStore {
  readonly #cards = new Map<string, BothCards>()

  /**
   * The plain card is asked for first: how long it takes tells a page that looks at the clock
   * nothing of the reader.
   * @throws (rejects) as `send` does; a failure is not kept, so that asking again asks again.
   */
  get(request: Request<'card'>): BothCards {
    const key = JSON.stringify(request)
    const known = this.#cards.get(key)
    if (known) return known
    const plain = send('plain-card', request)
    const own = plain.then(() => send('card', request))
    const both = { plain, own }
    this.#cards.set(key, both)
    own.catch(() => this.#cards.delete(key))
    const oldest = this.#cards.keys().next().value
    if (this.#cards.size > KEPT && oldest !== undefined) this.#cards.delete(oldest)
    return both
  }

  clear(): void {
    this.#cards.clear()
  }
}
