/** Opens, fills and closes the card on a page. */
import { render } from 'preact'
import type { CardActions, CorrectionType } from '../../components/card/actions'
import type { Card, EntityLine } from '../../lib/card'
import { type MessageKey, t } from '../../lib/i18n'
import type { Mention } from '../../lib/linking/mention'
import type { Request } from '../../lib/messages'
import type { Opener } from '../../lib/page/dwell'
import { send } from '../../lib/send'
import type { Settings } from '../../lib/settings'
import { CardStore, ofTarget, ofTerm } from './card-store'
import { makeHost } from './host'
import { listenForKeys } from './keys'
import { Panel, type PanelState } from './Panel'
import { follow } from './placement'
import type { CardTarget } from './target'

/** Milliseconds: a card that comes sooner shows no skeleton; what is told stays this long. */
const PATIENCE = 150
const TOLD = 5_000

const DONE: Record<CorrectionType, MessageKey> = {
  wrong: 'cardDoneWrong',
  hidden: 'cardDoneHidden',
  known: 'cardDoneKnown',
}

/** What the card tells of itself. */
export interface CardListener {
  entered(): void
  left(): void
  /** The reader, or the page, wants it closed. */
  closed(): void
  pinned(on: boolean): void
}

export interface Surface {
  host: HTMLElement
  prefetch(target: CardTarget): void
  open(target: CardTarget, by: Opener, theme: Settings['theme']): void
  close(): void
  /** Says something to a screen reader, and to everybody where `shown`. */
  tell(words: string, shown: boolean): void
  /** Forgets what was fetched. */
  forget(): void
  /** Takes the host out of the page for good. */
  remove(): void
}

