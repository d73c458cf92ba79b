/** 読み込み: an archive's file merged into this one, with progress and a report of what it did. */
import { useRef, useState } from 'preact/hooks'
import { Icon } from '../../../components/Icon'
import { importArchive } from '../../../lib/archive/transfer/import'
import { type FileProblem, FileRefused } from '../../../lib/archive/transfer/read-lines'
import type { ImportReport, Refusal } from '../../../lib/archive/transfer/report'
import { StorageError } from '../../../lib/db/failure'
import { type MessageKey, t } from '../../../lib/i18n'
import { db } from '../database'
import { Progress } from './Progress'

type Importing =
  | { step: 'idle' }
  | { step: 'busy'; phase: 'check' | 'write'; line: number; lines: number }
  | { step: 'done'; report: ImportReport }
  | { step: 'cancelled' }
  | { step: 'failed'; file: File; words: string; mendable: boolean }

const FILE_WORDS: Record<FileProblem, MessageKey> = {
  'not-ours': 'importNotOurs',
  newer: 'importNewer',
  'cut-off': 'importCutOff',
  damaged: 'importDamaged',
  'too-large': 'importTooLarge',
}

const LINE_WORDS: Record<Refusal['problem'], MessageKey> = {
  'not-json': 'refusedNotJson',
  'too-deep': 'refusedTooDeep',
  'prototype-key': 'refusedPrototype',
  'unknown-type': 'refusedUnknownType',
  'wrong-type': 'refusedWrongType',
  inconsistent: 'refusedInconsistent',
  'duplicate-id': 'refusedDuplicate',
  'no-text': 'refusedNoText',
  'no-address': 'refusedNoAddress',
}

export function ImportSection({ onDone }: { onDone: () => void }) {
  const [state, setState] = useState<Importing>({ step: 'idle' })
  const abort = useRef<AbortController | null>(null)
  const field = useRef<HTMLInputElement>(null)

  const start = async (file: File, salvage = false) => {
    const controller = new AbortController()
    abort.current = controller
    setState({ step: 'busy', phase: 'check', line: 0, lines: 0 })
    try {
      const report = await importArchive(db, file, {
        salvage,
        signal: controller.signal,
        onProgress: ({ phase, line, lines }) => setState({ step: 'busy', phase, line, lines }),
      })
      setState({ step: 'done', report })
    } catch (error) {
      if (controller.signal.aborted) setState({ step: 'cancelled' })
      else setState({ step: 'failed', file, ...wordsFor(error) })
    }
    onDone()
  }

  return (
    <section class="section">
      <h2 class="section__title">{t('import')}</h2>
      <p class="section__lead phrase">{t('importLead')}</p>
      <input
        ref={field}
        class="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label={t('importChoose')}
        accept=".ndjson,.gz,.ndjson.gz,application/gzip,application/x-ndjson"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file) void start(file)
        }}
      />
      <div class="transfer" aria-live="polite">
        {state.step === 'busy' ? (
          <Progress
            label={t(state.phase === 'check' ? 'importChecking' : 'importWriting')}
            done={state.line}
            total={state.lines || null}
            onCancel={() => abort.current?.abort()}
          />
        ) : (
          <button type="button" class="button" onClick={() => field.current?.click()}>
            <Icon name="upload" />
            {t('importChoose')}
          </button>
        )}
        {state.step === 'cancelled' && <p class="transfer__good">{t('importCancelled')}</p>}
        {state.step === 'failed' && (
          <div class="transfer__bad" role="alert">
            <p>{state.words}</p>
            {state.mendable && (
              <button type="button" class="button" onClick={() => void start(state.file, true)}>
                {t('importSalvage')}
              </button>
            )}
          </div>
        )}
        {state.step === 'done' && <Report report={state.report} />}
      </div>
    </section>
  )
}

function wordsFor(error: unknown): { words: string; mendable: boolean } {
  if (error instanceof FileRefused) {
    const mendable = error.problem === 'cut-off' || error.problem === 'damaged'
    return { words: t(FILE_WORDS[error.problem]), mendable }
  }
  if (error instanceof StorageError && error.problem === 'full')
    return { words: t('importFull'), mendable: false }
  return { words: t('importFailed', String(error)), mendable: false }
}

function Report({ report }: { report: ImportReport }) {
  return (
    <>
      <p class="transfer__good">{t('importDone')}</p>
      <dl class="report">
        <div>
          <dt>{t('reportNew')}</dt>
          <dd>{report.new.toLocaleString()}</dd>
        </div>
        <div>
          <dt>{t('reportSame')}</dt>
          <dd>{report.same.toLocaleString()}</dd>
        </div>
        <div>
          <dt>{t('reportDifferent')}</dt>
          <dd>{report.different.toLocaleString()}</dd>
        </div>
        <div>
          <dt>{t('reportRefused')}</dt>
          <dd>{report.refused.toLocaleString()}</dd>
        </div>
      </dl>
      {report.refusals.length > 0 && (
        <details class="refusals">
          <summary>{t('reportRefusals')}</summary>
          <ul>
            {report.refusals.map(({ line, problem, detail }) => (
              <li key={line}>
                {t('reportLine', line)} {t(LINE_WORDS[problem])} <span class="faint">{detail}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
