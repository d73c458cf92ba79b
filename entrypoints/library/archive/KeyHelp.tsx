/** The archive's keys, where no article is open yet. */
import { t } from '../../../lib/i18n'
import { KeyRows } from '../KeyRows'

export function KeyHelp() {
  return (
    <div class="split__hint">
      <p>{t('chooseArticle')}</p>
      <dl>
        <KeyRows />
      </dl>
    </div>
  )
}
