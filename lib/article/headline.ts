/** Which heading of a page is the headline of its article. */
import { dataOf, get, isText, plainText, query, queryAll, tagOf, walk } from './dom'
import { meta } from './meta'

/** `Node.DOCUMENT_POSITION_PRECEDING`. */
const PRECEDING = 2

const fold = (text: string): string => text.normalize('NFKC').replace(/[\s|:：]+/g, '')

/** The heading that the page's own title names, the longest if it names several, or the first `h1` with text. */
export function findHeadline(document: Document): Element | null {
  const named = [
    meta(document, ['og:title']) ?? '',
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
