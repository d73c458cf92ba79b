/** From term to term with the keyboard. */
import { type Mark, rectsOf } from '../../lib/page/mark'
import type { PagePort } from '../../lib/page/ports'
import { stepFrom } from '../../lib/page/stepping'

export class Steps {
  #current: Mark | null = null

  constructor(readonly page: PagePort) {}

  /** The mark that the reader stepped to, as long as it is painted. */
  get current(): Mark | null {
    return this.#current && this.page.marks().includes(this.#current) ? this.#current : null
  }

  /** Steps, brings the mark into the window and gives it its background; null where there is none. */
  step(direction: 1 | -1): { mark: Mark; number: number; count: number } | null {
    const marks = this.page.marks()
    const at = this.current === null ? null : marks.indexOf(this.current)
    const visible = marks.findIndex((mark) => rectsOf(mark).some(({ top }) => top >= 0))
    const next = stepFrom(at, direction, marks.length, visible < 0 ? null : visible)
    const mark = next === null ? undefined : marks[next]
    if (!mark || next === null) return null
    this.#current = mark
    this.page.activate(mark)
    bringIntoView(mark)
    return { mark, number: next + 1, count: marks.length }
  }
}

/** Scrolls only as far as is needed, with room for the card beneath. */
function bringIntoView(mark: Mark): void {
  const box = rectsOf(mark)[0]
  const around = mark.ranges[0]?.startContainer.parentElement
  if (!box || !around) return
  const [top, bottom] = [innerHeight * 0.15, innerHeight * 0.7]
  if (box.top >= top && box.bottom <= bottom && box.left >= 0 && box.right <= innerWidth) return
  // The element first, for it may scroll inside another; then the term itself within the window.
  if (box.bottom < 0 || box.top > innerHeight || box.left < 0 || box.right > innerWidth)
    around.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
  const now = rectsOf(mark)[0] ?? box
  const down = now.top < top ? now.top - top : now.bottom > bottom ? now.top - innerHeight * 0.3 : 0
  if (down !== 0) window.scrollBy({ top: down, behavior: 'instant' })
}
