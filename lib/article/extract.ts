/** From a page to an article that can be saved. Reads what stands there; changes nothing. */
import { addressesOf } from './addresses'
import { isAside } from './asides'
import { findByline, findKeywords, findPublisher, findSection } from './credits'
import { dateEvidenceInSteps } from './date-evidence'
import type { Block, Image } from './document'
import { get } from './dom'
import type { ExtractedArticle } from './extracted'
import { canonicalAddress, hostOf } from './identity'
import { toInstant } from './instant'
import { jsonLdArticle, textOf } from './json-ld'
import { meta } from './meta'
import { withoutNotices } from './notices'
import { findPaging } from './paging'
import { imageOf } from './picture'
import { publishedFrom } from './published'
import { readBlocksInSteps } from './read-blocks'
import { findRegionInSteps } from './region'
import { safeBlock, safeImage } from './safe-blocks'
import { authorIn } from './shared-hosts'
import { looksIn } from './sheet-look'
import { siteByShape, siteOf } from './sites'
import { complete, type Steps } from './steps'
import { findTitle, withoutPage } from './title'
import { isTruncated } from './truncated'

/** Below this the page is more likely a list or a form than an article. */
const CERTAIN = 0.2

/**
 * The article of a page as the reader sees it, or null where the page is no article.
 *
 * @param url address in the address bar; what the page says of its address stands beside it, unjudged
 */
export function* extractArticleInSteps(
  document: Document,
  url: string,
): Steps<ExtractedArticle | null> {
  const { paging, ...named } = wholeOf(document, url)
  const site =
    siteOf(url) ??
    (/^https?:/.test(url) ? null : siteOf(named.said?.[0] ?? '')) ??
    siteByShape(document, url)
  const region = yield* findRegionInSteps(document, url, site, isAside)
  if (!region || region.certainty < CERTAIN) return null
  const { headline, body, drop, asides } = region
  const base = get(document, 'baseURI')
  let cut = false
  const reading = {
    ...{ skip: headline, drop, asides, look: looksIn(document), picture: imageOf },
    onCut: () => {
      cut = true
    },
  }
  const read = yield* readBlocksInSteps(body, reading)
  const proper = new Set(withoutNotices(read.map(({ block }) => block)))
  const stands = read.filter(({ block }) => proper.has(block))
  const kept = new Set<Node>(stands.flatMap(({ segments }) => segments.map(({ node }) => node)))
  const blocks = stands.map(({ block }) => safeBlock(block, base)).filter((block) => block !== null)
  const shown = findTitle(document, headline)
  const title = paging ? withoutPage(shown) : shown
  if (!title) return null
  const publisher = findPublisher(document, named.url, site)
  const publishedAt = publishedFrom(yield* dateEvidenceInSteps(document, url))
  return {
    ...named,
    title,
    publisher,
    byline: findByline(document, publisher, !!site?.publisher),
    section: findSection(document),
    keywords: findKeywords(document),
    publishedAt,
    modifiedAt: findModified(document, publishedAt),
    truncated: cut || (yield* isTruncated(document, region, blocks, kept, site)),
    leadImage: findLeadImage(document, blocks, base),
    blocks,
    ...(paging && { paging }),
  }
}

/** All of {@link extractArticleInSteps} at once. */
export const extractArticle = (document: Document, url: string): ExtractedArticle | null =>
  complete(extractArticleInSteps(document, url))

/** The page's addresses; of one of several pages, with the whole's address as its own. */
function wholeOf(
  document: Document,
  url: string,
): Pick<ExtractedArticle, 'url' | 'addresses' | 'location' | 'said' | 'paging'> {
  const named = addressesOf(document, url)
  // A neighbour's page may call another's article its own address: it is no page of it for that.
  const own = [url, ...named.said]
    .flatMap((one) => canonicalAddress(one) ?? [])
    .filter((one) => hostOf(one) === hostOf(url) && isSameAuthor(one, url))
  const found = findPaging(document, [...new Set(own)])
  if (!found) return named
  const { whole, ...paging } = found
  const others = paging.known.map((one) => one.url)
  const addresses = [...new Set([whole, ...named.addresses, ...others])]
  return { ...named, url: whole, addresses, paging }
}

const isSameAuthor = (one: string, other: string): boolean =>
  !URL.canParse(one) ||
  !URL.canParse(other) ||
  authorIn(new URL(one), false) === authorIn(new URL(other), false)

/** When the article was last changed, if later than it was published; publishers leave it empty or equal. */
function findModified(document: Document, publishedAt: string | null): string | null {
  const modified =
    toInstant(textOf(jsonLdArticle(document).dateModified)) ??
    meta(document, ['article:modified_time', 'og:updated_time', 'lastmod', 'lastupdate'], toInstant)
  if (!modified || !publishedAt) return modified
  return Date.parse(modified) > Date.parse(publishedAt) ? modified : null
}

/** The picture that stands for the article. */
function findLeadImage(document: Document, blocks: readonly Block[], base: string): Image | null {
  const said = meta(document, ['og:image', 'og:image:url', 'twitter:image'])
  const src = said ? safeImage(said, base) : null
  const first = blocks.find((block) => block.kind === 'figure')
  return src ? { src, alt: '' } : (first?.image ?? null)
}
