import { t } from '../lib/i18n'
import type { SavedState } from '../lib/messages'
import { Icon } from './Icon'

interface Props {
  saved: SavedState
  busy: boolean
  onSave: () => void
  onOpen: (article: string) => void
}

/** 保存, 保存済み or 更新あり: says what is kept and does the next thing. */
export function SaveButton({ saved, busy, onSave, onOpen }: Props) {
  if (busy)
    return (
      <button type="button" class="button button--primary" disabled>
        {t('saving')}
      </button>
    )
  if (saved.state === 'saved')
    return (
      <button type="button" class="button" onClick={() => onOpen(saved.article)}>
        <Icon name="check" />
        {t('saved')}
      </button>
    )
  return (
    <button
      type="button"
      class="button button--primary"
      title={saved.state === 'changed' ? t('saveChangedHint') : undefined}
      onClick={onSave}
    >
      <Icon name={saved.state === 'changed' ? 'refresh' : 'bookmark'} />
      {saved.state === 'next-page'
        ? t('pageJoin', saved.page)
        : t(saved.state === 'changed' ? 'saveChanged' : 'save')}
    </button>
  )
}
