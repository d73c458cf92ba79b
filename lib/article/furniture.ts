/** What stands in or around an article without being part of it: by element, role, name and label. */
import { attribute, get, matches, tagOf } from './dom'

/** Never text of an article: controls, embedded things, and the page's own frame. */
const LEFT_OUT = new Set(
  (
    'script style noscript template iframe object embed svg math canvas video audio button input ' +
    'select option textarea dialog menu nav aside footer rp rt rtc'
  ).split(' '),
)

const ROLES =
  /^(navigation|complementary|dialog|alertdialog|search|banner|contentinfo|menu|tooltip)$/

/** Words in class names and ids that publishers give to what is not the text. */
const NAMES =
  /^(ads?|adv|advert|advertisement|gpt|outbrain|taboola|logly|sponsor(ed)?|promo|promotion|banner|share|sharing|sns|social|related|relation|recommends?|recommended|recommendation|ranking|breadcrumbs?|pagination|pager|paywall|newsletter|login|toolbox|articletool|keywords?|taglist|tags|copyright|comments|readmore|nextread|enquete|infeed|inread|profile|skip|member|members)$/

const NOT_FOR_PRINT =
  /not?-?print|print-?(nodisp|hide|none)|sr-only|visually-?hidden|screen-?reader/i

/** Names in camel case, kebab case and BEM alike fall into words. */
const words = (names: string): string[] =>
  names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)

/** Hidden by attribute, or by style where the document is rendered. */
export function isHidden(element: Element): boolean {
  if (get(element, 'hasAttribute').call(element, 'hidden')) return true
  if (attribute(element, 'aria-hidden') === 'true') return true
  if (/display:\s*none|visibility:\s*hidden/i.test(attribute(element, 'style'))) return true
  const check: Element['checkVisibility'] | undefined = get(element, 'checkVisibility')
  return (
    !!get(element, 'isConnected') && !!check && !check.call(element, { visibilityProperty: true })
  )
}

/**
 * Whether an element below the region is left out of the text.
 *
 * @param block - the element starts a block: its names are looked at too
 */
export function isFurniture(element: Element, block: boolean, drop = ''): boolean {
  if (LEFT_OUT.has(tagOf(element))) return true
  if (drop && matches(element, drop)) return true
  if (ROLES.test(attribute(element, 'role')) || isHidden(element)) return true
  if (/^(true|)$/.test(get(element, 'getAttribute').call(element, 'contenteditable') ?? 'false'))
    return true
  const names = `${attribute(element, 'class')} ${attribute(element, 'id')}`
  if (NOT_FOR_PRINT.test(names)) return true
  return block && words(names).some((word) => NAMES.test(word))
}
