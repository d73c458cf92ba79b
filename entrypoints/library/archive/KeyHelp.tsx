/** The archive's keys, where no article is open yet. */
import { t } from '../../../lib/i18n'
import { LIBRARY_KEYS } from '../keys'

export function KeyHelp() {
  return (
    <div class="split__hint">
      <p>{t('chooseArticle')}</p>
      <dl>
        {LIBRARY_KEYS.map(({ keys, does }) => (
          <div key={does} class="split__key">
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
