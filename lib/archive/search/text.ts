/** What search keeps of an article: its words in one string, written in the save's transaction. */
import { blockText } from '../../article/block-text'
import { TITLE_BLOCK } from '../../article/extracted'
import type { BunmyakuDatabase } from '../../db/database'
import type { SearchTextRow } from '../../db/rows'
import { japanDay } from '../day'
import type { Article, Revision } from '../schema'

/** Longest body that is searched, in UTF-16 units; news articles have some thousands. */
const LONGEST = 400_000

/** The searchable text of a revision. Mentions give the stretches that are one name. */
function searchText(article: Article, revision: Revision): SearchTextRow {
  const starts = new Map<string, number>([[TITLE_BLOCK, 0]])
  const title = revision.title.replace(/[\n\r\t\u2028\u2029]/g, ' ')
  let body = ''
  for (const block of revision.blocks) {
    starts.set(block.id, title.length + 1 + body.length)
    body += `${blockText(block)}\n`
    if (body.length > LONGEST) break
  }
  body = body.slice(0, Math.min(Math.max(0, body.length - 1), LONGEST))
  const length = title.length + 1 + body.length
  const names = revision.mentions
    .flatMap(({ block, start, end }) => {
      const base = starts.get(block)
      return base === undefined || base + end > length ? [] : [[base + start, base + end]]
    })
    .sort(([a = 0], [b = 0]) => a - b)
  return {
    article: article.id,
    title,
    body,
    publisher: article.publisher,
    publishedAt: article.publishedAt,
    savedAt: article.savedAt,
    day: japanDay(article.publishedAt) ?? japanDay(article.savedAt) ?? 0,
    names: names.flat(),
    tail: 1,
  }
}

/**
 * Makes the article findable as it now stands. Runs inside the caller's transaction over
 * `searchTexts` and `searchDead`, so that archive and index cannot part.
 */
export async function addToSearch(
  db: BunmyakuDatabase,
  article: Article,
  revision: Revision,
): Promise<void> {
  await removeFromSearch(db, article.id)
  await db.searchTexts.add(searchText(article, revision))
}

/** Makes the article unfindable, inside the caller's transaction. */
export async function removeFromSearch(db: BunmyakuDatabase, article: string): Promise<void> {
  const old = await db.searchTexts.where('article').equals(article).first()
  if (old?.seq === undefined) return
  await db.searchTexts.delete(old.seq)
  if (!old.tail) await db.searchDead.put({ seq: old.seq })
}
