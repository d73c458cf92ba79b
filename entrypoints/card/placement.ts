/** Where the card stands: beside its term, never over it, never off the screen. */
import {
  autoUpdate,
  computePosition,
  flip,
  inline,
  offset,
  type Placement,
  shift,
  size,
  type VirtualElement,
} from '@floating-ui/dom'
import type { CardTarget } from './target'

/** CSS px: between term and card; between card and the window's edge. */
const GAP = 6
const EDGE = 8
/** A card is never taller than this, however much room there is. */
const TALLEST = 560
/** Below this a card (384 px) and a word beside it do not fit side by side. */
const WIDE = 800

const bounding = (rects: readonly DOMRect[]): DOMRect => {
  const left = Math.min(...rects.map((rect) => rect.left))
  const top = Math.min(...rects.map((rect) => rect.top))
  const right = Math.max(...rects.map((rect) => rect.right))
  const bottom = Math.max(...rects.map((rect) => rect.bottom))
  return new DOMRect(left, top, right - left, bottom - top)
}

function preferred(context: Element): [Placement, ...Placement[]] {
  // Beside vertical text a card belongs to the left or right of its column.
  if (getComputedStyle(context).writingMode.startsWith('vertical'))
    return ['left-start', 'right-start', 'bottom-start', 'top-start']
  // In a narrow window there is no beside: a tall card scrolls below or above its term.
  return innerWidth < WIDE
    ? ['bottom-start', 'top-start']
    : ['bottom-start', 'top-start', 'right-start', 'left-start']
}

/**
 * Keeps `frame` beside the target until the returned function is called.
 * @param gone called when the term is no longer in the page or has left the window
 */
export function follow(frame: HTMLElement, target: CardTarget, gone: () => void): () => void {
  let last = target.rects()
  const reference: VirtualElement = {
    contextElement: target.context,
    getBoundingClientRect: () => bounding(last),
    getClientRects: () => last,
  }
  const [placement, ...fallbackPlacements] = preferred(target.context)

  const place = async () => {
    const rects = target.rects()
    if (rects.length === 0 || outside(bounding(rects))) return gone()
    last = rects
    frame.style.maxHeight = `${TALLEST}px`
    const { x, y } = await computePosition(reference, frame, {
      strategy: 'fixed',
      placement,
      middleware: [
        inline(),
        offset(GAP),
        // Too far to the side is mended by shifting, not by another side.
        flip({ fallbackPlacements, padding: EDGE, crossAxis: false }),
        shift({ padding: EDGE }),
        size({
          padding: EDGE,
          apply: ({ availableHeight }) => {
            frame.style.maxHeight = `${Math.max(120, Math.min(TALLEST, availableHeight))}px`
          },
        }),
      ],
    })
    frame.style.translate = `${Math.round(x)}px ${Math.round(y)}px`
    frame.classList.add('open')
    frame.classList.remove('placing')
  }
  return autoUpdate(reference, frame, () => void place())
}

const outside = (box: DOMRect): boolean =>
  box.bottom < 0 || box.right < 0 || box.top > innerHeight || box.left > innerWidth
