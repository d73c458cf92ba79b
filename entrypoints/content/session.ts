/** One page: read, marked, followed, until the page or the extension goes. */
import { blockText } from '../../lib/article/block-text'
import { get } from '../../lib/article/dom'
import { type ReadPage, readPage } from '../../lib/article/read-page'
import type { LocalEntity, Mention } from '../../lib/linking/mention'
import type { ContentRequests } from '../../lib/messages'
import { fingerprint } from '../../lib/page/fingerprint'
import { planPainting } from '../../lib/page/painting-plan'
import { rangesOf } from '../../lib/page/ranges'
import { sectionsOf } from '../../lib/page/sections'
import type { Settings } from '../../lib/settings'
import { alive, ask } from './ask'
import { CardLink, targetOf } from './card-link'
import { Hover } from './hover'
import { watchPage } from './page-changes'
import { type Mark, Painter } from './painter'
import { watchPointer } from './pointer'
import { readAnyway } from './read-anyway'
import { Steps } from './steps'
import { watchTouch } from './touch'

type PageAnswer = ContentRequests['content:page']['answer']
type Read = Pick<ReadPage, 'blocks' | 'document'>

/** What the engine said of a text. */
interface Found {
  of: string
  mentions: Mention[]
  locals: LocalEntity[]
  followed: ReadonlySet<string>
  known: ReadonlySet<string>
}

export class Session {
  readonly #painter = new Painter()
  readonly #steps = new Steps(this.#painter)
  readonly #end = new AbortController()
  #settings: Settings | null = null
  #read: Read | null = null
  #found: Found | null = null
  #failure: string | null = null
  /** The reader asked for this page, whatever it looks like. */
  #anyway = false
  #turn = 0

  readonly #hover = new Hover({
    prefetch: (mark) => {
      const target = targetOf(mark, this.#page())
      if (target) void this.#card.load().then((port) => port?.prefetch(target))
    },
    open: (mark, by) => {
      const target = targetOf(mark, this.#page())
      if (!target) return
      this.#painter.activate(mark)
      void this.#card.load().then((port) => {
        // The pointer may have gone while the script was on its way.
        if (port && this.#hover.open === mark)
          port.open(target, by, this.#settings?.theme ?? 'auto')
      })
    },
    close: () => {
      this.#painter.activate(this.#steps.current)
      this.#card.close()
    },
  })

