import { Icon } from '../../components/Icon'
import { Notice } from '../../components/Notice'
import { TermList } from '../../components/TermList'
import { t } from '../../lib/i18n'
import type { TermLine } from '../../lib/messages'
import { READ_LIMIT } from '../../lib/page/limit'
import type { OpenTerm } from './CardPane'

interface Props {
  terms: readonly TermLine[]
  truncated: boolean
  /** Only the first part of a very long page was read. */
  cut: boolean
  onOpen: (term: OpenTerm) => void
}

/** この記事: what the article talks about. */
export function TermsView({ terms, truncated, cut, onOpen }: Props) {
  if (terms.length === 0)
    return (
      <Notice icon="book" title={t('noTermsTitle')}>
        <p>{t('noTermsText')}</p>
      </Notice>
    )
  return (
    <>
      {cut && (
        <p class="context__remark">
          <Icon name="page" size={14} />
          {t('pageCut', READ_LIMIT.toLocaleString())}
        </p>
      )}
      {truncated && (
        <p class="context__remark">
          <Icon name="lock" size={14} />
          {t('truncated')}
        </p>
      )}
      <TermList terms={terms} onOpen={({ entity }) => entity && onOpen({ entity })} />
    </>
  )
}
