/** Which saved article a page is: one article under its many addresses. */
import { canonicalAddress, namesPage } from '../article/identity'
import type { BunmyakuDatabase } from '../db/database'
import type { ArticleRow } from '../db/rows'

/**
 * An address that can name an article. A bare host names none: sites that put their front page
 * into `og:url` or the canonical link would otherwise be one article each.
 */
export const namesArticle = (address: string): boolean =>
  /^(https?|file):/.test(address) && URL.canParse(address) && namesPage(address)

/** The addresses of a page that can name it, without doubles; the canonical one first. */
export const namingAddresses = (page: { url: string; addresses: readonly string[] }): string[] => [
  ...new Set([page.url, ...page.addresses.filter(namesArticle)]),
]

/**
 * The article saved under one of these addresses, deleted ones that can still come back included.
 * Where several were (saved apart before a page named both), the one with the canonical address,
 * else the one saved first.
 */
export async function findSaved(
  db: BunmyakuDatabase,
  page: { url: string; addresses: readonly string[] },
): Promise<ArticleRow | undefined> {
  const named = namingAddresses(page)
  // Also as the extractor would have written them: who asks may have the bare location.
  const addresses = [...new Set([...named, ...named.flatMap((one) => canonicalAddress(one) ?? [])])]
  const found = await db.articles
    .where('url')
    .anyOf(addresses)
    .or('addresses')
    .anyOf(addresses)
    .distinct()
    .toArray()
  return (
    found.find((article) => article.url === page.url) ??
    found.sort((a, b) => a.savedAt.localeCompare(b.savedAt))[0]
  )
}
