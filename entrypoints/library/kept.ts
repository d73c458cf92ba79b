/** An article with all that belongs to it, as the reader's column needs it. */
import { type AnchoredHighlight, anchoredHighlights } from '../../lib/archive/notes'
import type { ArticleRow, RevisionRow } from '../../lib/db/rows'
import { db } from './database'

export interface KeptArticle {
  article: ArticleRow
  /** Oldest first; `latest` is the one that is read. */
  revisions: RevisionRow[]
  latest: RevisionRow
  highlights: AnchoredHighlight[]
}

/** null where there is no such article. */
export async function readArticle(id: string): Promise<KeptArticle | null> {
  const [article, revisions] = await Promise.all([
    db.articles.get(id),
    db.revisions.where('article').equals(id).sortBy('savedAt'),
  ])
  const latest = revisions.find(({ id: own }) => own === article?.revision) ?? revisions.at(-1)
  if (!article || !latest) return null
  return { article, revisions, latest, highlights: await anchoredHighlights(db, latest) }
}
