/** Says that something could not be read, why, and lets the reader try again. */
import type { ComponentChildren } from 'preact'
import { t } from '../lib/i18n'
import { Notice } from './Notice'

interface Props {
  title: string
  onRetry: () => void
  /** What is safe, and what to do. */
  children?: ComponentChildren
  /** As it was thrown; shown faintly, for whoever is asked for help. */
  error?: unknown
}

export function FailedNotice({ title, onRetry, children, error }: Props) {
  return (
    <Notice
      icon="warning"
      tone="problem"
      title={title}
      actions={
        <button type="button" class="button button--primary" onClick={onRetry}>
          {t('retry')}
        </button>
      }
    >
      {children}
      {error !== undefined && <p class="faint">{String(error)}</p>}
    </Notice>
  )
}
