/** What the page's marks and the popup say of a page: new, saved, or changed since. */
import type { BunmyakuDatabase } from '../db/database'
import type { SavedState } from '../messages'
import { findSaved } from './identity'

/**
 * `hash` is `textHash` of what stands on the page now; null where it was not taken. A paywalled look
 * at an article that is kept whole is no change, as it is none for a save.
 */
export async function savedState(
  db: BunmyakuDatabase,
  page: { url: string; addresses?: readonly string[]; hash: string | null; truncated?: boolean },
): Promise<SavedState> {
  const article = await findSaved(db, { url: page.url, addresses: page.addresses ?? [] })
  if (!article || article.deletedAt !== null) return { state: 'new' }
  const latest = await db.revisions.get(article.revision)
  const told = { article: article.id, savedAt: latest?.savedAt ?? article.savedAt }
  const lessThanKept = page.truncated === true && !article.truncated
  const changed =
    page.hash !== null && latest !== undefined && latest.hash !== page.hash && !lessThanKept
  return { state: changed ? 'changed' : 'saved', ...told }
}
