/** 書き出し: the whole archive into one file of the reader's. */
import { useRef, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { Icon } from '../../../components/Icon'
import { exportArchive } from '../../../lib/archive/transfer/export'
import { fileName } from '../../../lib/archive/transfer/format'
import { t } from '../../../lib/i18n'
import { db } from '../database'
import { Progress } from './Progress'
import { Cancelled, writeFile } from './write-file'

type Exporting =
  | { step: 'idle' }
  | { step: 'busy'; done: number; total: number }
  | { step: 'done'; name: string }
  | { step: 'failed'; reason: string }

export function ExportSection({ articles, onDone }: { articles: number; onDone: () => void }) {
  const [state, setState] = useState<Exporting>({ step: 'idle' })
  const [images, setImages] = useState(true)
  const abort = useRef<AbortController | null>(null)

  const start = async () => {
    const name = fileName(new Date())
    const controller = new AbortController()
    abort.current = controller
    try {
      await writeFile(name, () => {
        setState({ step: 'busy', done: 0, total: articles })
        return exportArchive(db, {
          app: browser.runtime.getManifest().version,
          images,
          signal: controller.signal,
          onProgress: ({ articles: done, total }) => setState({ step: 'busy', done, total }),
        })
      })
      setState({ step: 'done', name })
      onDone()
    } catch (error) {
      if (error instanceof Cancelled || controller.signal.aborted) setState({ step: 'idle' })
      else setState({ step: 'failed', reason: String(error) })
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
        {state.step === 'busy' ? (
          <Progress
            label={t('exporting')}
            done={state.done}
            total={state.total}
            onCancel={() => abort.current?.abort()}
          />
        ) : (
          <button type="button" class="button button--primary" onClick={() => void start()}>
            <Icon name="download" />
            {t('exportAll')}
          </button>
        )}
        {state.step === 'done' && <p class="transfer__good">{t('exportDone', state.name)}</p>}
        {state.step === 'failed' && <p class="transfer__bad">{t('exportFailed', state.reason)}</p>}
      </div>
    </section>
  )
}
