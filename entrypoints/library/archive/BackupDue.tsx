/** Above the list: that data was lost, or that an export is due. Silent otherwise. */
import browser from 'webextension-polyfill'
import { useLoad } from '../../../components/use-load'
import { readTwin } from '../../../lib/db/sentinel'
import { t } from '../../../lib/i18n'
import { send } from '../../../lib/send'
import { db } from '../database'
import { hashOf } from '../route'
import { LossNotice } from '../settings/LossNotice'

const DAY = 86_400_000

/** Days since the last export, or since the first article; null where nothing is due. */
async function daysDue(): Promise<number | null> {
  const [settings, twin, first] = await Promise.all([
    send('settings', {}),
    readTwin(browser.storage.local),
    db.articles.orderBy('savedAt').first(),
  ])
  if (settings.backupReminder === 0 || !first) return null
  const days = Math.floor((Date.now() - Date.parse(twin?.backupAt ?? first.savedAt)) / DAY)
  return days >= settings.backupReminder ? days : null
}

export function BackupDue() {
  const [loaded, again] = useLoad(daysDue, [])
  return (
    <>
      <LossNotice onChanged={again} />
      {loaded.state === 'done' && loaded.value !== null && (
        <p class="split__filter split__due">
          {t('backupDue', loaded.value)}
          <a href={hashOf({ view: 'storage' })}>{t('export')}</a>
        </p>
      )}
    </>
  )
}
