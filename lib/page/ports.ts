/**
 * Where the script that reads and paints and the script of the card, injected when a term is first
 * pointed at, find each other: two values in the isolated world that both share and no page sees.
 */
import type { LocalEntity } from '../linking/mention'
import type { ContentRequests } from '../messages'
import type { Settings } from '../settings'
import type { Mark } from './mark'

export type Command = ContentRequests['content:command']['request']['command']

/** The page as the card knows it. */
export interface PagePort {
  /** In reading order. */
  marks(): readonly Mark[]
  /** The mark under a point of the window. */
  at(x: number, y: number): Mark | null
  /** Gives one mark the soft background of the term that is meant, or none. */
  activate(mark: Mark | null): void
  settings(): Settings | null
  article(): { publishedAt: string | null; url: string; locals: readonly LocalEntity[] }
  /** The pointer event on a mark for which the card's script was wanted. */
  readonly first: PointerEvent | null
  /** Aborted when everything has to leave the page. */
  readonly gone: AbortSignal
}

/** The card as the page knows it. */
export interface CardPort {
  command(command: Command): void
  /** Settings, follows or corrections have changed: what was fetched is no longer true. */
  forget(): void
  /** The page has no marks any more. */
  close(): void
  /** True for the card's own host: the page changes that we make ourselves. */
  owns(node: Node): boolean
}

const PAGE = Symbol.for('bunmyaku.page')
const CARD = Symbol.for('bunmyaku.card')
const shared = globalThis as { [PAGE]?: PagePort; [CARD]?: CardPort }

export const pagePort = (): PagePort | null => shared[PAGE] ?? null
export const offerPagePort = (port: PagePort): void => {
  shared[PAGE] = port
}
export const cardPort = (): CardPort | null => shared[CARD] ?? null
export const offerCardPort = (port: CardPort): void => {
  shared[CARD] = port
}
