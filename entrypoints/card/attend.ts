/** Attends to pointer, touch and keyboard on a page with marks, and shows the cards they ask for. */
import { t } from '../../lib/i18n'
import type { CardPort, PagePort } from '../../lib/page/ports'
import { Hover } from './hover'
import { watchPointer } from './pointer'
import { Steps } from './steps'
import { makeSurface } from './surface'
import { targetOf } from './target'
import { watchTouch } from './touch'

/** Milliseconds, until the reader's own is known. */
const DWELL = 300

export function attend(page: PagePort): CardPort {
  const steps = new Steps(page)
  const surface = makeSurface({
    entered: () => hover.on({ type: 'card-enter' }),
    left: () => hover.on({ type: 'card-leave' }),
    closed: () => hover.on({ type: 'close' }),
    pinned: (on) => hover.on({ type: 'pin', on }),
  })
  const hover = new Hover(() => page.settings()?.dwell ?? DWELL, {
    prefetch(mark) {
      const target = targetOf(mark, page.article())
      if (target) surface.prefetch(target)
    },
    open(mark, by) {
      const target = targetOf(mark, page.article())
      if (!target) return
      page.activate(mark)
      surface.open(target, by, page.settings()?.theme ?? 'auto')
    },
    close() {
      page.activate(steps.current)
      surface.close()
    },
  })

  const ours = (target: EventTarget | null) => target === surface.host
  watchPointer(page, hover, ours)
  watchTouch(page, hover, ours)
  page.gone.addEventListener('abort', () => surface.remove())

  return {
    command(command) {
      if (command === 'open-card') {
        const mark = steps.current ?? steps.step(1)?.mark
        if (mark) hover.on({ type: 'open', target: mark, by: 'keyboard' })
        return
      }
      hover.on({ type: 'close' })
      const step = steps.step(command === 'next-term' ? 1 : -1)
      if (step) surface.tell(t('cardStep', step.mark.mention.headword, step.number, step.count))
    },
    forget: () => surface.forget(),
    close: () => hover.on({ type: 'close' }),
    owns: (node) => node === surface.host,
  }
}
