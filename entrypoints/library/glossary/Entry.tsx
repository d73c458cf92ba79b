/** One glossary entry, shown as its card with the way onward. */
import { useEffect, useId, useState } from 'preact/hooks'
import type { CardActions } from '../../../components/card/actions'
import { CardView } from '../../../components/card/CardView'
import { FailedNotice } from '../../../components/FailedNotice'
import { Icon } from '../../../components/Icon'
import { useLoad } from '../../../components/use-load'
import { listCorrections } from '../../../lib/archive/corrections'
import type { Correction } from '../../../lib/archive/schema'
import { t } from '../../../lib/i18n'
import { send } from '../../../lib/send'
import { db } from '../database'
import { go } from '../route'
import { tell } from '../toast'
import '../../../components/card/card.css'

export function Entry({ id }: { id: string }) {
  const [loaded, again] = useLoad(
    () => send('card', { entity: id, publishedAt: null, url: null }),
    [id],
  )
  const [corrections, setCorrections] = useState<Correction[]>([])
  useEffect(() => {
    void listCorrections(db).then((all) =>
      setCorrections(all.filter((one) => one.type !== 'wrong' && one.entity === id)),
    )
  }, [id, loaded])
  const titleId = useId()
  const undo = (correction: string) => void send('undo-correction', { id: correction }).then(again)
  const actions: CardActions = {
    open: (next) => {
      const entity = 'block' in next ? next.entity : next.id
      if (entity) go({ view: 'glossary', id: entity })
    },
    follow: (on) =>
      void send('follow', { entity: id, on }).then(({ since }) => {
        again()
        tell(t(on ? 'cardDoneFollow' : 'cardDoneUnfollow'), () => {
          void send('follow', { entity: id, on: !on, since }).then(again)
        })
      }),
    showSaved: () => go({ view: 'archive', entity: id }),
    showTimeline: () => go({ view: 'timeline', entity: id }),
    showArticle: (article) => go({ view: 'archive', id: article }),
    correct: (type) => {
      if (type === 'wrong') return
      void send('correct', { correction: { type, entity: id } }).then(({ id: correction }) => {
        again()
        tell(t('correctionKept'), () => undo(correction))
      })
    },
  }
  if (loaded.state === 'loading') return null
  if (loaded.state === 'failed')
    return <FailedNotice title={t('cardFailed')} onRetry={again} error={loaded.error} />
  return (
    <div class="entry">
      <button
        type="button"
        class="button button--quiet reader__back"
        onClick={() => go({ view: 'glossary' })}
      >
        <Icon name="back" />
        {t('back')}
      </button>
      {corrections.map((one) => (
        <p class="entry__remark" key={one.id}>
          {t(one.type === 'hidden' ? 'termHidden' : 'termKnown')}
          <button type="button" class="button button--quiet" onClick={() => undo(one.id)}>
            {t('undo')}
          </button>
        </p>
      ))}
      <div class="entry__card">
        <CardView card={loaded.value} actions={actions} page={false} titleId={titleId} />
      </div>
    </div>
  )
}
