/** Long tasks on a page's main thread, out of a trace of the browser's own. */
import type { Page } from 'puppeteer-core'

export interface Task {
  /** Milliseconds on the clock. */
  wall: number
  /** Milliseconds of the thread's own time: what other work on the machine does not lengthen. */
  cpu: number
  /** It ran a script of the extension's. */
  ours: boolean
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Microseconds. */
  ts: number
  dur?: number
  tdur?: number
  args: { name?: string; data?: { url?: string } }
}

const CATEGORIES = [
  '-*',
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8.execute',
]
/** Scripts, and what goes on after an `await` in one, which bears no address. */
const SCRIPT = new Set(['FunctionCall', 'EvaluateScript'])
const CONTINUED = 'RunMicrotasks'

/**
 * Traces `work` and gives the tasks of the thread that lays out and runs this page. What runs in
 * none of the page's own scripts is ours, so `work` must not ask the page anything itself.
 * @param origin of the extension, `chrome-extension://…`
 */
export async function tasksDuring(
  page: Page,
  origin: string,
  work: () => Promise<void>,
): Promise<Task[]> {
  await page.tracing.start({ categories: CATEGORIES })
  await work()
  const bytes = await page.tracing.stop()
  const { traceEvents } = JSON.parse(new TextDecoder().decode(bytes)) as {
    traceEvents: TraceEvent[]
  }
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const address = page.url()
  const here = new Set(traceEvents.filter(({ args }) => args.data?.url === address).map(thread))
  const events = traceEvents.filter((event) => event.ph === 'X' && here.has(thread(event)))
  const within = (task: TraceEvent) => (event: TraceEvent) =>
    thread(event) === thread(task) && event.ts >= task.ts && event.ts < task.ts + (task.dur ?? 0)
  const scripts = events.filter(({ name }) => SCRIPT.has(name))
  const theirs = scripts.filter(({ args }) => args.data?.url === address)
  const marked = [
    ...scripts.filter(({ args }) => args.data?.url?.startsWith(origin)),
    ...events.filter(({ name }) => name === CONTINUED),
  ]
  return events.filter(isTask).map((task) => ({
    wall: (task.dur ?? 0) / 1_000,
    cpu: (task.tdur ?? 0) / 1_000,
    ours: marked.some(within(task)) && !theirs.some(within(task)),
  }))
}

const isTask = ({ name }: TraceEvent): boolean => name === 'RunTask'
