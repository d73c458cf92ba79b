/**
 * Marks painted with the CSS Custom Highlight API: the page's nodes stay as they are.
 *
 * The registry of highlights is the page's to read and to empty. So what stands there is the same
 * for every reader but for what this one asked to be taken off the page (docs/threats.md), it is
 * put back where the page empties it, and places are compared with ranges that the page never gets.
 */
import { type Mark, rectsOf } from '../../lib/page/mark'
import { TINTS } from '../../lib/page-marks'

type Layer = (typeof TINTS)[number] | 'active'
const LAYERS: readonly Layer[] = [...TINTS, 'active']

export class Painter {
  readonly #layers = new Map<Layer, Highlight>()
  #byNode = new Map<Node, Mark[]>()
  #marks: Mark[] = []
  #active: Mark | null = null

  /** The marks, in reading order. */
  get marks(): readonly Mark[] {
    return this.#marks
  }

  /** Paints these marks and no others. */
  paint(marks: Mark[]): void {
    this.#marks = marks
    this.#byNode = new Map()
    for (const mark of marks)
      for (const { startContainer } of mark.ranges) {
        const there = this.#byNode.get(startContainer)
        if (there) there.push(mark)
        else this.#byNode.set(startContainer, [mark])
      }
    // The active layer stays: its card may be open while the page is painted anew.
    for (const tint of TINTS) this.#fill(tint)
  }

  /** Gives one mark the soft background of the term that is meant, or none. */
  activate(mark: Mark | null): void {
    this.#active = mark
    this.#fill('active')
  }

  /**
   * The mark under a point of the window: the caret's place, checked against the boxes.
   * `highlightsFromPoint` is not asked: in Chromium it finds nothing where a CSS pixel is two of the
   * screen's.
   */
  at(x: number, y: number): Mark | null {
    if (this.#marks.length === 0) return null
    const { caretPositionFromPoint, caretRangeFromPoint }: Partial<Document> = Document.prototype
    const node =
      caretPositionFromPoint?.call(document, x, y)?.offsetNode ??
      caretRangeFromPoint?.call(document, x, y)?.startContainer
    const near = (node && this.#byNode.get(node)) ?? []
    const inside = (box: DOMRect) =>
      box.left <= x && x <= box.right && box.top <= y && y <= box.bottom
    return near.find((mark) => rectsOf(mark).some(inside)) ?? null
  }

  /** Puts back what the page has taken out of the registry. @returns whether anything was gone */
  putBack(): boolean {
    const gone = [...this.#layers].filter(
      ([layer, highlight]) =>
        CSS.highlights.get(nameOf(layer)) !== highlight ||
        highlight.size !== this.#rangesOf(layer).length,
    )
    for (const [layer] of gone) this.#fill(layer)
    return gone.length > 0
  }

  /** Takes everything down, but never what a younger copy of the script has painted instead. */
  takeDown(): void {
    for (const [layer, highlight] of this.#layers) {
      highlight.clear()
      if (CSS.highlights.get(nameOf(layer)) === highlight) CSS.highlights.delete(nameOf(layer))
    }
    this.#layers.clear()
    this.#marks = []
    this.#byNode.clear()
  }

  #rangesOf(layer: Layer): Range[] {
    const marks =
      layer === 'active' ? [this.#active] : this.#marks.filter(({ tint }) => tint === layer)
    return marks.flatMap((mark) => mark?.ranges ?? [])
  }

  #fill(layer: Layer): void {
    let highlight = this.#layers.get(layer)
    if (!highlight) {
      highlight = new Highlight()
      highlight.priority = LAYERS.indexOf(layer)
      this.#layers.set(layer, highlight)
    }
    highlight.clear()
    for (const range of this.#rangesOf(layer)) highlight.add(unalterable(range))
    if (CSS.highlights.get(nameOf(layer)) !== highlight)
      CSS.highlights.set(nameOf(layer), highlight)
  }
}

/** A copy for the registry: a live range there could be moved by the page, and a card with it. */
const unalterable = (range: Range): StaticRange => new StaticRange(range)

const nameOf = (layer: Layer): string => `bunmyaku-${layer}`
