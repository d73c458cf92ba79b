import { t } from '../../../lib/i18n'

interface Props {
  label: string
  done: number
  /** null: not known. */
  total: number | null
  /** null where it is over before it could be stopped. */
  onCancel: (() => void) | null
}

/** How far a long work has come, and a way to stop it. */
export function Progress({ label, done, total, onCancel }: Props) {
  return (
    <div class="progress">
      <progress
        aria-label={label}
        {...(total ? { value: Math.min(done, total), max: total } : {})}
      />
      <span class="figures">
        {label}{' '}
        {total ? `${done.toLocaleString()} / ${total.toLocaleString()}` : done.toLocaleString()}
      </span>
      {onCancel && (
        <button type="button" class="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      )}
    </div>
  )
}
