/** The card as the content script sees it: loaded at the first need, then a call away. */
import type { LocalEntity } from '../../lib/linking/mention'
import {
  type CardListener,
  type CardPort,
  type CardTarget,
  cardPort,
} from '../../lib/page/card-port'
import { ask } from './ask'
import { type Mark, rectsOf } from './painter'

export class CardLink {
  #loading: Promise<CardPort | null> | null = null

  constructor(readonly listener: CardListener) {}

  /** The card's script, asked for once; null where it could not be had. */
  load(): Promise<CardPort | null> {
    this.#loading ??= ask('need-card', {}).then(
      () => {
        const port = cardPort()
        port?.listen(this.listener)
        return port
      },
      () => {
        this.#loading = null
        return null
      },
    )
    return this.#loading
  }

  /** True for our own host, where the page sees a change that is ours. */
  owns = (node: EventTarget | null): boolean =>
    node instanceof Node && (cardPort()?.owns(node) ?? false)

  close(): void {
    cardPort()?.close()
  }

  forget(): void {
    cardPort()?.forget()
  }

  remove(): void {
    cardPort()?.remove()
  }
}

/** What the card needs to know of a mark. */
export function targetOf(
  mark: Mark,
  page: { publishedAt: string | null; url: string; locals: readonly LocalEntity[] },
): CardTarget | null {
  const node = mark.ranges[0]?.startContainer
  const context = node instanceof Element ? node : node?.parentElement
  if (!context) return null
  const { mention } = mark
  return {
    mention,
    local:
      mention.entity === null
        ? (page.locals.find(({ headword }) => headword === mention.headword) ?? null)
        : null,
    rects: () => rectsOf(mark),
    context,
    publishedAt: page.publishedAt,
    url: page.url,
  }
}