export function makeSurface(listener: CardListener): Surface {
  const host = makeHost()
  const cards = new CardStore()
  let target: CardTarget | null = null
  /** The way back: requests, the last one shown. */
  let path: Request<'card'>[] = []
  let shown: PanelState = { state: 'loading' }
  let pinned = false
  let notice: { words: string; undo: () => void } | null = null
  let before: Element | null = null
  let stopFollowing = () => {}
  let stopKeys = () => {}
  let told: ReturnType<typeof setTimeout> | undefined

  const focused = () => document.activeElement === host.element

  const draw = () => {
    host.frame.classList.toggle('pinned', pinned)
    const name = shown.state === 'ready' ? shown.card.headword : target?.mention.headword
    host.frame.setAttribute('aria-label', t('cardLabel', name ?? ''))
    host.frame.setAttribute('aria-busy', String(shown.state === 'loading'))
    render(
      <Panel
        shown={shown}
        first={path.length === 1}
        pinned={pinned}
        notice={notice}
        actions={actions}
        back={back}
        pin={pin}
        close={() => listener.closed()}
      />,
      host.frame,
    )
  }

  const become = (next: PanelState) => {
    const keep = focused()
    shown = next
    // Another content has another height: unseen until it has its place, so that nothing jumps.
    const follows = !pinned && host.frame.classList.contains('open')
    host.frame.classList.toggle('placing', follows)
    draw()
    if (follows) {
      stopFollowing()
      startFollowing()
    }
    // What had the focus may be gone with the old card.
    if (keep && !host.root.activeElement) host.frame.focus({ preventScroll: true })
  }

  /** Loads the last request of the path; an answer to one that is no longer shown is dropped. */
  const load = async () => {
    const request = path.at(-1)
    if (!request) return
    const late = setTimeout(() => {
      if (path.at(-1) === request) become({ state: 'loading' })
    }, PATIENCE)
    try {
      const card = await cards.get(request)
      if (path.at(-1) === request) become({ state: 'ready', card })
    } catch {
      if (path.at(-1) === request) become({ state: 'failed', retry: () => void load() })
    } finally {
      clearTimeout(late)
    }
  }

  const back = () => {
    path.pop()
    notice = null
    void load()
  }

  const pin = (on: boolean) => {
    pinned = on
    // A pinned card stays where it is while the page scrolls away under it.
    stopFollowing()
    if (!on) startFollowing()
    draw()
    listener.pinned(on)
  }

  const startFollowing = () => {
    if (!target) return
    stopFollowing = follow(host.frame, target, () => listener.closed())
  }

  const change = (part: Partial<Card>) => {
    cards.clear()
    if (shown.state === 'ready') become({ state: 'ready', card: { ...shown.card, ...part } })
  }

  /** A failed action is told, and nothing on the card pretends that it was done. */
  const attempt = async (action: () => Promise<void>) => {
    try {
      await action()
    } catch {
      surface.tell(t('cardFailed'), true)
    }
  }

  const library = (view: string, id: string) =>
    void attempt(async () => {
      await send('open-library', { view, id })
    })

  const subject = (): string => (shown.state === 'ready' ? (shown.card.id ?? '') : '')

  const actions: CardActions = {
    open(term: EntityLine | Mention) {
      if (!target) return
      path.push(ofTerm(term, target))
      notice = null
      void load()
    },
    follow: (on) =>
      void attempt(async () => {
        await send('follow', { entity: subject(), on })
        change({ followed: on })
      }),
    showSaved: () => {
      if (shown.state !== 'ready') return
      const { id, headword } = shown.card
      if (id !== null) library('archive', id)
      else void attempt(async () => void (await send('open-library', named(headword))))
    },
    showTimeline: () => library('timeline', subject()),
    showArticle: (id) => library('read', id),
    correct: (type) =>
      void attempt(async () => {
        const mention = target?.mention
        const correction =
          type === 'wrong'
            ? {
                type,
                url: target?.url ?? location.href,
                form: mention?.surface ?? '',
                entity: mention?.entity ?? null,
              }
            : { type, entity: subject() }
        const { id } = await send('correct', { correction })
        const undo = () =>
          void attempt(async () => {
            await send('undo-correction', { id })
            notice = null
            change({ known: false })
          })
        notice = { words: t(DONE[type]), undo }
        change(type === 'known' ? { known: true } : {})
      }),
  }

  host.frame.addEventListener('pointerenter', () => listener.entered())
  host.frame.addEventListener('pointerleave', () => listener.left())

  const surface: Surface = {
    host: host.element,
    prefetch: (wanted) => void cards.get(ofTarget(wanted)).catch(() => undefined),
    open(wanted, by: Opener, theme) {
      stopFollowing()
      stopKeys()
      if (!focused()) before = document.activeElement
      target = wanted
      path = [ofTarget(wanted)]
      pinned = false
      notice = null
      if (theme === 'auto') delete host.element.dataset.theme
      else host.element.dataset.theme = theme
      host.frame.classList.remove('open')
      const request = path[0]
      const ready = load()
      void Promise.race([ready, new Promise((resolve) => setTimeout(resolve, PATIENCE + 10))]).then(
        () => {
          if (path[0] !== request) return
          host.show(wanted.context)
          stopKeys = listenForKeys(host.element, host.root, () => listener.closed())
          startFollowing()
          if (by === 'keyboard') focusWhenVisible(host.frame)
        },
      )
    },
    close() {
      const returning = focused()
      path = []
      target = null
      pinned = false
      stopFollowing()
      stopKeys()
      stopFollowing = stopKeys = () => {}
      host.frame.classList.remove('open')
      if (told === undefined) host.hide()
      render(null, host.frame)
      if (returning && before instanceof HTMLElement) before.focus({ preventScroll: true })
      before = null
    },
    tell(words, visible) {
      host.show(target?.context ?? null)
      host.status.classList.toggle('shown', visible)
      host.status.textContent = words
      clearTimeout(told)
      told = setTimeout(() => {
        told = undefined
        host.status.classList.remove('shown')
        host.status.textContent = ''
        if (!target) host.hide()
      }, TOLD)
    },
    forget: () => cards.clear(),
    remove() {
      surface.close()
      clearTimeout(told)
      host.hide()
      host.element.remove()
    },
  }
  return surface
}

/** The archive's search for a name that has no entry. */
const named = (name: string) => ({ view: 'archive', query: `"${name.replaceAll('"', '')}"` })

/** The frame is invisible, and cannot take the focus, until it has its place. */
function focusWhenVisible(frame: HTMLElement, tries = 30): void {
  frame.focus({ preventScroll: true })
  const root = frame.getRootNode()
  if (tries > 0 && root instanceof ShadowRoot && !root.activeElement)
    requestAnimationFrame(() => focusWhenVisible(frame, tries - 1))
}
