/** The card beside a term of the reader, as on a page: dwell, press or key opens it, Escape closes it. */
import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { CardActions } from '../../../components/card/actions'
import { CardView } from '../../../components/card/CardView'
import { Icon } from '../../../components/Icon'
import { useLoad } from '../../../components/use-load'
import { t } from '../../../lib/i18n'
import type { Mention } from '../../../lib/linking/mention'
import { send } from '../../../lib/send'
import { go } from '../route'
import { tell } from '../toast'
import '../../../components/card/card.css'

interface Asked {
  entity: string | null
  mention?: Mention
}

interface Props {
  anchor: HTMLElement
  mention: Mention
  publishedAt: string | null
  url: string | null
  /** True where it was opened on purpose, so that the focus goes into it. */
  focus: boolean
  onClose: () => void
  onChanged: () => void
}

export function CardPopover({
  anchor,
  mention,
  publishedAt,
  url,
  focus,
  onClose,
  onChanged,
}: Props) {
  const [path, setPath] = useState<Asked[]>([{ entity: mention.entity, mention }])
  const asked = path.at(-1) ?? { entity: mention.entity, mention }
  const [loaded, again] = useLoad(
    () => send('card', { ...asked, publishedAt, url }),
    [asked, publishedAt, url],
  )
  const box = useRef<HTMLDivElement>(null)
  const titleId = useId()

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    element.showPopover()
    return autoUpdate(anchor, element, () => {
      void computePosition(anchor, element, {
        strategy: 'fixed',
        placement: 'bottom-start',
        middleware: [
          offset(8),
          flip({ padding: 8 }),
          shift({ padding: 8 }),
          size({
            padding: 8,
            apply: ({ availableHeight }) => {
              element.style.maxHeight = `${Math.max(160, Math.min(520, availableHeight))}px`
            },
          }),
        ],
      }).then(({ x, y }) => Object.assign(element.style, { left: `${x}px`, top: `${y}px` }))
    })
  }, [anchor])
  const answered = loaded.state !== 'loading'
  useEffect(() => {
    if (focus && answered) box.current?.focus()
  }, [focus, answered])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      onClose()
      anchor.focus()
    }
    const onDown = (event: PointerEvent) => {
      if (!(event.target instanceof Node) || box.current?.contains(event.target)) return
      if (!anchor.contains(event.target)) onClose()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onDown)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onDown)
    }
  }, [anchor, onClose])

  const { entity } = asked
  const actions: CardActions = {
    open: (next) =>
      setPath([
        ...path,
        'block' in next ? { entity: next.entity, mention: next } : { entity: next.id },
      ]),
    follow: (on) => {
      if (!entity) return
      const changed = () => {
        again()
        onChanged()
      }
      void send('follow', { entity, on }).then(({ since }) => {
        changed()
        tell(t(on ? 'cardDoneFollow' : 'cardDoneUnfollow'), () => {
          void send('follow', { entity, on: !on, since }).then(changed)
        })
      })
    },
    showSaved: () => go({ view: 'archive', entity }),
    showTimeline: () => go({ view: 'timeline', entity }),
    showArticle: (id) => go({ view: 'archive', id }),
    correct: (type) => {
      const correction =
        type === 'wrong'
          ? url
            ? { type, url, form: mention.surface, entity }
            : null
          : entity
            ? { type, entity }
            : null
      if (!correction) return
      void send('correct', { correction }).then(({ id }) => {
        onClose()
        onChanged()
        tell(t('correctionKept'), () => void send('undo-correction', { id }).then(onChanged))
      })
    },
  }
  return (
    <div
      ref={box}
      class="card-popover"
      popover="manual"
      role="dialog"
      aria-labelledby={titleId}
      tabIndex={-1}
    >
      {loaded.state === 'done' ? (
        <CardView
          card={loaded.value}
          actions={actions}
          page={asked.mention === mention}
          titleId={titleId}
          tools={
            <div class="card-tools">
              {path.length > 1 && (
                <button
                  type="button"
                  class="card-tool"
                  aria-label={t('back')}
                  onClick={() => setPath(path.slice(0, -1))}
                >
                  <Icon name="back" />
                </button>
              )}
              <button type="button" class="card-tool" aria-label={t('close')} onClick={onClose}>
                <Icon name="close" />
              </button>
            </div>
          }
        />
      ) : (
        <p class="card-popover__wait" id={titleId}>
          {loaded.state === 'failed' ? t('cardFailed') : mention.surface}
        </p>
      )}
    </div>
  )
}
