/** 読み込み: an archive's file merged into this one, with progress and a report of what it did. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../../../components/Icon'
import { type FileProblem, FileRefused } from '../../../lib/archive/transfer/read-lines'
import type { ImportReport, Refusal } from '../../../lib/archive/transfer/report'
import { StorageError } from '../../../lib/db/failure'
import { type MessageKey, t } from '../../../lib/i18n'
import { type ImportProgress, importFiles } from './import-files'
import { Progress } from './Progress'

type Importing =
  | { step: 'idle' }
  | { step: 'busy'; progress: ImportProgress }
  | { step: 'done'; report: ImportReport }
  | { step: 'cancelled' }
  | { step: 'failed'; files: readonly File[]; words: string; mendable: boolean }

const FILE_WORDS: Record<FileProblem, MessageKey> = {
  'not-ours': 'importNotOurs',
  newer: 'importNewer',
  'cut-off': 'importCutOff',
  damaged: 'importDamaged',
  'too-large': 'importTooLarge',
  garbled: 'importGarbled',
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
  garbled: 'refusedGarbled',
}

export function ImportSection({ onDone }: { onDone: () => void }) {
  const [state, setState] = useState<Importing>({ step: 'idle' })
  const abort = useRef<AbortController | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // Known to both browsers, but not to the attributes' types.
    if (folder.current) folder.current.webkitdirectory = true
  }, [])

  const start = async (files: readonly File[], salvage = false) => {
    const controller = new AbortController()
    abort.current = controller
    setState({ step: 'busy', progress: { phase: 'check', done: 0, total: null } })
    try {
      const report = await importFiles(files, {
        salvage,
        signal: controller.signal,
        onProgress: (progress) => setState({ step: 'busy', progress }),
      })
      setState({ step: 'done', report })
    } catch (error) {
      if (controller.signal.aborted) setState({ step: 'cancelled' })
      else setState({ step: 'failed', files, ...wordsFor(error) })
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
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          if (files.length > 0) void start(files)
        }}
      />
      <input
        ref={folder}
        class="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label={t('importFolder')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          if (files.length > 0) void start(files)
        }}
      />
      <div class="transfer" aria-live="polite">
        {state.step === 'busy' ? (
          <Progress
            label={t(state.progress.phase === 'check' ? 'importChecking' : 'importWriting')}
            done={state.progress.done}
            total={state.progress.total}
            onCancel={() => abort.current?.abort()}
          />
        ) : (
          <p class="buttons">
            <button type="button" class="button" onClick={() => field.current?.click()}>
              <Icon name="upload" />
              {t('importChoose')}
            </button>
            <button type="button" class="button" onClick={() => folder.current?.click()}>
              {t('importFolder')}
            </button>
          </p>
        )}
        {state.step === 'cancelled' && <p class="transfer__good">{t('importCancelled')}</p>}
        {state.step === 'failed' && (
          <div class="transfer__bad" role="alert">
            <p>{state.words}</p>
            {state.mendable && (
              <button type="button" class="button" onClick={() => void start(state.files, true)}>
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
