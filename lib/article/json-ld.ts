/** What a page says of itself in JSON-LD (schema.org), however badly it is written. */
import { jsonLdTexts } from './json-ld-texts'

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

const ARTICLE =
  /^(News|Reportage|Analysis|Opinion|Background|Tech|Scholarly|Advertiser|Satirical)?(Content)?Article$|^(Live)?Blog(Posting)?$|^LiveBlogPosting$|^Report$/

const isArticle = (node: Json): boolean =>
  [node['@type']].flat().some((type) => typeof type === 'string' && ARTICLE.test(type))

/** Objects of a document in arrays and `@graph`, outermost first; bounded, for pages are hostile. */
function objects(value: unknown): Json[] {
  const found: Json[] = []
  const queue: unknown[] = [value]
  for (let at = 0; at < queue.length && at < 2_000; at++) {
    const next = queue[at]
    if (Array.isArray(next)) queue.push(...next.slice(0, 500))
    else if (isObject(next)) {
      found.push(next)
      queue.push(next['@graph'], next.mainEntity)
    }
  }
  return found
}

/** JSON, or what a publisher wrote for it: control characters and comments in the text are forgiven. */
function parse(source: string): unknown {
  const cleaned = source.replace(/^\s*(<!--|\/\/<!\[CDATA\[)|(-->|\/\/\]\]>)\s*$/g, '')
  for (const text of [source, cleaned.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1')])
    try {
      return JSON.parse(text)
    } catch {
      // The next reading is more forgiving; none left means that the page says nothing.
    }
  return null
}

/** The page's article as JSON-LD describes it, or an empty object. */
export const jsonLdArticle = (document: Document): Json => articleIn(jsonLdTexts(document))

/** The first article in scripts of JSON-LD, or an empty object. */
export const articleIn = (texts: readonly string[]): Json =>
  texts.flatMap((text) => objects(parse(text))).find(isArticle) ?? {}

/** A string property that is not empty, or null; of an array the first such, of an object its `name`. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null
  if (Array.isArray(value)) return value.map(textOf).find((text) => text) ?? null
  return isObject(value) ? textOf(value.name ?? value.url ?? null) : null
}
