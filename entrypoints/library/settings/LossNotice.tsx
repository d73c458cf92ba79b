/** Tells that the browser threw the archive away, and the way back. */
import browser from 'webextension-polyfill'
import { formatInstant } from '../../../components/format-date'
import { useLoad } from '../../../components/use-load'
import { acceptLoss, checkSentinel } from '../../../lib/db/sentinel'
import { t } from '../../../lib/i18n'
import { db } from '../database'
import './storage.css'

export function LossNotice({ onChanged }: { onChanged: () => void }) {
  const [loaded, again] = useLoad(() => checkSentinel(db, browser.storage.local), [])
  if (loaded.state !== 'done' || loaded.value.finding !== 'lost') return null
  const { articles, backupAt } = loaded.value.lost
  return (
    <section class="loss" role="alert">
      <h2>{t('lossTitle')}</h2>
      <p class="phrase">{t('lossText', articles)}</p>
      <p class="phrase">
        {backupAt ? t('lossBackup', formatInstant(backupAt)) : t('lossNoBackup')}
      </p>
      <button
        type="button"
        class="button"
        onClick={() =>
          void acceptLoss(db, browser.storage.local).then(() => {
            again()
            onChanged()
          })
        }
      >
        {t('lossAccept')}
      </button>
    </section>
  )
}
