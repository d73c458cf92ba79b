/** Shows what the script in the page asks for, and does what the reader presses. */
import { render } from 'preact'
import type { CardActions } from '../../components/card/actions'
import type { Card } from '../../lib/card'
import { t } from '../../lib/i18n'
import type { Request } from '../../lib/messages'
import type { FromFrame, ToFrame } from '../../lib/page/card-talk'
import { send } from '../../lib/send'
import { CardStore, ofTerm } from './card-store'
import { correct, type Done, follow } from './deeds'
import { Height } from './height'
import { listenForKeys } from './keys'
import { type Notice, Panel, type PanelState } from './Panel'
import { Sight } from './sight'

/** Milliseconds: a card that comes sooner shows no skeleton. */
const PATIENCE = 150

export function serve(port: MessagePort): void {
  const frame = document.createElement('div')
  frame.className = 'frame'
  frame.tabIndex = -1
  frame.setAttribute('role', 'dialog')
  const status = document.createElement('div')
  status.className = 'status'
  status.setAttribute('role', 'status')
  document.body.append(frame, status)

  const cards = new CardStore()
  const height = new Height(frame)
  let turn = 0
  /** The way back: requests, the last one shown. */
  let path: Request<'card'>[] = []
  let shown: PanelState = { state: 'loading' }
  let pinned = false
  let notice: Notice | null = null

  const say = (words: FromFrame) => port.postMessage(words)
  const questions = new Map<number, (seen: boolean) => void>()
  const askPage = (strictly: boolean) =>
    new Promise<boolean>((resolve) => {
      const ask = questions.size === 0 ? 1 : Math.max(...questions.keys()) + 1
      questions.set(ask, resolve)
      say({ say: 'seen?', ask, strictly })
    })
  const sight = new Sight(frame, askPage)

  const draw = () => {
    const name = shown.state === 'ready' ? shown.card.headword : path.at(-1)?.mention?.headword
    frame.setAttribute('aria-label', t('cardLabel', name ?? ''))
    frame.setAttribute('aria-busy', String(shown.state === 'loading'))
    render(
      <Panel
        shown={shown}
        first={path.length === 1}
        pinned={pinned}
        notice={notice}
        actions={actions}
        back={back}
        pin={pin}
        close={() => say({ say: 'close' })}
      />,
      frame,
    )
  }
  const become = (next: PanelState) => {
    const had = frame.contains(document.activeElement)
    shown = next
    draw()
    // What had the focus may be gone with the old card.
    if (had && !frame.contains(document.activeElement)) frame.focus({ preventScroll: true })
  }
  const grow = (px: number) =>
    say({ say: 'size', turn, height: px, ready: shown.state !== 'loading' })

  /** Loads the last request of the path; an answer to one that is no longer shown is dropped. */
  const load = async () => {
    const request = path.at(-1)
    if (!request) return
    const wanted = () => path.at(-1) === request
    sight.restart()
    const plainly = (next: PanelState) => {
      if (!wanted()) return
      become(next)
      grow(height.plain())
    }
    const late = setTimeout(() => plainly({ state: 'loading' }), PATIENCE)
    const { plain, own } = cards.get(request)
    try {
      const card = await plain
      clearTimeout(late)
      plainly({ state: 'ready', card })
      const mine = await own
      if (!wanted()) return
      become({ state: 'ready', card: mine })
      height.own()
    } catch {
      clearTimeout(late)
      plainly({ state: 'failed', retry: () => void load() })
    }
  }
  const go = (next: Request<'card'>[]) => {
    path = next
    notice = null
    void load()
  }
  const back = () => go(path.slice(0, -1))
  const pin = (on: boolean) => {
    pinned = on
    draw()
    say({ say: 'pin', on })
  }
  const change = (part: Partial<Card>) => {
    cards.clear()
    if (shown.state === 'ready') become({ state: 'ready', card: { ...shown.card, ...part } })
    else draw()
  }
  const notify = (next: Notice | null) => {
    notice = next
    draw()
  }

  /** A failed action is told, and nothing on the card pretends that it was done. */
  const attempt = (action: () => Promise<unknown>) =>
    void action().catch(() => notify({ words: t('cardFailedDeed') }))
  /** A deed that changes what the reader keeps: only on a card that is seen, and with a way back. */
  const deed = (act: () => Promise<Done>) =>
    attempt(async () => {
      if (!(await sight.clear())) return notify({ words: t('cardNotSeen') })
      const { words, change: after, undo } = await act()
      const takeBack = () =>
        attempt(async () => {
          if (!(await sight.clear())) return
          notice = null
          change(await undo())
        })
      notice = { words, undo: takeBack }
      change(after)
    })
  const library = (request: Request<'open-library'>) => attempt(() => send('open-library', request))

  const card = (): Card | null => (shown.state === 'ready' ? shown.card : null)
  const subject = (): string => card()?.id ?? ''
  const actions: CardActions = {
    open: (term) => {
      const from = path[0]
      if (from) go([...path, ofTerm(term, from)])
    },
    follow: (on) => deed(() => follow(subject(), on)),
    showSaved: () => {
      const { id, headword } = card() ?? {}
      if (id) library({ view: 'archive', id })
      else if (headword) library(named(headword))
    },
    showTimeline: () => library({ view: 'timeline', id: subject() }),
    showArticle: (id) => library({ view: 'read', id }),
    correct: (type) => {
      const { mention, url } = path[0] ?? {}
      if (type === 'wrong') {
        const entity = mention?.entity ?? null
        deed(() => correct({ type, url: url ?? '', form: mention?.surface ?? '', entity }))
      } else deed(() => correct({ type, entity: subject() }))
    },
  }

  // Only what the reader does themselves is heard; nothing that anybody made up.
  const forged = (event: Event) => {
    if (event.isTrusted) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  for (const type of ['click', 'keydown', 'keyup']) addEventListener(type, forged, true)
  listenForKeys(() => say({ say: 'close' }))
  frame.addEventListener('toggle', () => grow(height.now()), true)

  const hear = (words: ToFrame) => {
    switch (words.say) {
      case 'open':
        turn = words.turn
        pinned = false
        document.documentElement.dataset.theme = words.theme === 'auto' ? '' : words.theme
        go([words.card])
        if (words.focus) frame.focus({ preventScroll: true })
        return
      case 'prefetch':
        cards.get(words.card).own.catch(() => undefined)
        return
      case 'close':
        path = []
        return render(null, frame)
      case 'forget':
        return cards.clear()
      case 'tell':
        status.textContent = words.words
        return
      case 'seen': {
        questions.get(words.ask)?.(words.seen)
        questions.delete(words.ask)
      }
    }
  }
  port.onmessage = ({ data }) => hear(data as ToFrame)
  say({ say: 'ready' })
}

/** The archive's search for a name that has no entry. */
const named = (name: string): Request<'open-library'> => ({
  view: 'archive',
  query: `"${name.replaceAll('"', '')}"`,
})
