/**
 * What the card's script in a page and the frame that shows the card say to each other, over a port
 * that only they hold. What the reader keeps never passes here: the frame asks the background itself.
 */
import type { Request } from '../messages'
import type { Settings } from '../settings'

export type ToFrame =
  /** Shows a card; what the frame says of it bears the same `turn`. */
  | {
      say: 'open'
      turn: number
      card: Request<'card'>
      theme: Settings['theme']
      /** Opened by keyboard: the focus goes into it. */
      focus: boolean
    }
  | { say: 'prefetch'; card: Request<'card'> }
  | { say: 'close' }
  /** What was fetched is no longer true. */
  | { say: 'forget' }
  /** To be read aloud by a screen reader, and never shown. */
  | { say: 'tell'; words: string }
  /** What the frame asked with `seen?`. */
  | { say: 'seen'; ask: number; seen: boolean }

export type FromFrame =
  /** Everything is in place: what comes now is heard. */
  | { say: 'ready' }
  /** How high the card wants to be, in CSS px, the same for every reader; or what stands for it. */
  | { say: 'size'; turn: number; height: number; ready: boolean }
  | { say: 'close' }
  | { say: 'pin'; on: boolean }
  /**
   * Does the page leave the card uncovered just now, as far as a script in it can tell? `strictly`
   * where the browser does not say so itself.
   */
  | { say: 'seen?'; ask: number; strictly: boolean }

/** The first message to the frame, with the port: who sends it has this from the background. */
export interface Introduction {
  token: string
}
