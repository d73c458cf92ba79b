/** Where on a page the article stands: by a publisher's names, or by the shape that articles share. */
import {
  attribute,
  contains,
  dataOf,
  get,
  isElement,
  isText,
  plainText,
  query,
  queryAll,
  tagOf,
  walk,
} from './dom'
import { isFurniture } from './furniture'
import type { Site } from './sites/site'

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

/** A teaser or a caption is shorter; a paragraph of news is not, and one with a full stop need not be long. */
const PARAGRAPH = 25
const SENTENCE = 12

/** `Node.DOCUMENT_POSITION_PRECEDING`. */
const PRECEDING = 2

const INLINE = new Set(
  'a abbr b bdi bdo br cite code data em font i kbd mark q rb ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
)

/** Prose (text with sentences, outside links) below each element of `root`, in UTF-16 units. */
function weigh(root: Element, drop: string, kept = new Set<Element>()): Map<Element, number> {
  const mass = new Map<Element, number>()
  /** Running text of the block that is being read: prose so far, and what punctuation it has. */
  const open: { element: Element; prose: number; comma: boolean; stop: boolean; inside: number }[] =
    []
  let links = 0
  walk(
    root,
    (node) => {
      const now = open.at(-1)
      if (isText(node)) {
        if (now && !links) {
          const data = dataOf(node)
          now.prose += data.trim().length
          now.comma ||= /[、，]|[.!?]\s/.test(data)
          now.stop ||= /[。．]/.test(data)
        }
        return false
      }
      if (!isElement(node)) return false
      const tag = tagOf(node)
      const block = !INLINE.has(tag)
      if (isFurniture(node, block && node !== root && !kept.has(node), drop)) return false
      if (tag === 'a') links++
      if (block) open.push({ element: node, prose: 0, comma: false, stop: false, inside: 0 })
      return true
    },
    (node) => {
      if (tagOf(node) === 'a') links--
      if (open.at(-1)?.element !== node) return
      const done = open.pop()
      if (!done) return
      const prose =
        (done.stop ? done.prose >= SENTENCE : done.comma && done.prose >= PARAGRAPH) &&
        !/^h\d$/.test(tagOf(node))
      const own = prose ? done.prose : 0
      const all = own + done.inside
      if (all) mass.set(done.element, all)
      const outer = open.at(-1)
      if (outer) outer.inside += all
    },
  )
  return mass
}

const fold = (text: string): string => text.normalize('NFKC').replace(/[\s|:：]+/g, '')

/** What surrounds the headline or the main part is no furniture, whatever it is called. */
function frameOf(document: Document, headline: Element | null): Set<Element> {
  const frame = new Set<Element>()
  const inner = [headline, query(document, 'main, [role="main"]'), query(document, 'article')]
  for (let at of inner) for (; at && !frame.has(at); at = get(at, 'parentElement')) frame.add(at)
  return frame
}

/** The heading that the page's own title names, the longest if it names several, or the first `h1` with text. */
function findHeadline(document: Document): Element | null {
  const named = [
    attributeOf(document, 'meta[property="og:title"]', 'content'),
    plainText(query(document, 'head title') ?? document),
  ].map(fold)
  const headings = queryAll(document, 'h1, h2, h3, [itemprop="headline"]')
    .slice(0, 400)
    .map((element) => ({ element, text: fold(withoutReadings(element)) }))
  for (const name of named) {
    let best: (typeof headings)[number] | null = null
    for (const heading of headings)
      if (heading.text.length > Math.max(5, best?.text.length ?? 0) && name.includes(heading.text))
        best = heading
    if (best) return best.element
  }
  const first = headings.find(({ element, text }) => tagOf(element) === 'h1' && text.length > 7)
  return first?.element ?? null
}

/** The last heading before the body: the headline of a page that has no `h1` and no title. */
function headingBefore(document: Document, [first]: Element[]): Element | null {
  if (!first) return null
  const before = queryAll(document, 'h1, h2, h3').filter(
    (heading) =>
      get(first, 'compareDocumentPosition').call(first, heading) === PRECEDING &&
      plainText(heading),
  )
  return before.at(-1) ?? null
}

