/** Two revisions of an article side by side, sentence by sentence; what stayed is folded away. */
import { useState } from 'preact/hooks'
import { formatInstant } from '../../../components/format-date'
import type { Revision } from '../../../lib/archive/schema'
import { t } from '../../../lib/i18n'
import { type DiffRow, revisionSentences, sentenceDiff } from './sentence-diff'

interface Props {
  /** Oldest first; at least two. */
  revisions: readonly Revision[]
}

export function Compare({ revisions }: Props) {
  const [newer, setNewer] = useState(revisions.length - 1)
  const after = revisions[newer]
  const before = revisions[newer - 1]
  if (!after || !before) return null
  const rows = sentenceDiff(
    revisionSentences(before.title, before.blocks),
    revisionSentences(after.title, after.blocks),
  )
  return (
    <section class="compare" aria-label={t('compare')}>
      {revisions.length > 2 && (
        <label class="compare__which">
          {t('compareWhich')}
          <select
            class="field"
            value={newer}
            onChange={(event) => setNewer(Number(event.currentTarget.value))}
          >
            {revisions.slice(1).map((revision, index) => (
              <option key={revision.id} value={index + 1}>
                {formatInstant(revision.savedAt)}
              </option>
            ))}
          </select>
        </label>
      )}
      <table class="compare__table">
        <thead>
          <tr>
            <th scope="col">{t('compareOld', formatInstant(before.savedAt))}</th>
            <th scope="col">{t('compareNew', formatInstant(after.savedAt))}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <CompareRow key={index} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Sentences shown of what stayed, so that a change is read in its place. */
const CONTEXT = 1

function CompareRow({ row }: { row: DiffRow }) {
  const [open, setOpen] = useState(false)
  if (row.change === 'same' && row.old.length > 2 * CONTEXT + 1 && !open)
    return (
      <>
        <Same words={row.old.slice(0, CONTEXT)} />
        <tr class="compare__fold">
          <td colSpan={2}>
            <button type="button" class="button button--quiet" onClick={() => setOpen(true)}>
              {t('compareFold', row.old.length - 2 * CONTEXT)}
            </button>
          </td>
        </tr>
        <Same words={row.old.slice(-CONTEXT)} />
      </>
    )
  if (row.change === 'same') return <Same words={row.old} />
  return (
    <tr class={`compare__row compare__row--${row.change}`}>
      <td>{row.old.length > 0 && <del>{row.old.join('')}</del>}</td>
      <td>{row.new.length > 0 && <ins>{row.new.join('')}</ins>}</td>
    </tr>
  )
}

function Same({ words }: { words: readonly string[] }) {
  return (
    <tr class="compare__row">
      <td>{words.join('')}</td>
      <td>{words.join('')}</td>
    </tr>
  )
}
