/**
 * How elements of a saved page look, which nobody lays out: by the rules of the style sheets that
 * are in the file. Which rule wins is told by their order alone.
 */
import { attribute, get, hasAttributes, matches } from './dom'
import {
  hidesText,
  isBlock,
  isRendered,
  keepsLines,
  type Look,
  renderedLook,
  type Style,
} from './look'

/** What can hide a text, part it or keep its lines. */
const TELLING = (
  'display visibility clip-path clip font-size text-indent opacity ' +
  'transition transition-duration animation animation-name white-space height max-height width overflow left top margin-left color background-clip -webkit-background-clip transform'
).split(' ')

const SHORTHANDS: Readonly<Record<string, string>> = {
  'transition-duration': 'transition',
  'animation-name': 'animation',
}

/** Rules that are looked at; a file with more has a framework in it. */
const MOST = 3_000

interface Rule {
  selector: string
  values: Map<string, string>
}

/** Styles that pages write into the element itself. */
const ownStyle = (element: Element): Style => {
  const declared = attribute(element, 'style')
  return (property) =>
    new RegExp(`(?:^|[;\\s])${property}\\s*:\\s*([^;!]*)`, 'i').exec(declared)?.[1]?.trim() ?? ''
}

/** The look that these declarations give, without a layout. */
function lookBy(said: Style): Look {
  const style: Style = (property) => said(property) || said(SHORTHANDS[property] ?? '')
  const zero = (property: string) => /^[01](px)?$/.test(style(property))
  const cut =
    (zero('height') || zero('max-height') || zero('width')) && /hidden|clip/.test(style('overflow'))
  const away = ['left', 'top', 'margin-left'].some((side) => /^-\d{3,}/.test(style(side)))
  return {
    unseen: hidesText(style) || cut || away || /scale(3d)?\(0[,)]/.test(style('transform')),
    block: isBlock(style),
    lines: keepsLines(style),
  }
}

/** The look of each element of `document`, from the style sheets that came with it. */
function sheetLook(document: Document): (element: Element) => Look {
  const rules = Array.from(get(document, 'styleSheets')).flatMap(rulesOf).slice(0, MOST)
  const told = new Map<string, Rule[]>()
  /** Elements of one name, class and id mostly match the same rules; `:nth-child` is not asked twice. */
  const rulesFor = (element: Element): Rule[] =>
    rules.filter(({ selector }) => fits(element, selector))
  return (element) => {
    const own = ownStyle(element)
    if (rules.length === 0) return lookBy(own)
    const key = hasAttributes(element) ? '' : get(element, 'localName')
    const matching = (key && told.get(key)) || rulesFor(element)
    if (key) told.set(key, matching)
    const style: Style = (property) =>
      own(property) ||
      (matching.findLast(({ values }) => values.has(property))?.values.get(property) ?? '')
    return lookBy(style)
  }
}

function fits(element: Element, selector: string): boolean {
  try {
    return matches(element, selector)
  } catch {
    return false
  }
}

function rulesOf(sheet: CSSStyleSheet): Rule[] {
  return Array.from(sheet.cssRules).flatMap((rule) => {
    if (!('selectorText' in rule && 'style' in rule)) return []
    const { selectorText, style } = rule as CSSStyleRule
    const values = TELLING.map((name) => [name, style.getPropertyValue(name)] as const)
    const telling = values.filter(([, value]) => value !== '')
    // A rule for what a pointer or a printer makes of the page says nothing of its rest.
    if (telling.length === 0 || /:(hover|focus|active|before|after)|::/.test(selectorText))
      return []
    return [{ selector: selectorText, values: new Map(telling) }]
  })
}

/** How elements of the document look: laid out where it is shown, else by its sheets. */
export const looksIn = (document: Document): ((element: Element) => Look) =>
  isRendered(get(document, 'documentElement')) ? renderedLook : sheetLook(document)
