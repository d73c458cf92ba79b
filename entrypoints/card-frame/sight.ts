/**
 * Whether the reader can see the card: asked before anything of theirs is changed.
 *
 * Where the browser watches it (IntersectionObserver with `trackVisibility`, Chromium) it says so of
 * a frame in a foreign page too: not covered, not transparent, not filtered. Everywhere the script in
 * the page looks what stands at the card's place.
 */

/** Milliseconds: a card that has only just come under the pointer has not been seen yet. */
const SETTLED = 300
/** Milliseconds between two looks of the browser; less it does not allow. */
const DELAY = 100

/** Not yet in TypeScript's library. */
interface Watched extends IntersectionObserverEntry {
  isVisible?: boolean
}

export class Sight {
  /** Since when the browser says that all of it is seen; null while it does not. */
  #since: number | null = null
  readonly #watched: boolean

  /** @param ask the script in the page, which sees what lies over the frame */
  constructor(
    element: Element,
    readonly ask: (strictly: boolean) => Promise<boolean>,
  ) {
    const options = { threshold: [0, 0.5, 1], trackVisibility: true, delay: DELAY }
    const observer = new IntersectionObserver((entries: Watched[]) => {
      for (const { isVisible, isIntersecting } of entries) {
        const seen = isVisible ?? isIntersecting
        this.#since = seen ? (this.#since ?? performance.now()) : null
      }
    }, options)
    this.#watched = 'trackVisibility' in observer
    observer.observe(element)
  }

  /** The card has moved or become another: it is looked at anew. */
  restart(): void {
    if (this.#since !== null) this.#since = performance.now()
  }

  /** True where nothing speaks against it. */
  async clear(): Promise<boolean> {
    if (this.#since === null || performance.now() - this.#since < SETTLED) return false
    const asked = await this.ask(!this.#watched)
    // What covered it meanwhile has been noticed too.
    return asked && (!this.#watched || this.#since !== null)
  }
}