const attributeOf = (document: Document, selector: string, name: string): string => {
  const element = query(document, selector)
  return element ? attribute(element, name) : ''
}

function withoutReadings(element: Element): string {
  let text = ''
  walk(element, (node) => {
    if (isText(node)) text += dataOf(node)
    return !/^r[tp]$/.test(tagOf(node)) && text.length < 500
  })
  return text
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

const nodesIn = (element: Element): Node[] => {
  const nodes: Node[] = []
  for (let node = get(element, 'firstChild'); node; node = get(node, 'nextSibling'))
    nodes.push(node)
  return nodes
}

const childrenOf = (element: Element): Element[] => nodesIn(element).filter(isElement)

/** Inwards, as long as one child holds nearly all of the prose and no sibling of its kind has any. */
function descend(from: Element, mass: Map<Element, number>): Element {
  let at = from
  for (;;) {
    const whole = mass.get(at) ?? 0
    const heavy = childrenOf(at).filter((child) => mass.get(child))
    const heir = heavy.find((child) => (mass.get(child) ?? 0) >= 0.85 * whole)
    if (!heir || tagOf(heir) === 'p') return at
    if (heavy.some((child) => child !== heir && shapeOf(child) === shapeOf(heir))) return at
    at = heir
  }
}

/** The container's children from the first with prose to the last, and the short ones of their kind at either end. */
function bodyWithin(container: Element, mass: Map<Element, number>, headline: Element | null) {
  const children = childrenOf(container)
  const inside = headline ? children.findIndex((child) => contains(child, headline)) : -1
  const heavy = children.map((child) => !!mass.get(child))
  let from = heavy.indexOf(true, Math.max(0, inside))
  if (from < 0 || (inside < 0 && hasBareProse(container))) return [container]
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
const hasBareProse = (container: Element): boolean =>
  nodesIn(container).some((node) => isText(node) && dataOf(node).trim().length >= PARAGRAPH)

/** A body and how much prose it holds. */
interface Body {
  body: Element[]
  prose: number
}

function byShape(document: Document, headline: Element | null, drop: string): Body {
  const root = query(document, 'body')
  if (!root) return { body: [], prose: 0 }
  const mass = weigh(root, drop, frameOf(document, headline))
  const around = headline ? climb(headline, mass) : null
  const whole = mass.get(root) ?? 0
  if (whole < LEAST) return { body: [], prose: whole }
  const container = descend(around ?? root, mass)
  const body = bodyWithin(container, mass, headline)
  return { body, prose: body.reduce((sum, element) => sum + (mass.get(element) ?? 0), 0) }
}

function byNames(document: Document, { body = [], drop = '' }: Site): Body | null {
  for (const selector of body) {
    const found: Element[] = []
    for (const element of queryAll(document, selector)) {
      const outer = found.at(-1)
      if (!outer || !contains(outer, element)) found.push(element)
    }
    const prose = proseOf(found, drop)
    if (prose > 0) return { body: found, prose }
  }
  return null
}

const proseOf = (elements: Element[], drop: string): number =>
  elements.reduce((sum, element) => sum + (weigh(element, drop).get(element) ?? 0), 0)

/** The page says of itself that it is one article. */
const saysArticle = (document: Document): boolean =>
  attributeOf(document, 'meta[property="og:type"]', 'content') === 'article' ||
  queryAll(document, 'script[type="application/ld+json"]').some((script) =>
    /"@type"\s*:\s*\[?\s*"[A-Za-z]*(Article|BlogPosting)"/.test(get(script, 'textContent') ?? ''),
  )

/**
 * The article of a page, or null where the page is none (a front page, a list, a search).
 *
 * @param url address of the page; its host chooses the publisher's rules
 */
export function findRegion(document: Document, url: string, site: Site | null): Region | null {
  const named = (site?.headline ?? []).map((selector) =>
    queryAll(document, selector).find((element) => plainText(element)),
  )
  const headline = named.find((element) => !!element) ?? findHeadline(document)
  const drop = site?.drop ?? ''
  const bySite = site && byNames(document, site)
  const { body, prose } = bySite ?? byShape(document, headline, drop)
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
