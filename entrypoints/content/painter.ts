/** Marks painted with the CSS Custom Highlight API: the page's nodes stay as they are. */
import { type Mark, rectsOf } from '../../lib/page/mark'
import { TINTS } from '../../lib/page/tint'

type Layer = (typeof TINTS)[number] | 'followed' | 'active'
const LAYERS: readonly Layer[] = [...TINTS, 'followed', 'active']

export class Painter {
  readonly #layers = new Map<Layer, Highlight>()
  #byRange = new Map<AbstractRange, Mark>()
  #byNode = new Map<Node, Mark[]>()
  #marks: Mark[] = []

  /** The marks, in reading order. */
  get marks(): readonly Mark[] {
    return this.#marks
  }

  /** Paints these marks and no others. */
  paint(marks: Mark[]): void {
    this.#marks = marks
    this.#byRange = new Map()
    this.#byNode = new Map()
    // The active layer stays: its card may be open while the page is painted anew.
    for (const layer of LAYERS) if (layer !== 'active') this.#layer(layer).clear()
    for (const mark of marks) {
      const layer = this.#layer(mark.followed ? 'followed' : mark.tint)
      for (const range of mark.ranges) {
        layer.add(range)
        this.#byRange.set(range, mark)
        const there = this.#byNode.get(range.startContainer)
        if (there) there.push(mark)
        else this.#byNode.set(range.startContainer, [mark])
      }
    }
  }

  /** Gives one mark the soft background of the term that is meant, or none. */
  activate(mark: Mark | null): void {
    const layer = this.#layer('active')
    layer.clear()
    for (const range of mark?.ranges ?? []) layer.add(range)
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

  /** Takes everything down, but never what a younger copy of the script has painted instead. */
  takeDown(): void {
    for (const [layer, highlight] of this.#layers) {
      highlight.clear()
      if (CSS.highlights.get(nameOf(layer)) === highlight) CSS.highlights.delete(nameOf(layer))
    }
    this.#layers.clear()
    this.#marks = []
    this.#byRange.clear()
    this.#byNode.clear()
  }

  #layer(layer: Layer): Highlight {
    let highlight = this.#layers.get(layer)
    if (!highlight) {
      highlight = new Highlight()
      highlight.priority = LAYERS.indexOf(layer)
      this.#layers.set(layer, highlight)
      CSS.highlights.set(nameOf(layer), highlight)
    }
    return highlight
  }
}

const nameOf = (layer: Layer): string => `bunmyaku-${layer}`
