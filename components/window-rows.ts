/** Which rows of a long list to draw: heights are guessed until a row was seen, then measured. */

export interface RowWindow {
  /** First row to draw and the one after the last. */
  from: number
  to: number
  /** Space to leave above and below, in px. */
  above: number
  below: number
}

export class RowHeights {
  readonly #measured = new Map<string, number>()

  /** @param guess height of a row that was never drawn, in px. */
  constructor(readonly guess: number) {}

  /** Notes a row's height; true where that changes the picture. */
  measure(key: string, height: number): boolean {
    if (height <= 0 || this.#measured.get(key) === height) return false
    this.#measured.set(key, height)
    return true
  }

  of(key: string): number {
    return this.#measured.get(key) ?? this.guess
  }

  /** Distance of a row from the list's top, in px. */
  top(keys: readonly string[], index: number): number {
    let sum = 0
    for (const key of keys.slice(0, index)) sum += this.of(key)
    return sum
  }

  /**
   * @param scroll how much of the list lies above the viewport, in px.
   * @param height of the viewport; `margin` px more are drawn on either side, so that a step by
   * keyboard always finds its next row.
   */
  window(keys: readonly string[], scroll: number, height: number, margin = 600): RowWindow {
    let top = 0
    let from = 0
    while (from < keys.length && top + this.of(keys[from] ?? '') < scroll - margin)
      top += this.of(keys[from++] ?? '')
    const above = top
    let to = from
    while (to < keys.length && top < scroll + height + margin) top += this.of(keys[to++] ?? '')
    let below = 0
    for (let rest = to; rest < keys.length; rest++) below += this.of(keys[rest] ?? '')
    return { from, to, above, below }
  }
}
