/** The field of a note, what other windows wrote beside it, and what became of what was typed. */
import type { RefObject } from 'preact'
import { Icon } from '../../../components/Icon'
import type { NoteProblem } from '../../../lib/archive/note-keeper'
import { type MessageKey, t } from '../../../lib/i18n'
import { tell } from '../toast'
import type { NoteField } from './use-note'

const PROBLEMS: Record<NoteProblem, MessageKey> = {
  full: 'noteFull',
  long: 'noteTooLong',
  gone: 'noteGone',
  failed: 'noteFailed',
}

/** Letters in a row of a narrow field. */
const ROW = 24

const rowsOf = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / ROW)), 0)

interface Props {
  note: NoteField
  label: string
  placeholder?: string
  rows: number
  field?: RefObject<HTMLTextAreaElement | null>
  onKeyDown?: (event: KeyboardEvent) => void
}

export function NoteText({ note, label, placeholder, rows, field, onKeyDown }: Props) {
  const { draft, others, problem, kept } = note
  return (
    <div class={others.length > 0 ? 'note-text note-text--choice' : 'note-text'}>
      {others.length > 0 && (
        <p class="note-text__why" role="status">
          <Icon name="warning" size={14} />
          {t('noteTwice')}
        </p>
      )}
      <div class="note-text__texts">
        <div class="note-text__text">
          {others.length > 0 && <p class="note-text__whose">{t('noteHere')}</p>}
          <textarea
            class="field"
            rows={Math.max(rows, Math.min(12, rowsOf(draft)))}
            value={draft}
            aria-label={label}
            {...(placeholder && { placeholder })}
            {...(field && { ref: field })}
            onInput={(event) => note.type(event.currentTarget.value)}
            onBlur={note.flush}
            {...(onKeyDown && { onKeyDown })}
          />
          {others.length > 0 && <Choose note={note} texts={[draft]} words={t('noteChooseHere')} />}
        </div>
        {others.map((text) => (
          <div class="note-text__text" key={text}>
            <p class="note-text__whose">{t('noteThere')}</p>
            <blockquote class="note-text__other">{text}</blockquote>
            <Choose note={note} texts={[text]} words={t('noteChooseThere')} />
          </div>
        ))}
      </div>
      {others.length > 0 && (
        <Choose
          note={note}
          texts={[[draft, ...others].filter((text) => text !== '').join('\n\n')]}
          words={t('noteChooseBoth')}
        />
      )}
      {problem ? (
        <Problem note={note} problem={problem} />
      ) : (
        <p class="note-text__state" aria-live="polite">
          {draft !== '' && t(kept ? 'noteIsKept' : 'noteWriting')}
        </p>
      )}
    </div>
  )
}

const Choose = ({ note, texts, words }: { note: NoteField; texts: string[]; words: string }) => (
  <button type="button" class="button" onClick={() => note.choose(texts)}>
    {words}
  </button>
)

function Problem({ note, problem }: { note: NoteField; problem: NoteProblem }) {
  const copy = () =>
    navigator.clipboard.writeText(note.draft).then(
      () => tell(t('noteCopied')),
      () => tell(t('noteNotCopied')),
    )
  return (
    <div class="note-text__problem" role="alert">
      <p>{t(PROBLEMS[problem])}</p>
      <p class="buttons">
        {problem !== 'gone' && (
          <button type="button" class="button" onClick={note.flush}>
            {t('retry')}
          </button>
        )}
        <button type="button" class="button" onClick={() => void copy()}>
          {t('noteCopy')}
        </button>
      </p>
    </div>
  )
}
