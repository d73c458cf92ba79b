/** One page: read, marked, followed, until the page or the extension goes. */
import { blockText } from '../../lib/article/block-text'
import { get } from '../../lib/article/dom'
import { type ReadPage, readPageInSteps } from '../../lib/article/read-page'
import type { Steps } from '../../lib/article/steps'
import { TITLE_BLOCK } from '../../lib/article/title-block'
import type { Answers, ContentRequests } from '../../lib/messages'
import { fingerprint } from '../../lib/page/fingerprint'
import { keepMarks, type Mark } from '../../lib/page/mark'
import { type CardPort, type Command, cardPort, offerPagePort } from '../../lib/page/ports'
import { rangesOf } from '../../lib/page/ranges'
import type { PlannedMark } from '../../lib/page-marks'
import type { Settings } from '../../lib/settings'
import { alive, ask } from './ask'
import { awaitPointer } from './await-pointer'
import { inSlices } from './in-slices'
import { keepMarksThere } from './marks-stay'
import { watchPage } from './page-changes'
import { Painter } from './painter'
import { readAnyway } from './read-anyway'
import { untilRendered } from './rendered'

type Read = Pick<ReadPage, 'blocks' | 'document'>

/** Milliseconds between looks whether the extension is still there. */
const HEARTBEAT = 5_000

export class Session {
  readonly #painter = new Painter()
  readonly #end = new AbortController()
  #settings: Settings | null = null
  #read: Read | null = null
  /** What the engine said, and of which text. */
  #found: { of: string; said: Answers['page-marks'] } | null = null
  #failure: string | null = null
  /** The last reading that was begun: until it is done nobody can say what the page is. */
  #marking: Promise<unknown> = Promise.resolve()
  #card: Promise<CardPort | null> | null = null
  /** The reader asked for this page, whatever it looks like. */
  #anyway = false
  #turn = 0
  /** Address for which the toolbar button shows what is saved. */
  #shownFor: string | null = null

