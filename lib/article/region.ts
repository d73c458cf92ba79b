/** Where on a page the article stands: by a publisher's names, or by the shape that articles share. */
import {
  attribute,
  contains,
  dataOf,
  get,
  holds,
  isElement,
  isText,
  parentOf,
  plainText,
  query,
  queryAll,
  STRIDE,
  shownInSteps,
  tagOf,
} from './dom'
import { isFurniture } from './furniture'
import { findHeadline, headingBefore } from './headline'
import { meta } from './meta'
import { PARAGRAPH, type Weighed, type Weighing, weigh } from './prose'
import type { Site } from './sites/site'
import type { Steps } from './steps'

export interface Region {
  headline: Element | null
  /** Elements that hold the body, in document order; empty where a wall hides all of it. */
  body: Element[]
  /** Selector of what to leave out of them. */
  drop: string
  /** Boxes within them that are about other things. */
  asides: ReadonlySet<Element>
  /** 0 … 1: how sure it is that this page is one article. */
  certainty: number
}

/** Least text of a body, in UTF-16 units outside links. */
const LEAST = 60

/** What surrounds the headline or the main part is no furniture, whatever it is called. */
function frameOf(document: Document, headline: Element | null): Set<Element> {
  const frame = new Set<Element>()
  const inner = [headline, query(document, 'main, [role="main"]'), query(document, 'article')]
  for (let at of inner) for (; at && !frame.has(at); at = parentOf(at)) frame.add(at)
  return frame
}

/** From the headline outwards, until going further no longer brings much more prose. */
function climb(headline: Element, { boxes }: Weighed): Element | null {
  const mass = (element: Element | null) => (element && boxes.get(element)?.prose) || 0
  let best: Element | null = null
  for (let at: Element | null = headline; at; at = parentOf(at)) {
    if (mass(at) >= LEAST && mass(at) >= 1.6 * mass(best)) best = at
    if (best && /^(article|main|body)$/.test(tagOf(at))) break
  }
  return best
}

/** Siblings of one tag and class are of one kind: a short last paragraph is still a paragraph. */
const shapeOf = (element: Element): string => `${tagOf(element)}.${attribute(element, 'class')}`

/** A crowded element has so many children that even to list them takes its time. */
function* childrenOf(element: Element): Steps<Element[]> {
  return (yield* shownInSteps(element)).filter(isElement)
}

/** Inwards, as long as one child holds nearly all of the prose and no sibling of its kind has any. */
function* descend(from: Element, { boxes }: Weighed): Steps<Element> {
  let at = from
  for (;;) {
    const whole = boxes.get(at)?.prose ?? 0
    const heavy = (yield* childrenOf(at)).filter((child) => boxes.get(child)?.prose)
    const heir = heavy.find((child) => (boxes.get(child)?.prose ?? 0) >= 0.85 * whole)
    if (!heir || tagOf(heir) === 'p') return at
    if (heavy.some((child) => child !== heir && shapeOf(child) === shapeOf(heir))) return at
    at = heir
  }
}

/** What is text by its element, wherever it stands: lists, tables, quotations, figures. */
const MATTER = /^(ul|ol|dl|table|blockquote|figure|pre|details|img|picture|aside)$/
/** What a box holds that holds nothing else. */
function coreOf(element: Element): Element {
  const only = get(element, 'childElementCount') === 1 ? get(element, 'firstElementChild') : null
  return only && /^(div|section)$/.test(tagOf(element)) ? coreOf(only) : element
}

/** What may follow a text besides: a signature, a heading over one of those. */
const FOLLOWING = /^(p|div|section|h[2-6]|hr|br|a|small|em)$/
/** A line with a date, which belongs to the page's frame. */
const DATED = /\d{4}\s?[年/.-]\s?\d/

/**
 * Whether what stands before or behind the paragraphs belongs to them; null for what is nothing.
 *
 * @param kinds shapes of the paragraphs; null beside the element that holds them, where only lists,
 * tables, quotations and figures count
 */
function belongs(
  element: Element,
  behind: boolean,
  { boxes, asides }: Weighed,
  drop: string,
  kinds: ReadonlySet<string> | null,
): boolean | null {
  const tag = tagOf(element)
  const { text = 0, linked = 0 } = boxes.get(element) ?? {}
  if (asides.has(element)) return false
  if (kinds?.has(shapeOf(element))) return true
  if (isFurniture(element, true, drop)) return null
  if (linked > 0.3 * text) return false
  if (text === 0) return query(element, 'img') || tag === 'img' ? true : null
  if (MATTER.test(tagOf(coreOf(element))))
    return behind || text > 60 || !DATED.test(plainText(element))
  if (!kinds) return false
  return (behind ? FOLLOWING : /^h[2-6]$/).test(tag)
}

/** Children from `from` to `to`, and as many on both sides as belong to them, none before `least`. */
function* grow(
  children: readonly Element[],
  [from, to, least]: [number, number, number],
  judge: (child: Element, behind: boolean) => boolean | null,
): Steps<Element[]> {
  function* reach(at: number, step: 1 | -1): Steps<number> {
    let last = at
    for (let next = at + step; next >= least; next += step) {
      const child = children[next]
      const verdict = child ? judge(child, step > 0) : false
      if (verdict === false) break
      if (verdict) last = next
      if (next % STRIDE === 0) yield
    }
    return last
  }
  return children.slice(yield* reach(from, -1), (yield* reach(to, 1)) + 1)
}

/**
 * The container's children from the first with prose to the last, and what belongs to them: their
 * like and lists, tables, quotations and figures at either end, also beside the container.
 */
