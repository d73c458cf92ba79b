/** The reader's own words: beside a highlight, and under the whole article. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../../../components/Icon'
import { setNote } from '../../../lib/archive/notes'
import type { ArticleRow, HighlightRow } from '../../../lib/db/rows'
import { t } from '../../../lib/i18n'
import { db } from '../database'
import { tell } from '../toast'

interface MarginProps {
  row: HighlightRow
  /** The words that were marked are others in this revision. */
  changed: boolean
  editing: boolean
  onEdit: (on: boolean) => void
  onChange: (note: string) => void
  onRemove: () => void
}

export function MarginNote({ row, changed, editing, onEdit, onChange, onRemove }: MarginProps) {
  const [draft, setDraft] = useState(row.note)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (editing) field.current?.focus()
  }, [editing])
  if (editing)
    return (
      <form
        class="note note--editing"
        onSubmit={(event) => {
          event.preventDefault()
          onChange(draft.trim())
        }}
      >
        <textarea
          class="field"
          rows={3}
          value={draft}
          aria-label={t('noteFor', row.quote)}
          ref={field}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.isComposing) return
            if (event.key === 'Escape') onEdit(false)
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onChange(draft.trim())
          }}
        />
        <button type="submit" class="button button--primary">
          {t('noteKeep')}
        </button>
      </form>
    )
  return (
    <div class="note">
      {changed && <p class="faint">{t('highlightChanged', row.quote)}</p>}
      {row.note && <p>{row.note}</p>}
      <p class="note__tools">
        <button
          type="button"
          class="button button--quiet button--icon"
          aria-label={t('noteEdit', row.quote)}
          title={t('noteEdit', row.quote)}
          onClick={() => onEdit(true)}
        >
          <Icon name="note" size={14} />
        </button>
        <button
          type="button"
          class="button button--quiet button--icon"
          aria-label={t('highlightRemove', row.quote)}
          title={t('highlightRemove', row.quote)}
          onClick={onRemove}
        >
          <Icon name="trash" size={14} />
        </button>
      </p>
    </div>
  )
}

/** A note on the article as a whole; kept when the field is left. */
export function ArticleNote({
  article,
  onChanged,
}: {
  article: ArticleRow
  onChanged: () => void
}) {
  const [draft, setDraft] = useState(article.note)
  return (
    <label class="prose__note">
      <span class="prose__note-label">
        <Icon name="note" size={14} />
        {t('articleNote')}
      </span>
      <textarea
        class="field"
        rows={Math.max(2, Math.min(12, draft.split('\n').length))}
        value={draft}
        placeholder={t('articleNoteHint')}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onBlur={() => {
          if (draft === article.note) return
          void setNote(db, article.id, draft).then(() => {
            tell(t('noteKept'))
            onChanged()
          })
        }}
      />
    </label>
  )
}
