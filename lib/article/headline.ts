/** Which heading of a page is the headline of its article. */
import { dataOf, get, isText, plainText, query, queryAll, shadowsBelow, tagOf, walk } from './dom'
import { meta } from './meta'

/** `Node.DOCUMENT_POSITION_PRECEDING`. */
const PRECEDING = 2

const fold = (text: string): string => text.normalize('NFKC').replace(/[\s|:：]+/g, '')

/** What may be a headline though it is no heading by name. */
const HEADLINE_LIKE = 'h4, h5, h6, div, p, span, strong, b, td, font'

interface Candidate {
  element: Element
  text: string
}

const candidates = (roots: ParentNode[], selector: string, most: number): Candidate[] =>
  roots
    .flatMap((root) => queryAll(root, selector))
    .filter((element) => get(element, 'childElementCount') <= 6)
    .slice(0, most)
    .map((element) => ({ element, text: fold(withoutReadings(element)) }))

/** The longest that `name` holds, if it is not only the site's name in it. */
const longestIn = (name: string, of: readonly Candidate[], least: number): Element | null =>
  of.reduce<Candidate | null>(
    (best, one) =>
      one.text.length > Math.max(least, best?.text.length ?? 0) && name.includes(one.text)
        ? one
        : best,
    null,
  )?.element ?? null

/**
 * The heading that the page's own title names, the longest if it names several; where none is one,
 * whatever says what `og:title` says; else the first `h1` with text.
 */
export const findHeadline = (document: Document): Element | null =>
  headlineIn(document, [document]) ?? headlineIn(document, shadowsBelow(document))

function headlineIn(document: Document, roots: ParentNode[]): Element | null {
  const told = fold(meta(document, ['og:title']) ?? '')
  const title = fold(plainText(query(document, 'head title') ?? document))
  const headings = candidates(roots, 'h1, h2, h3, [itemprop="headline"]', 400)
  const first = headings.find(({ element, text }) => tagOf(element) === 'h1' && text.length > 7)
  return (
    longestIn(told, headings, 5) ??
    (told.length > 7
      ? longestIn(told, candidates(roots, HEADLINE_LIKE, 2_000), 0.6 * told.length)
      : null) ??
    longestIn(title, headings, 5) ??
    first?.element ??
    null
  )
}

/** The last heading before the body: the headline of a page that has no `h1` and no title. */
export function headingBefore(document: Document, [first]: Element[]): Element | null {
  if (!first) return null
  const before = queryAll(document, 'h1, h2, h3').filter(
    (heading) =>
      get(first, 'compareDocumentPosition').call(first, heading) === PRECEDING &&
      plainText(heading),
  )
  return before.at(-1) ?? null
}

function withoutReadings(element: Element): string {
  let text = ''
  walk(element, (node) => {
    if (isText(node)) text += dataOf(node)
    return !/^r[tp]$/.test(tagOf(node)) && text.length < 500
  })
  return text
}
