/** Does the page cover the card, as far as a script in it can tell? */

import { contains, get, queryAll } from '../../lib/article/dom'

/** Shares of the card's width and height at which it is looked: its corners are round. */
const SHARES = [0.04, 0.5, 0.96]

/** What a page can put above our host; after what goes full screen the host is raised. */
const ON_TOP = ':popover-open, dialog:modal'

/**
 * True where every place looked at is the card's own.
 * @param strictly also nothing that the page has in the top layer may reach into it: what lets the
 * pointer through is not found by asking what stands at a place
 */
export function isUncovered(host: Element, frame: Element, strictly: boolean): boolean {
  if (!host.matches(':popover-open')) return false
  const box = frame.getBoundingClientRect()
  const ours = (x: number, y: number) =>
    get(document, 'elementFromPoint').call(
      document,
      box.left + box.width * x,
      box.top + box.height * y,
    ) === host
  if (!SHARES.every((x) => SHARES.every((y) => ours(x, y)))) return false
  if (!strictly) return true
  return !queryAll(document, ON_TOP).some(
    (other) =>
      !contains(other, host) && overlaps(get(other, 'getBoundingClientRect').call(other), box),
  )
}

const overlaps = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
