/** What a page says of itself in its meta elements. */
import { attribute, queryAll } from './dom'

/** Content of the first meta element of any of these names that `read` accepts. */
export function meta(
  document: Document,
  names: readonly string[],
  read: (content: string) => string | null = (content) => content.trim() || null,
): string | null {
  const metas = queryAll(document, 'meta[content]').map((element) => ({
    name: ['property', 'name', 'itemprop'].map((key) => attribute(element, key)).find((key) => key),
    content: attribute(element, 'content'),
  }))
  for (const wanted of names)
    for (const { name, content } of metas)
      if (name?.toLowerCase() === wanted) {
        const found = read(content)
        if (found) return found
      }
  return null
}
