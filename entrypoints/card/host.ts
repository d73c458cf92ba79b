/**
 * The one element that we add to a page: a popover in the top layer, whose closed shadow root holds a
 * frame with a document of the extension's own. Neither script nor style, font, search, selection or
 * event of the page gets into a document of another origin (docs/decisions/card-frame.md).
 *
 * While the page has a modal dialog open, or an element that fills the screen, everything outside it
 * is inert, a popover too: then the host lives in it, and moves back afterwards.
 */
import { closest, contains, get, queryAll } from '../../lib/article/dom'
import hostCss from './host.css?inline'

/** A closed root keeps the frame from the page; only the tests' build can look in. */
const MODE: ShadowRootMode = import.meta.env.MODE === 'e2e' ? 'open' : 'closed'

const XHTML = 'http://www.w3.org/1999/xhtml'

/** Milliseconds between two tries to come back, and how many there are each time a card is shown. */
const REST = 60
const TRIES = 4
/** So many cards taken away, and the page is left alone. */
const FIGHTS = 3

export interface Host {
  element: HTMLElement
  frame: HTMLIFrameElement
  /** Into the page, unseen, so that what is in the frame can load. */
  load(): void
  /**
   * Puts the host where it can be used and on top of everything. `context` stands beside the term.
   * @returns false where the page has taken so many cards away that none is shown any more
   */
  show(context: Element | null): boolean
  hide(): void
  /** On top of what the page has put into the top layer since. */
  raise(): void
  /** The card has, or is about to have, the focus. */
  focused(): boolean
  /** Takes the host out of the page for good. */
  remove(): void
}

const page = (): HTMLElement => get(document, 'documentElement')

/**
 * The dialog that holds the term; failing that the last one, for the others are inert. So is what
 * stands outside an element that fills the screen.
 */
function container(context: Element | null): Element {
  const around = context && closest(context, 'dialog:modal')
  const dialog = around ?? queryAll(document, 'dialog:modal').at(-1)
  const full = get(document, 'fullscreenElement')
  return dialog ?? (full && context && contains(full, context) ? full : page())
}

/**
 * Made in a document that no script belongs to: a page may define an element of this name, and would
 * be handed the closed root of one that was made in its own.
 */
function makeElement(): HTMLElement {
  const element = new Document().createElementNS(XHTML, 'bunmyaku-card') as HTMLElement
  element.setAttribute('popover', 'manual')
  return element
}

/**
 * @param lost the page takes the card away again and again: it is hidden now
 */
export function makeHost(lost: () => void): Host {
  const element = makeElement()
  const root = element.attachShadow({ mode: MODE })
  const make = get(document, 'createElement').bind(document)
  const style = make('style')
  style.textContent = hostCss
  const frame = make('iframe') as HTMLIFrameElement
  root.append(style, frame)

  let shownFor: Element | null = null
  let shown = false
  let tries = 0
  let fights = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const inPlace = (parent: Element) =>
    element.parentNode === parent && element.matches(':popover-open')
  const place = () => {
    const parent = container(shownFor?.isConnected ? shownFor : null)
    if (inPlace(parent)) return
    try {
      if (element.parentNode !== parent) move(element, parent)
      element.setAttribute('popover', 'manual')
      if (!element.matches(':popover-open')) element.showPopover()
    } catch {
      // What the page did meanwhile is seen at the next look.
    }
  }
  /** Later and not at once: a page that answers each time would never let the tab breathe. */
  const settle = () => {
    if (!shown || timer !== undefined) return
    if (inPlace(container(shownFor?.isConnected ? shownFor : null))) return
    timer = setTimeout(() => {
      timer = undefined
      if (!shown) return
      if (tries++ < TRIES) return place()
      fights++
      host.hide()
      lost()
    }, REST)
  }
  // A dialog opens, closes or is taken out of the page, and the host perhaps with it.
  const watcher = new MutationObserver(settle)
  element.addEventListener('toggle', settle)
  const raise = () => {
    if (!shown || !element.matches(':popover-open')) return
    const focused = host.focused()
    element.hidePopover()
    element.showPopover()
    if (focused) frame.focus({ preventScroll: true })
  }

  const filled = () => {
    if (!shown) return
    place()
    raise()
  }

  const host: Host = {
    element,
    frame,
    load() {
      if (!element.isConnected) page().append(element)
    },
    show(context) {
      if (fights >= FIGHTS) return false
      shownFor = context
      tries = 0
      if (!shown) {
        watcher.observe(document, {
          subtree: true,
          childList: true,
          attributes: true,
          attributeFilter: ['open', 'popover'],
        })
        document.addEventListener('fullscreenchange', filled)
      }
      shown = true
      place()
      return true
    },
    hide() {
      shown = false
      clearTimeout(timer)
      timer = undefined
      watcher.disconnect()
      document.removeEventListener('fullscreenchange', filled)
      if (element.isConnected && element.matches(':popover-open')) element.hidePopover()
      // Nothing of ours stays behind in a dialog of the page.
      if (element.isConnected && element.parentNode !== page()) move(element, page())
    },
    raise,
    focused: () => get(document, 'activeElement') === element,
    remove() {
      host.hide()
      element.remove()
    },
  }
  return host
}

/** Where the browser can, without loading what is in the frame anew. */
function move(
  element: Element,
  parent: Element & { moveBefore?: (node: Node, before: null) => void },
) {
  if (element.isConnected && parent.moveBefore) parent.moveBefore(element, null)
  else parent.append(element)
}
