/** What is in the frame: a card, the shape of one that is coming, or why there is none. */
import type { CardActions } from '../../components/card/actions'
import { CardView } from '../../components/card/CardView'
import { Icon, type IconName } from '../../components/Icon'
import type { Card } from '../../lib/card'
import { t } from '../../lib/i18n'

export type PanelState =
  | { state: 'loading' }
  | { state: 'failed'; retry: () => void }
  | { state: 'ready'; card: Card }

/** What was done, and the way back; or why nothing was. */
export interface Notice {
  words: string
  undo?: () => void
}

export interface PanelProps {
  shown: PanelState
  /** The card of the mark itself, not of a term opened inside it. */
  first: boolean
  pinned: boolean
  notice: Notice | null
  actions: CardActions
  back(): void
  pin(on: boolean): void
  close(): void
}

export function Panel({ shown, first, pinned, notice, actions, back, pin, close }: PanelProps) {
  if (shown.state === 'loading')
    return (
      <div class="skeleton" role="status" aria-label={t('cardLoading')}>
        <span />
        <span />
        <span />
        <span />
      </div>
    )
  if (shown.state === 'failed')
    return (
      <div class="failed" role="alert">
        <p>{t('cardFailed')}</p>
        <button type="button" class="plain" onClick={shown.retry}>
          {t('cardRetry')}
        </button>
      </div>
    )
  return (
    <>
      <CardView
        // A new card starts at its top, with nothing unfolded.
        key={shown.card.id ?? shown.card.headword}
        card={shown.card}
        actions={actions}
        page={first}
        titleId="headword"
        tools={
          <div class="card-tools">
            {!first && <Tool icon="back" label={t('cardBack')} press={back} />}
            <Tool
              icon="pin"
              label={pinned ? t('cardUnpin') : t('cardPin')}
              pressed={pinned}
              press={() => pin(!pinned)}
            />
            <Tool icon="close" label={t('cardClose')} press={close} />
          </div>
        }
      />
      {notice && (
        <div class="notice" role="status">
          <span>{notice.words}</span>
          {notice.undo && (
            <button type="button" class="plain" onClick={notice.undo}>
              {t('cardUndo')}
            </button>
          )}
        </div>
      )}
    </>
  )
}

function Tool({
  icon,
  label,
  pressed,
  press,
}: {
  icon: IconName
  label: string
  pressed?: boolean
  press: () => void
}) {
  return (
    <button
      type="button"
      class="card-tool"
      title={label}
      aria-label={label}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onClick={press}
    >
      <Icon name={icon} size={15} />
    </button>
  )
}
