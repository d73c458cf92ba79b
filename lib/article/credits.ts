/** Who wrote an article and who published it, in which section, under which keywords. */
import { attribute, plainText, query, queryAll } from './dom'
import { jsonLdArticle, textOf } from './json-ld'
import { meta } from './meta'
import type { Site } from './sites/site'

/** Longest name of a publisher, in UTF-16 units: what the engine's document holds. */
const LONGEST_NAME = 300

/** Name of the publisher: as its rules have it, as the page says, else the host. */
export function findPublisher(document: Document, url: string, site: Site | null): string | null {
  const said =
    meta(document, ['og:site_name', 'application-name']) ??
    textOf(jsonLdArticle(document).publisher)
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  return site?.publisher ?? (said?.split(/[|｜]/)[0]?.trim().slice(0, LONGEST_NAME) || host || null)
}

/** Strings, and names of objects, in a value of JSON-LD or a list in one string. */
const namesIn = (value: unknown): string[] =>
  [value].flat().flatMap((one) => textOf(one)?.split(/\s*[,、]\s*/) ?? [])

const isOrganization = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  '@type' in value &&
  value['@type'] === 'Organization'

/** Persons and agencies; a publisher known by name that calls itself the author says nothing. */
const authorsIn = (value: unknown, own: boolean): string[] =>
  namesIn([value].flat().filter((one) => !own || !isOrganization(one)))

/**
 * The names above an article, joined by 「、」, or null; the publisher itself is nobody's byline.
 *
 * @param own the site publishes its own articles, so that an organisation as author is the publisher
 */
export function findByline(
  document: Document,
  publisher: string | null,
  own: boolean,
): string | null {
  const article = jsonLdArticle(document)
  const printed = query(
    document,
    '[rel="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"]',
  )
  const candidates = [
    authorsIn(article.author, own),
    namesIn(article.creator),
    namesIn(meta(document, ['author', 'article:author', 'cxenseparse:author'])),
    printed ? [plainText(printed) || attribute(printed, 'content')] : [],
  ]
  for (const names of candidates) {
    const people = [...new Set(names)].filter((name) => isName(name, publisher))
    if (people.length) return people.slice(0, 20).join('、')
  }
  return null
}

/** Publishers fill the author's place with themselves, their addresses or their companies. */
const NO_NAME = /^https?:|\.(jp|com)$|(新聞社?|放送協会|編集部|デジタル|オンライン)$|^NHK|Inc\.?$/i

const isName = (name: string, publisher: string | null): boolean =>
  name.length > 1 &&
  name.length <= 60 &&
  !NO_NAME.test(name) &&
  !(publisher && (name.includes(publisher) || publisher.includes(name)))

/** The section that the page files the article under, or null. */
export const findSection = (document: Document): string | null =>
  (meta(document, ['article:section']) ?? textOf(jsonLdArticle(document).articleSection))?.slice(
    0,
    200,
  ) ?? null

/** Keywords of the article, at most forty, without doubles. */
export function findKeywords(document: Document): string[] {
  const tags = queryAll(document, 'meta[property="article:tag"]').map((tag) =>
    attribute(tag, 'content'),
  )
  const said = [
    jsonLdArticle(document).keywords,
    tags,
    meta(document, ['news_keywords', 'keywords']),
  ]
  for (const value of said) {
    const words = namesIn(value).map((word) => word.trim())
    const kept = [...new Set(words)].filter((word) => word && word.length <= 100).slice(0, 40)
    if (kept.length) return kept
  }
  return []
}