function* bodyWithin(
  container: Element,
  around: Element,
  weighed: Weighed,
  headline: Element | null,
  drop: string,
): Steps<Element[]> {
  const { boxes, asides } = weighed
  const children = yield* childrenOf(container)
  const titleIn = (elements: Element[]) =>
    headline ? elements.findIndex((child) => holds(child, headline)) : -1
  const inside = titleIn(children)
  const heavy = children.map((child) => !!boxes.get(child)?.prose && !asides.has(child))
  const first = heavy.indexOf(true, Math.max(0, inside))
  const kinds = new Set(children.filter((_, at) => heavy[at]).map(shapeOf))
  let body =
    first < 0 || (yield* hasBareProse(container))
      ? [container]
      : yield* grow(children, [first, heavy.lastIndexOf(true), inside + 1], (child, behind) =>
          belongs(child, behind, weighed, drop, kinds),
        )
  for (let at = container; at !== around; ) {
    const outer = parentOf(at)
    if (!outer) break
    const beside = yield* childrenOf(outer)
    const here = beside.indexOf(at)
    const title = titleIn(beside)
    const least = title < here ? title + 1 : here
    const grown = yield* grow(beside, [here, here, least], (child, behind) =>
      belongs(child, behind, weighed, drop, null),
    )
    body = grown.flatMap((child) => (child === at ? body : [child]))
    at = outer
  }
  // A root is read whatever it is called, and so are furniture and empty boxes no roots.
  const roots: Element[] = []
  for (const [at, child] of body.entries()) {
    if (at % STRIDE === 0) yield
    if (boxes.has(child) || !isFurniture(child, true, drop)) roots.push(child)
  }
  return roots
}

/** Prose right in the container, parted by line breaks alone. */
function* hasBareProse(container: Element): Steps<boolean> {
  const nodes = yield* shownInSteps(container)
  return nodes.some((node) => isText(node) && dataOf(node).trim().length >= PARAGRAPH)
}

/** A body and how much prose it holds. */
interface Body {
  body: Element[]
  prose: number
  asides: ReadonlySet<Element>
}

const NONE: ReadonlySet<Element> = new Set()

function* byShape(
  document: Document,
  headline: Element | null,
  drop: string,
  isAside?: (box: Weighing) => boolean,
): Steps<Body> {
  const root = query(document, 'body')
  if (!root) return { body: [], prose: 0, asides: NONE }
  const weighed = yield* weigh(
    root,
    drop,
    get(document, 'baseURI'),
    frameOf(document, headline),
    isAside,
  )
  const { boxes, asides } = weighed
  const around = (headline && climb(headline, weighed)) ?? root
  const whole = boxes.get(root)?.prose ?? 0
  if (whole < LEAST) return { body: [], prose: whole, asides }
  const container = yield* descend(around, weighed)
  const body = yield* bodyWithin(container, around, weighed, headline, drop)
  const prose = body.reduce((sum, element) => sum + (boxes.get(element)?.prose ?? 0), 0)
  return { body, prose, asides }
}

function* byNames(document: Document, { body = [], drop = '' }: Site): Steps<Body | null> {
  for (const selector of body) {
    const found: Element[] = []
    for (const element of queryAll(document, selector)) {
      const outer = found.at(-1)
      if (!outer || !contains(outer, element)) found.push(element)
    }
    const prose = yield* proseOf(found, drop, get(document, 'baseURI'))
    if (prose > 0) return { body: found, prose, asides: NONE }
  }
  return null
}

function* proseOf(elements: Element[], drop: string, base: string): Steps<number> {
  let prose = 0
  for (const element of elements) {
    const { boxes } = yield* weigh(element, drop, base)
    prose += boxes.get(element)?.prose ?? 0
    yield
  }
  return prose
}

/** The page says of itself that it is one article. */
const saysArticle = (document: Document): boolean =>
  meta(document, ['og:type']) === 'article' ||
  queryAll(document, 'script[type="application/ld+json"]').some((script) =>
    /"@type"\s*:\s*\[?\s*"[A-Za-z]*(Article|BlogPosting)"/.test(get(script, 'textContent') ?? ''),
  )

/**
 * The article of a page, or null where the page is none (a front page, a list, a search).
 *
 * @param url address of the page; its host chooses the publisher's rules
 * @param isAside tells boxes about other pages (`asides.ts`); a page's script, where bytes are dear, marks them too
 */
export function* findRegionInSteps(
  document: Document,
  url: string,
  site: Site | null,
  isAside?: (box: Weighing) => boolean,
): Steps<Region | null> {
  const bySelector = (site?.headline ?? []).map((selector) =>
    queryAll(document, selector).find((element) => plainText(element)),
  )
  const headline = bySelector.find((element) => !!element) ?? findHeadline(document)
  const drop = site?.drop ?? ''
  const bySite = site && (yield* byNames(document, site))
  const { body, prose, asides } = bySite ?? (yield* byShape(document, headline, drop, isAside))
  const says = saysArticle(document)
  const title = headline ?? headingBefore(document, body)
  const front = !URL.canParse(url) || new URL(url).pathname.length <= 1
  const region = { headline: title, body, drop, asides }
  if (bySite && title) return { ...region, certainty: 1 }
  // A headline that is a picture, or that no element shows: what the page says of itself counts.
  const named = says && !front && (meta(document, ['og:title'])?.length ?? 0) > 7
  if (!(title || named) || (front && !says)) return null
  if (prose >= LEAST && (says || prose >= 200))
    return { ...region, certainty: says ? 0.9 : Math.min(0.8, prose / 1_000) }
  return says && !front ? { ...region, body: [], certainty: 0.3 } : null
}
