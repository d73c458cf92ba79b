/** The keyboard, as this browser has it: commands can be changed by the reader. */
import browser from 'webextension-polyfill'
import { Switch } from '../../../components/Switch'
import { useLoad } from '../../../components/use-load'
import { t } from '../../../lib/i18n'
import { KeyRows } from '../KeyRows'

interface Props {
  /** Whether letters are commands. */
  letters: boolean
  onLetters: (on: boolean) => void
}

export function Keys({ letters, onLetters }: Props) {
  const [loaded] = useLoad(() => browser.commands.getAll(), [])
  const commands = loaded.state === 'done' ? loaded.value : []
  return (
    <section class="section">
      <h2 class="section__title">{t('settingsKeys')}</h2>
      <p class="section__lead phrase">{t('keysLead')}</p>
      <div class="setting">
        <Switch label={t('settingLetterKeys')} on={letters} onChange={onLetters} />
      </div>
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
        <KeyRows />
      </dl>
    </section>
  )
}
