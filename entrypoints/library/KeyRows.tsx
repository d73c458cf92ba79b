/** The library's keys as rows of a `dl`: in the settings, and in the archive where no article is open. */
import { t } from '../../lib/i18n'
import { LIBRARY_KEYS } from './keys'

export const KeyRows = () => (
  <>
    {LIBRARY_KEYS.map(({ keys, does }) => (
      <div key={does}>
        <dt>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </dt>
        <dd>{t(does)}</dd>
      </div>
    ))}
  </>
)
