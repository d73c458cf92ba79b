/**
 * Where the content script and the card's script, injected later, find each other: a value in the
 * isolated world that both share and no page can see.
 */
import type { LocalEntity, Mention } from '../linking/mention'
import type { Settings } from '../settings'
import type { Opener } from './dwell'

/** What a card is opened for. */
export interface CardTarget {
  mention: Mention
  local: LocalEntity | null
  /** The term's boxes in the window, read anew each time: the page may move. Empty when it is gone. */
  rects(): DOMRect[]
  /** An element beside or around the term: tells its writing mode and the dialog it stands in. */
  context: Element
  publishedAt: string | null
  url: string
}

/** What the card tells the content script. */
export interface CardListener {
  entered(): void
  left(): void
  closed(): void
  pinned(on: boolean): void
}

export interface CardPort {
  prefetch(target: CardTarget): void
  open(target: CardTarget, by: Opener, theme: Settings['theme']): void
  close(): void
  /** Says something to a screen reader, and to everybody where `shown`. */
  tell(words: string, shown: boolean): void
  /** Says to a screen reader which term the keyboard has come to: the `number`th of `count`. */
  step(headword: string, number: number, count: number): void
  /** Forgets what was fetched: settings or corrections have changed. */
  forget(): void
  /** Takes the host out of the page for good. */
  remove(): void
  listen(listener: CardListener): void
  /** True for the card's own host: the page changes that we make ourselves. */
  owns(node: Node): boolean
}

const KEY = Symbol.for('bunmyaku.card')
const shared = globalThis as { [KEY]?: CardPort }

export const cardPort = (): CardPort | null => shared[KEY] ?? null
export const offerCardPort = (port: CardPort): void => {
  shared[KEY] = port
}
