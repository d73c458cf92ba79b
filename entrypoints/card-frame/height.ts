/**
 * How high the card wants to be. The page can find out how high it is, so that must not depend on
 * what the reader has saved or follows: it is the height that the card has for any reader, and what
 * is unfolded on top of it.
 */

export class Height {
  #plain = 0
  #base = 0

  constructor(readonly frame: HTMLElement) {}

  /** What stands there is the card of any reader, or the shape of one that is coming. */
  plain(): number {
    this.#plain = this.#base = this.#natural()
    return this.#plain
  }

  /** What stands there is the reader's own card, as it opens. */
  own(): void {
    this.#base = this.#natural()
  }

  /** After something was unfolded or folded. */
  now(): number {
    return this.#plain + this.#natural() - this.#base
  }

  #natural(): number {
    this.frame.classList.add('measured')
    const height = this.frame.offsetHeight
    this.frame.classList.remove('measured')
    return height
  }
}