  /** Reads and marks the page, and stays with it. */
  async start(): Promise<void> {
    const { signal } = this.#end
    awaitPointer(this.#painter, (event) => void this.#needCard(event), signal)
    keepMarksThere(() => this.#painter.putBack(), signal)
    watchPage(
      () => this.#follow(),
      (node) => cardPort()?.owns(node) ?? false,
      signal,
    )
    window.addEventListener('focus', () => this.#stillWanted(), { signal })
    window.addEventListener('pageshow', (event) => event.persisted && void this.refresh(), {
      signal,
    })
    // An update leaves this script behind without a word.
    const heart = setInterval(() => this.#stillWanted(), HEARTBEAT)
    signal.addEventListener('abort', () => clearInterval(heart))
    await untilRendered()
    await this.refresh()
  }

  /** Settings, follows or corrections have changed: everything is asked for anew. */
  refresh(): Promise<void> {
    const refreshed = this.#refresh()
    this.#marking = refreshed
    return refreshed
  }

  async #refresh(): Promise<void> {
    if (!this.#stillWanted()) return
    this.#found = null
    cardPort()?.forget()
    try {
      this.#settings = await ask('settings', {})
      await this.#mark(this.#settings)
    } catch (error) {
      this.#failure = String(error)
      this.#stillWanted()
    }
  }

  readAnyway(): Promise<void> {
    this.#anyway = true
    return this.refresh()
  }

  /** What the popup asks: waited for, and tried again where it has failed. */
  async page(): Promise<ContentRequests['content:page']['answer']> {
    await this.#settled()
    if (this.#failure !== null) await this.refresh()
    const { document: read, blocks } = this.#read ?? {}
    const first = blocks?.[0]?.block
    const off = this.#settings !== null && isOff(this.#settings)
    const known = this.#failure === null ? (read ? 'ready' : 'not-article') : 'failed'
    return {
      state: off ? 'site-off' : known,
      title: (first?.id === TITLE_BLOCK && blockText(first)) || get(document, 'title'),
      url: read?.url ?? address(),
      publishedAt: this.#found?.said.publishedAt ?? null,
      terms: this.#found?.said.terms ?? [],
      cut: this.#found?.said.cut ?? false,
      reason: this.#failure,
    }
  }

  async command(command: Command): Promise<void> {
    const card = await this.#needCard()
    card?.command(command)
  }

  /** The card's script, injected once; null where it could not be had. */
  #needCard(first: PointerEvent | null = null): Promise<CardPort | null> {
    this.#card ??= this.#loadCard(first)
    return this.#card
  }

  async #loadCard(first: PointerEvent | null): Promise<CardPort | null> {
    const painter = this.#painter
    const article = () => ({
      publishedAt: this.#found?.said.publishedAt ?? null,
      url: this.#read?.document.url ?? address(),
      locals: this.#found?.said.locals ?? [],
    })
    offerPagePort({
      marks: () => painter.marks,
      at: (x, y) => painter.at(x, y),
      activate: (mark) => painter.activate(mark),
      settings: () => this.#settings,
      article,
      first,
      gone: this.#end.signal,
    })
    try {
      await ask('need-card', {})
      return cardPort()
    } catch {
      this.#card = null
      return null
    }
  }

  /** False once the extension is gone; then everything is taken off the page, quietly. */
  #stillWanted(): boolean {
    if (alive()) return true
    this.#end.abort()
    this.#painter.takeDown()
    return false
  }

  async #follow(): Promise<number> {
    if (!this.#stillWanted() || !this.#settings) return 0
    const marked = this.#mark(this.#settings)
    this.#marking = marked
    return marked
  }

  /** Waits for the reading that is under way, and for one that takes its place meanwhile. */
  async #settled(): Promise<void> {
    for (let turn = -1; turn !== this.#turn; ) {
      turn = this.#turn
      await this.#marking.catch(() => undefined)
    }
  }

  /**
   * Reads the page and paints what is found. A page that says the same is not asked about again.
   * @returns how many ms that took of the page's own time and of the engine's
   */
  async #mark(settings: Settings): Promise<number> {
    const turn = ++this.#turn
    const current = () => turn === this.#turn
    const url = address()
    const reading = isOff(settings) ? null : await inSlices(readArticle(url, this.#anyway), current)
    if (!current()) return 0
    const read = reading?.value
    let cost = reading?.cost ?? 0
    if (!read) {
      this.#clear()
      return cost
    }
    this.#read = read
    const print = fingerprint(read.document)
    if (this.#found?.of !== print) {
      const asked = performance.now()
      try {
        const said = await ask('page-marks', { document: read.document })
        if (!current()) return cost
        this.#found = { of: print, said }
      } catch (error) {
        if (!current() || !this.#stillWanted()) return cost
        this.#clear()
        this.#failure = String(error)
        return cost
      }
      // A page that changes without end must not keep the engine from others either.
      cost += performance.now() - asked
    }
    this.#failure = null
    const marks = await inSlices(marksOf(read, this.#found.said.marks), current)
    if (!marks) return cost
    const kept = keepMarks(this.#painter.marks, marks.value)
    if (kept) this.#painter.paint(kept)
    if (this.#shownFor !== url) {
      // The toolbar button shows whether this article is saved.
      this.#shownFor = url
      await ask('saved-state', { url }).catch(() => undefined)
    }
    return cost + marks.cost
  }

  #clear(): void {
    this.#read = null
    this.#found = null
    this.#failure = null
    this.#painter.paint([])
    this.#painter.activate(null)
    cardPort()?.close()
  }
}

function* readArticle(url: string, anyway: boolean): Steps<Read | null> {
  const read = yield* readPageInSteps(document, url)
  return read ?? (anyway ? yield* readAnyway(document, url) : null)
}

/** Marks made between two points at which the page may be let in. */
const BATCH = 32

/** The marks, where they stand in the page. */
function* marksOf({ blocks }: Read, plan: readonly PlannedMark[]): Steps<Mark[]> {
  const segments = new Map(blocks.map(({ block, segments }) => [block.id, segments]))
  const marks: Mark[] = []
  for (const [k, planned] of plan.entries()) {
    if (k % BATCH === BATCH - 1) yield
    const { block, start, end } = planned.mention
    const ranges = rangesOf(segments.get(block) ?? [], start, end)
    if (ranges.length > 0) marks.push({ ...planned, ranges })
  }
  return marks
}

/** The page's address; without its query where that is longer than a message may carry. */
const address = (): string =>
  location.href.length > 4_000
    ? (location.origin + location.pathname).slice(0, 4_000)
    : location.href

const isOff = ({ sitesOff }: Settings): boolean => sitesOff.includes(location.hostname)
