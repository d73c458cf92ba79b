/** Above an article of several pages: how many of them are kept, and the way to those that are not. */
import { Icon } from '../../../components/Icon'
import { pagesWords } from '../../../components/pages-words'
import { missingPages } from '../../../lib/archive/pages'
import type { KeptPages } from '../../../lib/archive/schema'
import { t } from '../../../lib/i18n'

export function PagesRemark({ pages }: { pages: KeptPages }) {
  const missing = missingPages(pages)
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
    </p>
  )
}
