/** The keyboard, as this browser has it: commands can be changed by the reader. */
import browser from 'webextension-polyfill'
import { useLoad } from '../../../components/use-load'
import { t } from '../../../lib/i18n'

export function Keys() {
  const [loaded] = useLoad(() => browser.commands.getAll(), [])
  const commands = loaded.state === 'done' ? loaded.value : []
  return (
    <section class="section">
      <h2 class="section__title">{t('settingsKeys')}</h2>
      <p class="section__lead phrase">{t('keysLead')}</p>
      <dl class="keys">
        {commands
          .filter(({ description }) => description)
          .map(({ name, description, shortcut }) => (
            <div key={name}>
              <dt>
                {shortcut ? <kbd>{shortcut}</kbd> : <span class="faint">{t('keyNone')}</span>}
              </dt>
              <dd>{description}</dd>
            </div>
          ))}
        <div>
          <dt>
            <kbd>/</kbd>
          </dt>
          <dd>{t('keysSearch')}</dd>
        </div>
        <div>
          <dt>
            <kbd>j</kbd> <kbd>k</kbd>
          </dt>
          <dd>{t('keysMove')}</dd>
        </div>
        <div>
          <dt>
            <kbd>h</kbd> <kbd>n</kbd>
          </dt>
          <dd>{t('keysHighlight')}</dd>
        </div>
      </dl>
    </section>
  )
}
