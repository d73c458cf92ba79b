/** Saved articles as a list; with the words around the hit where a search found them. */
import { formatDay } from '../../../components/format-date'
import { Snippet } from '../../../components/Snippet'
import { WindowedList } from '../../../components/WindowedList'
import type { ArticleRow } from '../../../lib/db/rows'
import { t } from '../../../lib/i18n'

export interface ArticleLine {
  article: ArticleRow
  snippet: { text: string; marks: { start: number; end: number }[] } | null
}

interface Props {
  lines: readonly ArticleLine[]
  /** Id of the article that is open beside the list. */
  open: string | null
  onOpen: (id: string) => void
  onDelete: (article: ArticleRow) => void
}

const keyOf = ({ article }: ArticleLine): string => article.id

export function ArticleList({ lines, open, onOpen, onDelete }: Props) {
  return (
    <WindowedList
      class="articles"
      label={t('archive')}
      rows={lines}
      keyOf={keyOf}
      guess={84}
      draw={({ article, snippet }) => (
        <button
          type="button"
          class="article-line"
          data-item
          aria-current={article.id === open ? 'true' : undefined}
          onClick={() => onOpen(article.id)}
          onKeyDown={(event) => {
            if (event.key === 'Delete') onDelete(article)
          }}
        >
          <span class="article-line__title phrase" lang="ja">
            {article.title}
          </span>
          <span class="article-line__meta figures">
            {[article.publisher, formatDay(article.publishedAt)].filter(Boolean).join(' · ')}
            {article.noted && <span class="article-line__flag">{t('hasNotes')}</span>}
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
