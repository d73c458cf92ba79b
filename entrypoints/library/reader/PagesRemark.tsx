/** Above an article of several pages: how many of them are kept, the way to those that are not, and the way out for one that is none. */
import { Icon } from '../../../components/Icon'
import { pagesWords } from '../../../components/pages-words'
import { missingPages } from '../../../lib/archive/pages'
import type { KeptPages } from '../../../lib/archive/schema'
import { t } from '../../../lib/i18n'

interface Props {
  pages: KeptPages
  /** Takes a page out of the article again: it stays, as an article of its own. */
  onTakeOut: (page: number) => void
}

export function PagesRemark({ pages, onTakeOut }: Props) {
  const missing = missingPages(pages).filter((page) => !pages.apart?.includes(page))
  const known = pages.known.filter(
    ({ page, url }) => missing.includes(page) && /^https?:/.test(url),
  )
  return (
    <p class="reader__remark reader__remark--pages">
      <Icon name="page" size={14} />
      <span>
        {pagesWords(pages)}
        {known.length > 0 && (
          <>
            {' · '}
            {t('pagesMissing')}{' '}
            {known.map(({ page, url }) => (
              <a key={page} class="reader__page" href={url} target="_blank" rel="noreferrer">
                {t('pageNumber', page)}
              </a>
            ))}
          </>
        )}
      </span>
      {pages.kept.slice(1).map((page) => (
        <button
          key={page}
          type="button"
          class="button button--quiet button--small"
          title={t('takeOutHint')}
          onClick={() => onTakeOut(page)}
        >
          {pages.kept.length > 2 ? t('takeOutPage', page) : t('takeOut')}
        </button>
      ))}
    </p>
  )
}
