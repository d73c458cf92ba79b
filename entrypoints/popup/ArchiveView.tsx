/** アーカイブ: finds saved articles as one types. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Notice } from '../../components/Notice'
import { SearchHits } from '../../components/SearchHits'
import { useLoad } from '../../components/use-load'
import { t } from '../../lib/i18n'
import { send } from '../../lib/send'
import { FailedScreen } from './screens'

export function ArchiveView({ onOpen }: { onOpen: (article: string) => void }) {
  const [query, setQuery] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const [loaded, again] = useLoad(() => send('search', { query: query.trim() }), [query.trim()])
  const found = loaded.state === 'done' ? loaded.value : null
  return (
    <div class="search">
      <div class="search__field">
        <input
          ref={field}
          class="field"
          type="search"
          value={query}
          placeholder={t('searchPlaceholder')}
          aria-label={t('searchLabel')}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      <p class="visually-hidden" aria-live="polite">
        {found && query ? t('searchCount', found.total) : ''}
      </p>
      {loaded.state === 'failed' && <FailedScreen error={loaded.error} onRetry={again} />}
      {found && found.hits.length > 0 && <SearchHits hits={found.hits} onOpen={onOpen} />}
      {found &&
        found.hits.length === 0 &&
        (query.trim() ? (
          <Notice icon="search" title={t('searchNoneTitle', query.trim())}>
            <p>{t('searchNoneText')}</p>
          </Notice>
        ) : (
          <Notice icon="archive" title={t('archiveEmptyTitle')}>
            <p>{t('archiveEmptyText')}</p>
          </Notice>
        ))}
    </div>
  )
}
