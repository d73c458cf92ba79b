/** Opens, places and closes the card on a page; what is in it is the frame's. */
import { get } from '../../lib/article/dom'
import { t } from '../../lib/i18n'
import type { Request } from '../../lib/messages'
import type { FromFrame, ToFrame } from '../../lib/page/card-talk'
import type { Opener } from '../../lib/page/dwell'
import type { Settings } from '../../lib/settings'
import { openLine } from './frame-line'
import { makeHost } from './host'
import { listenForEscape } from './keys'
import { follow } from './placement'
import type { CardTarget } from './target'
import { isUncovered } from './uncovered'

/** Milliseconds that what is read aloud stays there. */
const TOLD = 5_000

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
  /** Says something to a screen reader. */
  tell(words: string): void
  /** Forgets what was fetched. */
  forget(): void
  /** Takes the host out of the page for good. */
  remove(): void
}

/** The request for the card of a mark on the page. */
const ofTarget = ({ mention, local, publishedAt, url }: CardTarget): Request<'card'> => ({
  entity: mention.entity,
  mention,
  publishedAt,
  url,
  ...(local ? { local } : {}),
})

export function makeSurface(listener: CardListener): Surface {
  const host = makeHost(() => listener.closed())
  const { frame } = host
  let target: CardTarget | null = null
  let turn = 0
  let opening: (ToFrame & { say: 'open' }) | null = null
  let pinned = false
  let before: Element | null = null
  let stopFollowing = () => {}
  let stopKeys = () => {}
  let told: ReturnType<typeof setTimeout> | undefined

  const startFollowing = () => {
    stopFollowing()
    if (target) stopFollowing = follow(frame, target, () => listener.closed())
  }

  /** Another content has another height: unseen until it has its place, so that nothing jumps. */
  const resize = (height: number) => {
    const now = `${Math.ceil(height) + 2}px`
    if (frame.style.height === now && frame.classList.contains('open')) return
    frame.style.height = now
    if (pinned) return
    frame.classList.toggle('placing', frame.classList.contains('open'))
    startFollowing()
  }

  const hear = (words: FromFrame) => {
    switch (words.say) {
      case 'ready':
        // For the first time, or anew: the page has moved the host.
        if (opening) line.say(opening)
        return
      case 'size':
        if (!target || words.turn !== turn) return
        frame.setAttribute('aria-busy', String(!words.ready))
        // Not sooner: where a page lets no frame of ours load, the focus would be nowhere.
        if (opening?.focus && !frame.classList.contains('open'))
          frame.focus({ preventScroll: true })
        return resize(words.height)
      case 'close':
        return listener.closed()
      case 'pin':
        pinned = words.on
        frame.classList.toggle('pinned', pinned)
        // A pinned card stays where it is while the page scrolls away under it.
        stopFollowing()
        if (!pinned) startFollowing()
        return listener.pinned(pinned)
      case 'seen?':
        line.say({
          say: 'seen',
          ask: words.ask,
          seen: isUncovered(host.element, frame, words.strictly),
        })
    }
  }
  const line = openLine(frame, hear)
  frame.addEventListener('pointerenter', () => {
    // What the page has put over it since is seen before anything in it is pressed.
    if (!isUncovered(host.element, frame, true)) host.raise()
    listener.entered()
  })
  frame.addEventListener('pointerleave', () => listener.left())
  // Not shown yet; but it has time to load while the pointer rests.
  host.load()

  const surface: Surface = {
    host: host.element,
    prefetch: (wanted) => line.say({ say: 'prefetch', card: ofTarget(wanted) }),
    open(wanted, by, theme) {
      stopFollowing()
      stopKeys()
      if (!host.show(wanted.context)) return listener.closed()
      if (!host.focused()) before = get(document, 'activeElement')
      target = wanted
      pinned = false
      frame.className = theme === 'auto' ? '' : theme
      frame.setAttribute('aria-busy', 'true')
      frame.setAttribute('aria-label', t('cardLabel', wanted.mention.headword))
      stopKeys = listenForEscape(() => listener.closed())
      const focus = by === 'keyboard'
      opening = { say: 'open', turn: ++turn, card: ofTarget(wanted), theme, focus }
      line.say(opening)
    },
    close() {
      const returning = host.focused()
      target = opening = null
      pinned = false
      stopFollowing()
      stopKeys()
      stopFollowing = stopKeys = () => {}
      frame.className = ''
      if (told === undefined) host.hide()
      line.say({ say: 'close' })
      if (returning && before instanceof HTMLElement) before.focus({ preventScroll: true })
      before = null
    },
    tell(words) {
      if (!host.show(target?.context ?? null)) return
      line.say({ say: 'tell', words })
      clearTimeout(told)
      told = setTimeout(() => {
        told = undefined
        line.say({ say: 'tell', words: '' })
        if (!target) host.hide()
      }, TOLD)
    },
    forget: () => line.say({ say: 'forget' }),
    remove() {
      surface.close()
      clearTimeout(told)
      host.remove()
    },
  }
  return surface
}
