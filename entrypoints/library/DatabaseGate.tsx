/** Says by name why the archive can't be opened, instead of showing an empty one. */
import type { ComponentChildren } from 'preact'
import { Notice } from '../../components/Notice'
import { useLoad } from '../../components/use-load'
import { StorageError, type StorageProblem } from '../../lib/db/failure'
import { type MessageKey, t } from '../../lib/i18n'
import { db } from './database'

const WORDS: Record<StorageProblem, MessageKey> = {
  full: 'storageFull',
  refused: 'storageRefused',
  newer: 'storageNewer',
  closed: 'storageClosed',
  failed: 'storageFailed',
}

export function DatabaseGate({ children }: { children: ComponentChildren }) {
  const [opened, again] = useLoad(() => db.ready(), [])
  if (opened.state !== 'failed') return <>{children}</>
  const problem = opened.error instanceof StorageError ? opened.error.problem : 'failed'
  return (
    <Notice
      icon="warning"
      tone="problem"
      title={t('storageProblemTitle')}
      actions={
        <button
          type="button"
          class="button button--primary"
          onClick={problem === 'closed' ? () => location.reload() : again}
        >
          {t('retry')}
        </button>
      }
    >
      <p>{t(WORDS[problem])}</p>
      <p class="faint">{String(opened.error)}</p>
    </Notice>
  )
}
