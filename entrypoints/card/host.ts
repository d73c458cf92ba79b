/**
 * The one element that we add to a page: a popover in the top layer with a closed shadow root.
 *
 * While the page has a modal dialog open everything outside it is inert, a popover too: then the
 * host lives in the topmost of them, and moves back afterwards.
 */
import cardCss from '../../components/card/card.css?inline'
import kindCss from '../../components/KindChip.css?inline'
import tokens from '../../components/tokens.css?inline'
import { uiLanguage } from '../../lib/i18n'
import panelCss from './panel.css?inline'

/** A closed root hides the reader's cards from the page; only the tests' build can look in. */
const MODE: ShadowRootMode = import.meta.env.MODE === 'e2e' ? 'open' : 'closed'

export interface Host {
  element: HTMLElement
  root: ShadowRoot
  /** Takes the card; the dialog of our own. */
  frame: HTMLElement
  status: HTMLElement
  /** Puts the host where it can be used and on top of everything. `context` stands beside the term. */
  show(context: Element | null): void
  hide(): void
}

const modal = (): HTMLDialogElement[] => [
  ...document.querySelectorAll<HTMLDialogElement>('dialog:modal'),
]

/** The dialog that holds the term; failing that the last one, for the others are inert. */
function container(context: Element | null): Element {
  const around = context?.closest('dialog:modal')
  return around ?? modal().at(-1) ?? document.documentElement
}

export function makeHost(): Host {
  const element = document.createElement('bunmyaku-card')
  element.setAttribute('popover', 'manual')
  element.lang = uiLanguage()
  const root = element.attachShadow({ mode: MODE })
  const style = document.createElement('style')
  style.textContent = tokens + kindCss + cardCss + panelCss
  const frame = document.createElement('div')
  frame.className = 'frame'
  frame.tabIndex = -1
  frame.setAttribute('role', 'dialog')
  const status = document.createElement('div')
  status.className = 'status'
  status.setAttribute('role', 'status')
  root.append(style, frame, status)

  // What is pressed or typed in the card is no business of the page's shortcuts and «click outside».
  for (const type of [
    'click',
    'pointerdown',
    'pointerup',
    'mousedown',
    'mouseup',
    'touchstart',
    'keydown',
    'keyup',
    'keypress',
    'wheel',
  ])
    element.addEventListener(type, (event) => event.stopPropagation(), { passive: true })

  let shownFor: Element | null = null
  let shown = false
  const settle = () => {
    if (!shown) return
    const parent = container(shownFor?.isConnected ? shownFor : null)
    if (element.parentNode === parent && element.matches(':popover-open')) return
    const focused = root.activeElement
    if (element.parentNode !== parent) parent.append(element)
    if (!element.matches(':popover-open')) element.showPopover()
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  }
  // A dialog opens, closes or is taken out of the page, and the host perhaps with it.
  const watcher = new MutationObserver(settle)
  const raise = () => {
    if (!shown || !element.matches(':popover-open')) return
    const focused = root.activeElement
    element.hidePopover()
    element.showPopover()
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  }

  return {
    element,
    root,
    frame,
    status,
    show(context) {
      shownFor = context
      if (!shown) {
        watcher.observe(document, {
          subtree: true,
          childList: true,
          attributes: true,
          attributeFilter: ['open'],
        })
        document.addEventListener('fullscreenchange', raise)
      }
      shown = true
      settle()
    },
    hide() {
      shown = false
      watcher.disconnect()
      document.removeEventListener('fullscreenchange', raise)
      if (element.isConnected && element.matches(':popover-open')) element.hidePopover()
      // Nothing of ours stays behind in a dialog of the page.
      if (element.parentNode !== document.documentElement) element.remove()
    },
  }
}
