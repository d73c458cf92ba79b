/** One text under two publishers' addresses: a portal's copy and its original, kept apart but linked. */
import { documentText } from '../article/block-text'
import { toDocument } from '../article/extracted'
import type { BunmyakuDatabase } from '../db/database'
import type { ArticleRow, RevisionRow } from '../db/rows'
import { dayName, japanDay } from './day'

/** A portal may date its copy a day later than its source did. */
const DAYS = 1
/** Least share of the shorter text's sentences that stand in the other; one may be cut by a paywall. */
const SHARE = 0.6

/** The headline without spaces and without the source that portals put behind it in parentheses. */
const bareTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/\([^()]{1,30}\)$/u, '')

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : url)

function sentences({ title, blocks }: RevisionRow): Set<string> {
  const text = documentText(
    toDocument({ url: '', publisher: null, publishedAt: null, title, blocks }),
  )
  const [, ...body] = text.normalize('NFKC').split('\n')
  return new Set(
    body
      .join('\n')
      .split(/[。\n]/u)
      .map((sentence) => sentence.replace(/\s+/gu, ''))
      .filter((sentence) => sentence !== ''),
  )
}

function sameText(a: RevisionRow, b: RevisionRow): boolean {
  const [less, more] = [sentences(a), sentences(b)].sort((x, y) => x.size - y.size)
  if (!less || !more || less.size === 0) return false
  return [...less].filter((sentence) => more.has(sentence)).length >= less.size * SHARE
}

/**
 * Saved articles of other hosts that have this one's headline, its day and its sentences. All three:
 * agencies' reports share sentences, and columns share headlines. Those in the bin are left out.
 */
export async function copiesOf(
  db: BunmyakuDatabase,
  article: Pick<ArticleRow, 'id' | 'url' | 'title' | 'publishedAt' | 'revision'>,
): Promise<ArticleRow[]> {
  const day = japanDay(article.publishedAt)
  if (day === null) return []
  const title = bareTitle(article.title)
  const near = await db.articles
    .where('publishedAt')
    // Instants with another zone begin with a day of their own: one more on each side.
    .between(dayName(day - DAYS - 1), dayName(day + DAYS + 2))
    .filter(
      (other) =>
        other.deletedAt === null &&
        hostOf(other.url) !== hostOf(article.url) &&
        bareTitle(other.title) === title,
    )
    .toArray()
  const own = await db.revisions.get(article.revision)
  const revisions = await db.revisions.bulkGet(near.map(({ revision }) => revision))
  return near.filter((other, at) => {
    const distance = Math.abs((japanDay(other.publishedAt) ?? Number.NaN) - day)
    const text = revisions[at]
    return distance <= DAYS && own && text && sameText(own, text)
  })
}
