/** 保管: how much there is, whether it is safe, and the ways out and in. */
import { useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { formatInstant } from '../../../components/format-date'
import { useLoad } from '../../../components/use-load'
import { readTwin, recordArchive } from '../../../lib/db/sentinel'
import { t } from '../../../lib/i18n'
import { db } from '../database'
import { tell } from '../toast'
import { BackupReminder } from './BackupReminder'
import { Bin } from './Bin'
import { ExportSection } from './ExportSection'
import { ImportSection } from './ImportSection'
import { LossNotice } from './LossNotice'
import { ScheduledBackup } from './ScheduledBackup'
import './storage.css'

interface Condition {
  articles: number
  deleted: number
  usage: number
  quota: number
  persisted: boolean
  backupAt: string | null
}

async function readCondition(): Promise<Condition> {
  const [all, deleted, estimate, persisted, twin] = await Promise.all([
    db.articles.count(),
    db.articles.where('deletedAt').above('').count(),
    navigator.storage.estimate(),
    navigator.storage.persisted(),
    readTwin(browser.storage.local),
  ])
  return {
    articles: all - deleted,
    deleted,
    usage: estimate.usage ?? 0,
    quota: estimate.quota ?? 0,
    persisted,
    backupAt: twin?.backupAt ?? null,
  }
}

/** Bytes as people read them, in powers of ten as the systems' own windows show them. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000
    unit++
  }
  return `${value >= 100 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}

export function StoragePage() {
  const [loaded, again] = useLoad(readCondition, [])
  const [asked, setAsked] = useState(false)
  const now = loaded.state === 'done' ? loaded.value : null
  const persist = async () => {
    const kept = await navigator.storage.persist()
    setAsked(true)
    tell(t(kept ? 'persistGranted' : 'persistRefused'))
    again()
  }
  return (
    <div class="page">
      <div class="page__inner">
        <h1 class="page__title">{t('storage')}</h1>
        <p class="page__lead phrase">{t('storageLead')}</p>
        <LossNotice onChanged={again} />
        {now && (
          <dl class="condition">
            <div>
              <dt>{t('storageArticles')}</dt>
              <dd>{now.articles.toLocaleString()}</dd>
            </div>
            <div>
              <dt>{t('storageSpace')}</dt>
              <dd>
                {formatBytes(now.usage)}
                <small> / {formatBytes(now.quota)}</small>
              </dd>
            </div>
            <div>
              <dt>{t('storageBackup')}</dt>
              <dd class={now.backupAt ? '' : 'condition__none'}>
                {now.backupAt ? formatInstant(now.backupAt) : t('storageNoBackup')}
              </dd>
            </div>
            <div>
              <dt>{t('storagePersist')}</dt>
              <dd class={now.persisted ? '' : 'condition__none'}>
                {t(now.persisted ? 'persistYes' : 'persistNo')}
              </dd>
            </div>
          </dl>
        )}
        {now && !now.persisted && (
          <p class="section__lead phrase">
            {t(asked ? 'persistRefusedText' : 'persistText')}{' '}
            {!asked && (
              <button type="button" class="button" onClick={() => void persist()}>
                {t('persistAsk')}
              </button>
            )}
          </p>
        )}
        <ExportSection
          articles={now?.articles ?? 0}
          onDone={async (at) => {
            await recordArchive(browser.storage.local, {
              backupAt: at.toISOString(),
              articles: now?.articles ?? 0,
            })
            again()
          }}
        />
        <ScheduledBackup />
        <BackupReminder />
        <ImportSection onDone={again} />
        <Bin deleted={now?.deleted ?? 0} onChanged={again} />
      </div>
    </div>
  )
}
