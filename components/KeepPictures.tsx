/** «図表も保存»: offered where an article's pictures are not kept yet. */
import { useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { t } from '../lib/i18n'
import { send } from '../lib/send'
import { Icon } from './Icon'
import { useLoad } from './use-load'

interface Props {
  article: string
  /** Pictures were kept: what shows the article should read it again. */
  onKept?: () => void
}

type Keeping =
  | { step: 'idle' }
  | { step: 'busy' }
  | { step: 'told'; words: string; problem: boolean }

export function KeepPictures({ article, onKept }: Props) {
  const [loaded, again] = useLoad(() => send('picture-hosts', { article }), [article])
  const [keeping, setKeeping] = useState<Keeping>({ step: 'idle' })
  const origins = loaded.state === 'done' ? loaded.value.origins : []
  const keep = async () => {
    setKeeping({ step: 'busy' })
    try {
      // The question must come within the click. Firefox closes the popup over it: the background
      // has been asked already and goes on when the reader says yes.
      const asked = browser.permissions.request({ origins })
      const answer = send('keep-pictures', { article })
      if (!(await asked)) {
        setKeeping({ step: 'told', words: t('picturesRefused'), problem: true })
        return
      }
      setKeeping({ step: 'told', ...words(await answer) })
      again()
      onKept?.()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      setKeeping({ step: 'told', words: t('picturesFailed', reason), problem: true })
    }
  }
  return (
    <span class="pictures">
      {origins.length > 0 && (
        <button
          type="button"
          class="button button--quiet"
          disabled={keeping.step === 'busy'}
          onClick={() => void keep()}
        >
          <Icon name="download" />
          <span class="pictures__name">
            {t(keeping.step === 'busy' ? 'picturesKeeping' : 'picturesKeep')}
          </span>
        </button>
      )}
      <span role="status">
        {keeping.step === 'told' && (
          <small class={keeping.problem ? 'pictures__problem' : 'faint'}>{keeping.words}</small>
        )}
      </span>
    </span>
  )
}

function words(answer: { result: 'refused' } | { result: 'done'; kept: number; failed: number }): {
  words: string
  problem: boolean
} {
  if (answer.result === 'refused') return { words: t('picturesRefused'), problem: true }
  return answer.failed > 0
    ? { words: t('picturesSome', answer.kept, answer.failed), problem: true }
    : { words: t('picturesKept', answer.kept), problem: false }
}
