/** What a card is opened for: a mark, and where it stands. */
import type { LocalEntity, Mention } from '../../lib/linking/mention'
import { type Mark, rectsOf } from '../../lib/page/mark'
import type { PagePort } from '../../lib/page/ports'

export interface CardTarget {
  mention: Mention
  /** What the text says of a name that no glossary knows. */
  local: LocalEntity | null
  /** The term's boxes in the window, read anew each time: the page may move. Empty when it is gone. */
  rects(): DOMRect[]
  /** The element around the term: tells its writing mode and the dialog it stands in. */
  context: Element
  publishedAt: string | null
  url: string
}

/** null where the mark's text has left the page. */
export function targetOf(
  mark: Mark,
  { publishedAt, url, locals }: ReturnType<PagePort['article']>,
): CardTarget | null {
  const context = mark.ranges[0]?.startContainer.parentElement
  if (!context) return null
  const { mention } = mark
  const known = mention.entity !== null
  return {
    mention,
    local: known ? null : (locals.find(({ headword }) => headword === mention.headword) ?? null),
    rects: () => rectsOf(mark),
    context,
    publishedAt,
    url,
  }
}