  readonly #card = new CardLink({
    entered: () => this.#hover.on({ type: 'card-enter' }),
    left: () => this.#hover.on({ type: 'card-leave' }),
    closed: () => this.#hover.on({ type: 'close' }),
    pinned: (on) => this.#hover.on({ type: 'pin', on }),
  })

  /** Reads and marks the page, and stays with it. */
  async start(): Promise<void> {
    const { signal } = this.#end
    watchPointer(this.#painter, this.#hover, this.#card.owns, signal)
    watchTouch(this.#painter, this.#hover, this.#card.owns, signal)
    watchPage(() => this.#follow(), this.#card.owns, signal)
    window.addEventListener('focus', () => this.#stillWanted(), { signal })
    window.addEventListener('pageshow', (event) => event.persisted && void this.refresh(), {
      signal,
    })
    // An update leaves this script behind without a word; a page that is looked at finds out soon.
    const heart = setInterval(() => this.#stillWanted(), 5_000)
    signal.addEventListener('abort', () => clearInterval(heart))
    await this.refresh()
    const url = this.#read?.document.url
    if (url) await ask('saved-state', { url, hash: null }).catch(() => undefined)
  }

  /** Settings, follows or corrections have changed: everything is asked for anew. */
  async refresh(): Promise<void> {
    if (!this.#stillWanted()) return
    this.#found = null
    this.#card.forget()
    try {
      this.#settings = await ask('settings', {})
      this.#hover.dwell = this.#settings.dwell
      await this.#mark()
    } catch (error) {
      this.#failure = String(error)
      this.#stillWanted()
    }
  }

  readAnyway(): Promise<void> {
    this.#anyway = true
    return this.refresh()
  }

  page(): PageAnswer {
    const { document: read, blocks } = this.#read ?? {}
    const title = blocks?.[0]?.block.kind === 'heading' ? blockText(blocks[0].block) : ''
    const state = this.#off()
      ? 'site-off'
      : this.#failure !== null
        ? 'failed'
        : read
          ? 'ready'
          : 'not-article'
    return {
      state,
      title: title || get(document, 'title'),
      url: read?.url ?? location.href,
      publishedAt: read?.publishedAt ?? null,
      mentions: this.#found?.mentions ?? [],
      truncated: false,
      reason: this.#failure,
    }
  }

  async command(name: ContentRequests['content:command']['request']['command']): Promise<void> {
    if (name === 'open-card') {
      const mark = this.#steps.current ?? this.#steps.step(1)?.mark
      if (mark) this.#hover.on({ type: 'open', target: mark, by: 'keyboard' })
      return
    }
    this.#hover.on({ type: 'close' })
    const step = this.#steps.step(name === 'next-term' ? 1 : -1)
    if (step) (await this.#card.load())?.step(step.mark.mention.headword, step.number, step.count)
  }

  async tell(words: string): Promise<void> {
    ;(await this.#card.load())?.tell(words, true)
  }

  /** Takes everything off the page and lets go of it. */
  stop(): void {
    this.#end.abort()
    this.#painter.takeDown()
    this.#card.remove()
  }

  #off = (): boolean => this.#settings?.sitesOff.includes(location.hostname) ?? false

  #page() {
    return {
      publishedAt: this.#read?.document.publishedAt ?? null,
      url: this.#read?.document.url ?? location.href,
      locals: this.#found?.locals ?? [],
    }
  }

  /** False, and quietly gone, once the extension is. */
  #stillWanted(): boolean {
    if (alive()) return true
    this.stop()
    return false
  }

  async #follow(): Promise<number> {
    if (!this.#stillWanted() || !this.#settings) return 0
    const start = performance.now()
    const marked = this.#mark()
    const cost = performance.now() - start
    await marked
    return cost
  }

  /** Reads the page and paints what is found. A page that says the same is not asked about again. */
  async #mark(): Promise<void> {
    const turn = ++this.#turn
    this.#failure = null
    if (this.#off() || !this.#settings) return this.#clear()
    const url = location.href
    const read = readPage(document, url) ?? (this.#anyway ? readAnyway(document, url) : null)
    if (!read) return this.#clear()
    const print = fingerprint(read.document)
    if (this.#found?.of !== print) {
      try {
        const answer = await ask('annotate', { document: read.document })
        if (turn !== this.#turn) return
        const { mentions, locals, followed, known } = answer
        this.#found = {
          of: print,
          mentions,
          locals,
          followed: new Set(followed),
          known: new Set(known),
        }
      } catch (error) {
        if (turn !== this.#turn || !this.#stillWanted()) return
        this.#failure = String(error)
        this.#found = null
        this.#painter.paint([])
        return
      }
    }
    this.#read = read
    this.#paint(read, this.#found, this.#settings)
  }

  #clear(): void {
    this.#read = null
    this.#found = null
    if (this.#painter.marks.length > 0) this.#painter.paint([])
    this.#hover.on({ type: 'close' })
  }

  #paint({ blocks, document: read }: Read, found: Found, settings: Settings): void {
    const segments = new Map(blocks.map(({ block, segments }) => [block.id, segments]))
    const plan = planPainting(found.mentions, sectionsOf(read.blocks), {
      marks: settings.marks,
      basic: settings.basic,
      followed: found.followed,
      known: found.known,
    })
    const marks: Mark[] = plan.flatMap((planned) => {
      const { block, start, end } = planned.mention
      const ranges = rangesOf(segments.get(block) ?? [], start, end)
      return ranges.length > 0 ? [{ ...planned, ranges }] : []
    })
    this.#painter.paint(marks)
  }
}
