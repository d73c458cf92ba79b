/** What stands in or around an article without being part of it: by element, role, name and label. */
import { names } from '../../assets/page/furniture.json'
import { anyOf } from './any-of'
import {
  attribute,
  closest,
  dataOf,
  get,
  hasAttributes,
  isElement,
  isText,
  matches,
  query,
  tagOf,
} from './dom'
import { isRendered, renderedLook } from './look'

/** Never text of an article: controls, embedded things, and the page's own frame. */
const LEFT_OUT = new Set(
  (
    'script style noscript template iframe object embed svg math canvas video audio input ' +
    'select option textarea dialog menu nav aside footer rp rt rtc'
  ).split(' '),
)

const ROLES =
  /^(navigation|complementary|dialog|alertdialog|search|banner|contentinfo|menu|tooltip)$/

/** Words in class names and ids that publishers give to what is not the text. */
const NAMES = new RegExp(`^(${anyOf(names)})$`)

const NOT_FOR_PRINT =
  /not?-?print|print-?(nodisp|hide|none)|sr-only|visually-?hidden|screen-?reader/i

/** Whether class names and ids, in camel case, kebab case or BEM, hold a word that names furniture. */
function isNamed(given: string): boolean {
  let named = judged.get(given)
  if (named === undefined) {
    named = given
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z]+/)
      .some((word) => NAMES.test(word))
    if (judged.size < 2_000) judged.set(given, named)
  }
  return named
}
/** A page has few distinct names and many elements. */
const judged = new Map<string, boolean>()

/** Hidden by its own attributes. */
const hidesItself = (element: Element): boolean =>
  get(element, 'hasAttribute').call(element, 'hidden') ||
  /display:\s*none|visibility:\s*hidden/i.test(attribute(element, 'style')) ||
  (attribute(element, 'aria-hidden') === 'true' && !isSeenAllTheSame(element))

/**
 * `aria-hidden` speaks to screen readers: dialogs set it on the whole page behind them, which is
 * seen as before. What is not laid out tells by what it holds; icons written as words are no text.
 */
const isSeenAllTheSame = (element: Element): boolean =>
  isRendered(element)
    ? tagOf(element) !== 'i' &&
      !/icon/i.test(attribute(element, 'class')) &&
      !renderedLook(element).unseen
    : !!query(element, 'h1, main, article, p')

/** Hidden by attribute, or by style where the document is rendered. */
export function isHidden(element: Element): boolean {
  const check: Element['checkVisibility'] | undefined = get(element, 'checkVisibility')
  return hidesItself(element) || (!!check && !check.call(element, { visibilityProperty: true }))
}

/** Text in front of or behind a node, within its block. */
function textBeside(node: Node, side: 'previousSibling' | 'nextSibling'): string {
  let text = ''
  for (let at = get(node, side); at && !text.trim(); at = get(at, side)) {
    if (isText(at)) text = dataOf(at)
    else if (isElement(at))
      text = /^(br|button)$/.test(tagOf(at)) ? '' : (get(at, 'textContent') ?? '')
    if (tagOf(at) === 'br') break
  }
  return text.trim()
}

/** A button with words amid a sentence is read with it; one that stands alone or behind it is a control. */
const isWithinSentence = (button: Element): boolean =>
  textBeside(button, 'nextSibling') !== '' ||
  /[^。．.!?！？」』）)]$/.test(textBeside(button, 'previousSibling'))

/** Boxes that the page calls beside the matter, though they are a pull quote, figures or a definition. */
const holdsMatter = (aside: Element): boolean =>
  !!query(aside, 'blockquote, q, figure, table, dl') && !query(aside, 'a[href]')

function isControl(element: Element, tag: string): boolean {
  if (tag === 'button') return !isWithinSentence(element)
  if (tag === 'footer') return !closest(element, 'blockquote')
  if (tag === 'aside') return !holdsMatter(element)
  return LEFT_OUT.has(tag)
}

/**
 * Whether an element below the region is left out of the text.
 *
 * @param block - the element starts a block: its names are looked at too
 * @param drop - selector of what else is left out
 */
export function isFurniture(element: Element, block: boolean, drop = ''): boolean {
  if (isControl(element, tagOf(element))) return true
  if (!hasAttributes(element)) return false
  if (drop && matches(element, drop)) return true
  if (ROLES.test(attribute(element, 'role')) || hidesItself(element)) return true
  if (/^(true|)$/.test(get(element, 'getAttribute').call(element, 'contenteditable') ?? 'false'))
    return true
  const names = `${attribute(element, 'class')} ${attribute(element, 'id')}`
  if (names === ' ') return false
  return NOT_FOR_PRINT.test(names) || (block && isNamed(names))
}
