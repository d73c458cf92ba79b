/** How an element is shown, as far as a reading of its text needs to know. */
import { get } from './dom'

export interface Look {
  /** Nobody sees it, nor what it holds. */
  unseen: boolean
  /** It starts a block of its own, whatever its name is. */
  block: boolean
  /** Line ends of the source are line ends of the page; null where it is as around it. */
  lines: boolean | null
}

/** Values of CSS properties, by name, as `getComputedStyle` has them. */
export type Style = (property: string) => string

const BLOCK = /^(block|flex|grid|table|list-item|flow-root)/
const CLIPPED =
  /inset\(\s*(50|[5-9]\d(\.\d+)?|100)%|circle\(0|polygon\([0px%, ]+\)|rect\([01px, ]+\)/

/** Hidden by what its style says, wherever it stands. */
export const hidesText = (style: Style): boolean =>
  style('display') === 'none' ||
  /hidden|collapse/.test(style('visibility')) ||
  CLIPPED.test(`${style('clip-path')} ${style('clip')}`) ||
  /^0(px|em|rem|%)?$/.test(style('font-size')) ||
  /^-\d{3,}/.test(style('text-indent')) ||
  // A colour that shines through from behind is seen.
  (/^(transparent|rgba\(.*, ?0\))$/.test(style('color')) &&
    !/text/.test(style('background-clip') + style('-webkit-background-clip'))) ||
  // What fades in as one scrolls is there to be read.
  (/^0(\.0+)?%?$/.test(style('opacity')) &&
    !/[1-9]/.test(style('transition-duration')) &&
    /^(none)?$/.test(style('animation-name')))

export const isBlock = (style: Style): boolean => BLOCK.test(style('display'))

/** `pre`, `pre-line` and their like; null where nothing is said. */
export const keepsLines = (style: Style): boolean | null => {
  const space = style('white-space')
  return space ? /^(pre|break)|preserve/.test(space) : null
}

/** The window that shows the element's document, or null for a document that nobody sees. */
function windowOf(element: Element): (Window & typeof globalThis) | null {
  const shown = typeof get(element, 'checkVisibility') === 'function'
  return shown ? get(get(element, 'ownerDocument'), 'defaultView') : null
}

/** Whether the element is laid out, so that its styles and its place can be asked for. */
export const isRendered = (element: Element): boolean =>
  windowOf(element) !== null && get(element, 'isConnected')

/** The look of an element that is laid out. */
export function renderedLook(element: Element): Look {
  const computed = windowOf(element)?.getComputedStyle(element)
  const style: Style = (property) => computed?.getPropertyValue(property) ?? ''
  return {
    unseen: hidesText(style) || liesOutside(element, style),
    block: isBlock(style),
    lines: keepsLines(style),
  }
}

/** Cut to nothing by its own box, or laid where nobody gets to. */
function liesOutside(element: Element, style: Style): boolean {
  if (/^(contents|inline)$/.test(style('display'))) return false
  const { width, height, right, bottom } = get(element, 'getBoundingClientRect').call(element)
  if (width <= 1 || height <= 1)
    return style('overflow-x') !== 'visible' || /\(0,/.test(style('transform'))
  const view = windowOf(element)
  const [x, y] = [view?.scrollX ?? 0, view?.scrollY ?? 0]
  return right + x <= 0 || bottom + y <= 0
}
