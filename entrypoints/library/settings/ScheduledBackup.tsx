/** Whether backups are written by themselves, how often, and how the last one went. */
import browser from 'webextension-polyfill'
import { formatInstant } from '../../../components/format-date'
import { useLoad } from '../../../components/use-load'
import { readBackupState } from '../../../lib/archive/transfer/backup'
import { t } from '../../../lib/i18n'
import { send } from '../../../lib/send'
import { tell } from '../toast'
import { Choice } from './Choice'
import './settings.css'

async function readSchedule() {
  const [{ backupEvery }, { last, failed }] = await Promise.all([
    send('settings', {}),
    readBackupState(browser.storage.local),
  ])
  return { backupEvery, last, failed }
}

export function ScheduledBackup() {
  const [loaded, again] = useLoad(readSchedule, [])
  if (loaded.state !== 'done') return null
  const { backupEvery, last, failed } = loaded.value
  const choose = async (every: number) => {
    try {
      // Asked for within the click: nothing is written to the downloads without it.
      if (every > 0 && !(await browser.permissions.request({ permissions: ['downloads'] })))
        tell(t('backupNeedsDownloads'))
      else {
        await send('set-settings', { change: { backupEvery: every } })
        tell(t('settingKept'))
      }
    } catch {
      tell(t('settingNotKept'))
    }
    again()
  }
  return (
    <>
      <Choice
        name={t('settingBackup')}
        value={String(backupEvery)}
        options={[
          { value: '0', name: t('never') },
          { value: '1', name: t('backupDaily') },
          ...[7, 30].map((days) => ({ value: String(days), name: t('everyDays', days) })),
        ]}
        onChange={(every) => void choose(Number(every))}
      />
      {last && <p class="faint">{t('backupLast', formatInstant(last.at), last.name)}</p>}
      {backupEvery > 0 && failed && (
        <p class="transfer__bad" role="status">
          {t('backupFailed', formatInstant(failed.at), failed.reason)}
        </p>
      )}
    </>
  )
}
