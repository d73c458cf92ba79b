/** Saved articles as a list; with the words around the hit where a search found them. */

import { isNoCommand } from '../../../components/commands'
import { formatDay } from '../../../components/format-date'
import { Snippet } from '../../../components/Snippet'
import { WindowedList } from '../../../components/WindowedList'
import { missingPages } from '../../../lib/archive/pages'
import type { ArticleRow } from '../../../lib/db/rows'
import { t } from '../../../lib/i18n'

export interface ArticleLine {
  article: ArticleRow
  snippet: { text: string; marks: { start: number; end: number }[] } | null
}

interface Props {
  /** Those that have been read, of `total`. */
  lines: readonly ArticleLine[]
  total: number | null
  onEnd: () => void
  /** Id of the article that is open beside the list. */
  open: string | null
  /** `byKey`: not with a pointer, so that the focus goes along. */
  onOpen: (id: string, byKey: boolean) => void
  onDelete: (article: ArticleRow) => void
}

const keyOf = ({ article }: ArticleLine): string => article.id

export function ArticleList({ lines, total, onEnd, open, onOpen, onDelete }: Props) {
  return (
    <WindowedList
      class="articles"
      label={t('archive')}
      rows={lines}
      total={total}
      onEnd={onEnd}
      keyOf={keyOf}
      guess={84}
      draw={({ article, snippet }) => (
        <button
          type="button"
          class="article-line"
          data-item
          aria-current={article.id === open ? 'true' : undefined}
          onClick={({ detail }) => onOpen(article.id, detail === 0)}
          onKeyDown={(event) => {
            // Held down it would take the list one by one, and only the last could be undone.
            if (event.key === 'Delete' && !event.repeat && !isNoCommand(event)) onDelete(article)
          }}
        >
          <span class="article-line__title phrase" lang="ja">
            {article.title}
          </span>
          <span class="article-line__meta figures">
            {[article.publisher, formatDay(article.publishedAt)].filter(Boolean).join(' · ')}
            {article.noted && <span class="article-line__flag">{t('hasNotes')}</span>}
            {article.pages && missingPages(article.pages).length > 0 && (
              <span class="article-line__flag">
                {t('pagesShort', article.pages.kept.length, article.pages.total)}
              </span>
            )}
            {article.truncated && <span class="article-line__flag">{t('partOnly')}</span>}
          </span>
          {snippet?.text && (
            <span class="article-line__snippet">
              <Snippet text={snippet.text} marks={snippet.marks} />
            </span>
          )}
        </button>
      )}
    />
  )
}
