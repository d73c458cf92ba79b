/** The reader's own words: beside a highlight, and under the whole article. */
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../../../components/Icon'
import type { ArticleRow, HighlightRow } from '../../../lib/db/rows'
import { t } from '../../../lib/i18n'
import { NoteText } from './NoteText'
import { useNote } from './use-note'

interface MarginProps {
  row: HighlightRow
  /** The words that were marked are others in this revision. */
  changed: boolean
  editing: boolean
  onEdit: (on: boolean) => void
  onRemove: () => void
}

export function MarginNote({ row, changed, editing, onEdit, onRemove }: MarginProps) {
  const note = useNote({ of: 'highlight', id: row.id }, row)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (editing) field.current?.focus()
  }, [editing])
  const close = () => {
    note.flush()
    onEdit(false)
  }
  // What stands side by side, or could not be kept, is not hidden.
  if (editing || note.problem || note.others.length > 0)
    return (
      <form
        class="note note--editing"
        onSubmit={(event) => {
          event.preventDefault()
          close()
        }}
      >
        <NoteText
          note={note}
          label={t('noteFor', row.quote)}
          rows={3}
          field={field}
          onKeyDown={(event) => {
            if (event.isComposing) return
            const enters = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
            if (event.key === 'Escape' || enters) close()
          }}
        />
        {editing && (
          <button type="submit" class="button button--primary">
            {t('noteDone')}
          </button>
        )}
      </form>
    )
  return (
    <div class="note">
      {changed && <p class="faint">{t('highlightChanged', row.quote)}</p>}
      {note.draft && <p>{note.draft}</p>}
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

/** A note on the article as a whole. */
export function ArticleNote({ article }: { article: ArticleRow }) {
  const note = useNote({ of: 'article', id: article.id }, article)
  return (
    <section class="prose__note" aria-label={t('articleNote')}>
      <p class="prose__note-label">
        <Icon name="note" size={14} />
        {t('articleNote')}
      </p>
      <NoteText note={note} label={t('articleNote')} placeholder={t('articleNoteHint')} rows={2} />
    </section>
  )
}
