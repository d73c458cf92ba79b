/** How often the reader wants to be reminded of an export. */
import { useLoad } from '../../../components/use-load'
import { t } from '../../../lib/i18n'
import { send } from '../../../lib/send'
import { tell } from '../toast'
import { Choice } from './Choice'
import './settings.css'

export function BackupReminder() {
  const [loaded, again] = useLoad(() => send('settings', {}), [])
  if (loaded.state !== 'done') return null
  return (
    <Choice
      name={t('settingReminder')}
      value={String(loaded.value.backupReminder)}
      options={[
        ...[7, 30, 90].map((days) => ({ value: String(days), name: t('everyDays', days) })),
        { value: '0', name: t('never') },
      ]}
      onChange={(days) =>
        void send('set-settings', { change: { backupReminder: Number(days) } }).then(
          () => {
            again()
            tell(t('settingKept'))
          },
          () => tell(t('settingNotKept')),
        )
      }
    />
  )
}
