/** Where on a page the article stands: by a publisher's names, or by the shape that articles share. */
import {
  attribute,
  childrenOf,
  contains,
  dataOf,
  get,
  isText,
  plainText,
  query,
  queryAll,
  tagOf,
  walkInSteps,
} from './dom'
import { findHeadline, headingBefore } from './headline'
import { meta } from './meta'
import { PARAGRAPH, weigh } from './prose'
import type { Site } from './sites/site'
import type { Steps } from './steps'

export interface Region {
  headline: Element | null
  /** Elements that hold the body, in document order; empty where a wall hides all of it. */
  body: Element[]
  /** Selector of what to leave out of them. */
  drop: string
  /** 0 … 1: how sure it is that this page is one article. */
  certainty: number
}

/** Least text of a body, in UTF-16 units outside links. */
const LEAST = 60

/** What surrounds the headline or the main part is no furniture, whatever it is called. */
function frameOf(document: Document, headline: Element | null): Set<Element> {
  const frame = new Set<Element>()
  const inner = [headline, query(document, 'main, [role="main"]'), query(document, 'article')]
  for (let at of inner) for (; at && !frame.has(at); at = get(at, 'parentElement')) frame.add(at)
  return frame
}

/** From the headline outwards, until going further no longer brings much more prose. */
function climb(headline: Element, mass: Map<Element, number>): Element | null {
  let best: Element | null = null
  for (let at: Element | null = headline; at; at = get(at, 'parentElement')) {
    const here = mass.get(at) ?? 0
    if (here >= LEAST && here >= 1.6 * (best ? (mass.get(best) ?? 0) : 0)) best = at
    if (best && /^(article|main|body)$/.test(tagOf(at))) break
  }
  return best
}

/** Siblings of one tag and class are of one kind: a short last paragraph is still a paragraph. */
const shapeOf = (element: Element): string => `${tagOf(element)}.${attribute(element, 'class')}`

/** Which child of its parent holds an element that stands somewhere below it. */
function childAround(inner: Element, parent: Element): Element | null {
  let at: Element | null = inner
  while (at && get(at, 'parentElement') !== parent) at = get(at, 'parentElement')
  return at
}

/** Inwards, as long as one child holds nearly all of the prose and no sibling of its kind has any. */
function* descend(from: Element, mass: Map<Element, number>): Steps<Element> {
  let at = from
  for (;;) {
    const whole = mass.get(at) ?? 0
    const heavy = (yield* childrenOf(at)).filter((child) => mass.get(child))
    const heir = heavy.find((child) => (mass.get(child) ?? 0) >= 0.85 * whole)
    if (!heir || tagOf(heir) === 'p') return at
    if (heavy.some((child) => child !== heir && shapeOf(child) === shapeOf(heir))) return at
    at = heir
  }
}

/** The container's children from the first with prose to the last, and the short ones of their kind at either end. */
function* bodyWithin(
  container: Element,
  mass: Map<Element, number>,
  headline: Element | null,
): Steps<Element[]> {
  const children = yield* childrenOf(container)
  const titled = headline && childAround(headline, container)
  const inside = titled ? children.indexOf(titled) : -1
  const heavy = children.map((child) => !!mass.get(child))
  let from = heavy.indexOf(true, Math.max(0, inside))
  if (from < 0 || (inside < 0 && (yield* hasBareProse(container)))) return [container]
  let to = heavy.lastIndexOf(true)
  const kinds = new Set(children.filter((_, at) => heavy[at]).map(shapeOf))
  const isKin = (at: number) => {
    const child = children[at]
    return !!child && at !== inside && kinds.has(shapeOf(child))
  }
  while (isKin(from - 1)) from--
  while (isKin(to + 1)) to++
  return children.slice(from, to + 1)
}

/** Prose right in the container, parted by line breaks alone. */
function* hasBareProse(container: Element): Steps<boolean> {
  let found = false
  yield* walkInSteps(container, (node) => {
    found ||= isText(node) && dataOf(node).trim().length >= PARAGRAPH
    return node === container
  })
  return found
}

/** A body and how much prose it holds. */
interface Body {
  body: Element[]
  prose: number
}

function* byShape(document: Document, headline: Element | null, drop: string): Steps<Body> {
  const root = query(document, 'body')
  if (!root) return { body: [], prose: 0 }
  const mass = yield* weigh(root, drop, frameOf(document, headline))
  const around = headline ? climb(headline, mass) : null
  const whole = mass.get(root) ?? 0
  if (whole < LEAST) return { body: [], prose: whole }
  const container = yield* descend(around ?? root, mass)
  const body = yield* bodyWithin(container, mass, headline)
  return { body, prose: body.reduce((sum, element) => sum + (mass.get(element) ?? 0), 0) }
}

function* byNames(document: Document, { body = [], drop = '' }: Site): Steps<Body | null> {
  for (const selector of body) {
    const found: Element[] = []
    for (const element of queryAll(document, selector)) {
      const outer = found.at(-1)
      if (!outer || !contains(outer, element)) found.push(element)
    }
    const prose = yield* proseOf(found, drop)
    if (prose > 0) return { body: found, prose }
  }
  return null
}

function* proseOf(elements: Element[], drop: string): Steps<number> {
  let prose = 0
  for (const element of elements) {
    prose += (yield* weigh(element, drop)).get(element) ?? 0
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
 */
export function* findRegionInSteps(
  document: Document,
  url: string,
  site: Site | null,
): Steps<Region | null> {
  const named = (site?.headline ?? []).map((selector) =>
    queryAll(document, selector).find((element) => plainText(element)),
  )
  const headline = named.find((element) => !!element) ?? findHeadline(document)
  const drop = site?.drop ?? ''
  const bySite = site && (yield* byNames(document, site))
  const { body, prose } = bySite ?? (yield* byShape(document, headline, drop))
  const says = saysArticle(document)
  const title = headline ?? headingBefore(document, body)
  const front = !URL.canParse(url) || new URL(url).pathname.length <= 1
  const region = { headline: title, body, drop }
  if (bySite && title) return { ...region, certainty: 1 }
  if (!title || (front && !says)) return null
  if (prose >= LEAST && (says || prose >= 200))
    return { ...region, certainty: says ? 0.9 : Math.min(0.8, prose / 1_000) }
  return says && !front ? { ...region, body: [], certainty: 0.3 } : null
}
