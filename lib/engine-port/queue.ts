/**
 * One text after another, read by an engine on another thread. What nobody waits for any more is
 * dropped, even while it is read; and nothing is read for longer than a limit.
 */
import type { Annotation, ReaderEvidence, ReadFor, Reads } from '../annotation'
import type { Document } from '../article/document'
import type { FromEngine, Job, What } from './talk'

/** Milliseconds: no text that is worth its marks takes so long. */
const LONGEST = 20_000

/** A worker that reads, as long as it is not stopped. */
export interface Line {
  post(job: Job): void
  /** Ends what it is doing, at once. */
  stop(): void
}

/** Starts a worker. `heard` gets its answers, `broken` is called where it has died. */
export type Start = (
  heard: (answer: FromEngine) => void,
  broken: (reason: string) => void,
) => Promise<Line>

/** Why a text was not read to its end. */
export class Dropped extends Error {
  override name = 'Dropped'
}

interface Waiting {
  job: Job
  tab: number | null
  resolve: (found: Annotation) => void
  reject: (error: Error) => void
}

export class EngineQueue implements Reads {
  readonly #waiting: Waiting[] = []
  #running: Waiting | null = null
  #line: Promise<Line> | null = null
  #late: ReturnType<typeof setTimeout> | undefined

  constructor(
    readonly version: string,
    readonly start: Start,
    readonly longest: number = LONGEST,
  ) {}

  annotate(document: Document, reader?: ReaderEvidence, of?: ReadFor): Promise<Annotation> {
    return this.#ask('annotate', document, reader, of)
  }

  mentions(document: Document, reader?: ReaderEvidence, of?: ReadFor): Promise<Annotation> {
    return this.#ask('mentions', document, reader, of)
  }

  /** The tab is closed, or shows another page: nothing is read for it any more. */
  drop(tab: number): void {
    for (const one of this.#waiting.filter((waiting) => waiting.tab === tab)) {
      this.#waiting.splice(this.#waiting.indexOf(one), 1)
      one.reject(new Dropped('nobody waits for it'))
    }
    if (this.#running?.tab === tab) this.#abandon('nobody waits for it')
  }

  #ask(
    what: What,
    document: Document,
    reader: ReaderEvidence | undefined,
    of: ReadFor | undefined,
  ): Promise<Annotation> {
    const tab = of?.tab ?? null
    // A page that changes is read as it is now; what it was is of no use to anybody.
    if (tab !== null) this.drop(tab)
    const job: Job = {
      say: 'read',
      id: crypto.randomUUID(),
      what,
      document,
      reader: reader ?? null,
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, tab, resolve, reject })
      void this.#next()
    })
  }

  async #next(): Promise<void> {
    const next = this.#running ? undefined : this.#waiting.shift()
    if (!next) return
    this.#running = next
    try {
      this.#line ??= this.start(
        (answer) => this.#hear(answer),
        (reason) => this.#abandon(reason),
      )
      const line = await this.#line
      // It may have been dropped while the worker started.
      if (this.#running !== next) return
      this.#late = setTimeout(() => this.#abandon('too long'), this.longest)
      line.post(next.job)
    } catch (error) {
      // Dropped meanwhile: the line is another text's by now.
      if (this.#running !== next) return
      this.#line = null
      this.#end((one) => one.reject(asError(error)))
    }
  }

  #hear(answer: FromEngine): void {
    if (answer.say === 'ready' || answer.id !== this.#running?.job.id) return
    this.#end((one) =>
      answer.say === 'done'
        ? one.resolve(answer.found as Annotation)
        : one.reject(new Error(answer.reason)),
    )
  }

  /** Stops the worker in the middle of its work; the next text gets another. */
  #abandon(reason: string): void {
    const line = this.#line
    this.#line = null
    void line?.then((started) => started.stop()).catch(() => undefined)
    this.#end((one) => one.reject(new Dropped(reason)))
  }

  #end(settle: (one: Waiting) => void): void {
    clearTimeout(this.#late)
    const done = this.#running
    this.#running = null
    if (done) settle(done)
    void this.#next()
  }
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error))
