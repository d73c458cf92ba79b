/** 書き出し: the whole archive into one file of the reader's. */
import { useRef, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { Icon } from '../../../components/Icon'
import { ExportRefused, exportArchive } from '../../../lib/archive/transfer/export'
import { exportCitations, exportPages } from '../../../lib/archive/transfer/export-files'
import { fileName } from '../../../lib/archive/transfer/format'
import { inspectArchive } from '../../../lib/archive/transfer/inspect'
import { FileRefused } from '../../../lib/archive/transfer/read-lines'
import { type MessageKey, t } from '../../../lib/i18n'
import { db } from '../database'
import { Progress } from './Progress'
import { Cancelled, writeFile } from './write-file'

type Exporting =
  | { step: 'idle' }
  | { step: 'busy'; done: number; total: number | null }
  | { step: 'done'; name: string }
  /** Written, and now read back. */
  | { step: 'checking' }
  | { step: 'failed'; words: string }

interface OtherFormat {
  name: MessageKey
  file: string
  stream: () => ReadableStream<Uint8Array<ArrayBuffer>>
}

/** For reading elsewhere: these leave something out, the archive's own file nothing. */
const OTHERS: OtherFormat[] = [
  {
    name: 'exportAsMarkdown',
    file: 'bunmyaku-markdown.zip',
    stream: () => exportPages(db, 'markdown'),
  },
  { name: 'exportAsHtml', file: 'bunmyaku-html.zip', stream: () => exportPages(db, 'html') },
  { name: 'exportAsCsl', file: 'bunmyaku-csl.json', stream: () => exportCitations(db, 'csl') },
  { name: 'exportAsBibtex', file: 'bunmyaku.bib', stream: () => exportCitations(db, 'bibtex') },
]

function wordsFor(error: unknown): string {
  if (error instanceof ExportRefused) return t('exportRefused', error.what, error.detail)
  if (error instanceof FileRefused) return t('exportUnread', error.message)
  return t('exportFailed', String(error))
}

interface Props {
  articles: number
  /** The file was read back; `at` is when the reading of the archive began. */
  onDone: (at: Date) => void
}

export function ExportSection({ articles, onDone }: Props) {
  const [state, setState] = useState<Exporting>({ step: 'idle' })
  const [images, setImages] = useState(true)
  const abort = useRef<AbortController | null>(null)

  const startOther = async ({ file, stream }: OtherFormat) => {
    try {
      await writeFile(file, () => {
        setState({ step: 'busy', done: 0, total: null })
        return stream()
      })
      setState({ step: 'done', name: file })
    } catch (error) {
      if (error instanceof Cancelled) setState({ step: 'idle' })
      else setState({ step: 'failed', words: wordsFor(error) })
    }
  }

  const start = async () => {
    // What is saved while it is written may not be in it.
    const now = new Date()
    const name = fileName(now)
    const controller = new AbortController()
    abort.current = controller
    try {
      await writeFile(
        name,
        () => {
          setState({ step: 'busy', done: 0, total: articles })
          return exportArchive(db, {
            app: browser.runtime.getManifest().version,
            images,
            signal: controller.signal,
            onProgress: ({ articles: done, total }) => setState({ step: 'busy', done, total }),
          })
        },
        async (file) => {
          setState({ step: 'checking' })
          await inspectArchive(file, { signal: controller.signal })
        },
      )
      setState({ step: 'done', name })
      onDone(now)
    } catch (error) {
      if (error instanceof Cancelled || controller.signal.aborted) setState({ step: 'idle' })
      else setState({ step: 'failed', words: wordsFor(error) })
    }
  }
  return (
    <section class="section">
      <h2 class="section__title">{t('export')}</h2>
      <p class="section__lead phrase">{t('exportLead')}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={images}
          onChange={(event) => setImages(event.currentTarget.checked)}
        />
        {t('exportImages')}
      </label>
      <div class="transfer" aria-live="polite">
        {state.step === 'checking' ? (
          <Progress
            label={t('exportChecking')}
            done={0}
            total={null}
            onCancel={() => abort.current?.abort()}
          />
        ) : state.step === 'busy' ? (
          <Progress
            label={t('exporting')}
            done={state.done}
            total={state.total}
            onCancel={state.total === null ? null : () => abort.current?.abort()}
          />
        ) : (
          <p class="buttons">
            <button type="button" class="button button--primary" onClick={() => void start()}>
              <Icon name="download" />
              {t('exportAll')}
            </button>
            <select
              class="field"
              aria-label={t('exportOther')}
              value=""
              onChange={(event) => {
                const format = OTHERS[Number(event.currentTarget.value)]
                event.currentTarget.value = ''
                if (format) void startOther(format)
              }}
            >
              <option value="" disabled>
                {t('exportOther')}
              </option>
              {OTHERS.map(({ name }, index) => (
                <option key={name} value={index}>
                  {t(name)}
                </option>
              ))}
            </select>
          </p>
        )}
        {state.step === 'done' && <p class="transfer__good">{t('exportDone', state.name)}</p>}
        {state.step === 'failed' && <p class="transfer__bad">{state.words}</p>}
      </div>
    </section>
  )
}
