/** What the reader said of marks: hidden, known, wrong on a page; each can be taken back. */
import { Notice } from '../../../components/Notice'
import { useLoad } from '../../../components/use-load'
import { listCorrections } from '../../../lib/archive/corrections'
import type { Correction } from '../../../lib/archive/schema'
import { type MessageKey, t } from '../../../lib/i18n'
import { send } from '../../../lib/send'
import { db } from '../database'
import { tell } from '../toast'

const WORDS: Record<Correction['type'], MessageKey> = {
  hidden: 'correctionHidden',
  known: 'correctionKnown',
  wrong: 'correctionWrong',
}

async function readLines(): Promise<{ correction: Correction; name: string }[]> {
  const corrections = await listCorrections(db)
  const ids = corrections.map(({ entity }) => entity).filter((id) => id !== null)
  const rows = await db.entities.bulkGet(ids)
  const names = new Map(rows.flatMap((row) => (row ? [[row.id, row.headword] as const] : [])))
  return corrections.map((correction) => ({
    correction,
    name:
      correction.type === 'wrong'
        ? correction.form
        : (names.get(correction.entity) ?? correction.entity),
  }))
}

export function CorrectionList() {
  const [loaded, again] = useLoad(readLines, [])
  const lines = loaded.state === 'done' ? loaded.value : []
  return (
    <section class="section">
      <h2 class="section__title">{t('settingsCorrections')}</h2>
      <p class="section__lead phrase">{t('correctionsLead')}</p>
      {loaded.state === 'done' && lines.length === 0 && (
        <Notice icon="check" title={t('correctionsNone')} />
      )}
      <ul class="rows">
        {lines.map(({ correction, name }) => (
          <li key={correction.id}>
            <p class="rows__name">{name}</p>
            <p class="rows__note">
              {t(WORDS[correction.type])}
              {correction.type === 'wrong' && <span class="faint"> {correction.url}</span>}
            </p>
            <div class="rows__act">
              <button
                type="button"
                class="button"
                onClick={() =>
                  void send('undo-correction', { id: correction.id }).then(() => {
                    again()
                    tell(t('correctionUndone', name))
                  })
                }
              >
                {t('undo')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
