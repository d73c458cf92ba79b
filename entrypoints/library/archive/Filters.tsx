/** What narrows and orders the archive's list, with how many articles there are. */
import { useLoad } from '../../../components/use-load'
import { listPublishers } from '../../../lib/archive/list'
import type { SearchRequest } from '../../../lib/archive/search/port'
import { t } from '../../../lib/i18n'
import { db } from '../database'

export interface ListFilters {
  publisher: string
  only: '' | 'noted' | 'followed'
  order: NonNullable<SearchRequest['order']>
}

export const NO_FILTERS: ListFilters = { publisher: '', only: '', order: 'best' }

/** What to ask of search; null where everything is wanted. */
export function requestOf(
  text: string,
  entity: string | null,
  { publisher, only, order }: ListFilters,
): SearchRequest | null {
  if (text === '' && !entity && publisher === '' && only === '') return null
  return {
    text,
    order,
    filters: {
      ...(entity && { entity }),
      ...(publisher && { publisher }),
      ...(only === 'noted' && { noted: true }),
      ...(only === 'followed' && { followed: true }),
    },
  }
}

interface Props {
  filters: ListFilters
  onChange: (filters: ListFilters) => void
  /** Something is asked for, so that there is an order to choose. */
  asked: boolean
  /** null while it is not known. */
  total: number | null
}

export function Filters({ filters, onChange, asked, total }: Props) {
  const [publishers] = useLoad(
    // After the lines: counting would hold them up.
    () => (total === null ? Promise.resolve([]) : listPublishers(db)),
    [total === null],
  )
  const set = (change: { [K in keyof ListFilters]?: string }) =>
    onChange({ ...filters, ...(change as Partial<ListFilters>) })
  return (
    <div class="split__filters">
      <p class="split__count figures" aria-live="polite">
        {total !== null && t(asked ? 'searchCount' : 'articleCount', total.toLocaleString())}
      </p>
      {publishers.state === 'done' && publishers.value.length > 1 && (
        <select
          class="field"
          aria-label={t('filterPublisher')}
          value={filters.publisher}
          onChange={(event) => set({ publisher: event.currentTarget.value })}
        >
          <option value="">{t('publisherAll')}</option>
          {publishers.value.map(({ publisher }) => (
            <option key={publisher} value={publisher}>
              {publisher}
            </option>
          ))}
        </select>
      )}
      <select
        class="field"
        aria-label={t('filterOnly')}
        value={filters.only}
        onChange={(event) => set({ only: event.currentTarget.value })}
      >
        <option value="">{t('onlyAll')}</option>
        <option value="noted">{t('hasNotes')}</option>
        <option value="followed">{t('onlyFollowed')}</option>
      </select>
      {asked && (
        <select
          class="field"
          aria-label={t('order')}
          value={filters.order}
          onChange={(event) => set({ order: event.currentTarget.value })}
        >
          <option value="best">{t('orderBest')}</option>
          <option value="newest">{t('orderNewest')}</option>
          <option value="oldest">{t('orderOldest')}</option>
        </select>
      )}
    </div>
  )
}
