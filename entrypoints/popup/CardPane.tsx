/** A term's card in the popup's own room, with a way back through the terms opened from it. */
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { CardActions } from '../../components/card/actions'
import { CardView } from '../../components/card/CardView'
import { Icon } from '../../components/Icon'
import { useLoad } from '../../components/use-load'
import { t } from '../../lib/i18n'
import type { Mention } from '../../lib/linking/mention'
import { send } from '../../lib/send'
import { FailedScreen, LoadingScreen } from './screens'
import '../../components/card/card.css'

/** What to open: an entity of a list, or a mention met inside a card. */
export interface OpenTerm {
  entity: string
  mention?: Mention
}

interface Props {
  term: OpenTerm
  publishedAt: string | null
  url: string | null
  onBack: () => void
}

export function CardPane({ term, publishedAt, url, onBack }: Props) {
  const [path, setPath] = useState<OpenTerm[]>([term])
  const [done, setDone] = useState<{ words: string; undo: () => Promise<unknown> } | null>(null)
  const current = path.at(-1) ?? term
  const [loaded, again] = useLoad(
    () => send('card', { ...current, publishedAt, url }),
    [current, publishedAt, url],
  )
  const titleId = useId()
  const backButton = useRef<HTMLButtonElement>(null)
  // The focus was on the term in the list, which is gone now.
  useEffect(() => backButton.current?.focus(), [current])
  const back = () => (path.length > 1 ? setPath(path.slice(0, -1)) : onBack())
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      // Otherwise Escape closes the whole popup.
      event.preventDefault()
      back()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
  const actions: CardActions = {
    open: (next) => {
      if ('block' in next) {
        if (next.entity) setPath([...path, { entity: next.entity, mention: next }])
      } else setPath([...path, { entity: next.id }])
    },
    follow: (on) => {
      const { entity } = current
      void send('follow', { entity, on }).then(({ since }) => {
        const undo = () => send('follow', { entity, on: !on, since })
        setDone({ words: t(on ? 'cardDoneFollow' : 'cardDoneUnfollow'), undo })
        again()
      })
    },
    showSaved: () => void send('open-library', { view: 'archive', id: current.entity }),
    showTimeline: () => void send('open-library', { view: 'timeline', id: current.entity }),
    showArticle: (id) => void send('open-library', { view: 'read', id }),
    correct: (type) => {
      if (type === 'wrong') return
      void send('correct', { correction: { type, entity: current.entity } }).then(({ id }) => {
        const undo = () => send('undo-correction', { id })
        setDone({ words: t(type === 'hidden' ? 'hiddenDone' : 'knownDone'), undo })
        again()
      })
    },
  }
  return (
    <div class="card-pane">
      <div class="card-pane__bar">
        <button ref={backButton} type="button" class="button button--quiet" onClick={back}>
          <Icon name="back" />
          {t('back')}
        </button>
      </div>
      <div aria-live="polite">
        {done && (
          <p class="context__remark">
            {done.words}
            <button
              type="button"
              class="button button--quiet"
              onClick={() => {
                void done.undo().then(again)
                setDone(null)
              }}
            >
              {t('undo')}
            </button>
          </p>
        )}
      </div>
      {loaded.state === 'loading' && <LoadingScreen />}
      {loaded.state === 'failed' && <FailedScreen error={loaded.error} onRetry={again} />}
      {loaded.state === 'done' && (
        <section aria-labelledby={titleId}>
          <CardView card={loaded.value} actions={actions} page={false} titleId={titleId} />
        </section>
      )}
    </div>
  )
}
