/** The line to the worker that a page without a window holds: that page may go when it has no work. */
import { afterEach, expect, it, vi } from 'vitest'
import { CHANNEL, type Job, type ToEngine } from '../../lib/engine-port/talk'

vi.mock('webextension-polyfill', () => ({ default: {} }))

const { startEngine } = await import('../../entrypoints/background/engine-lines')

/** The browser's part: a page that answers pings and texts until it is gone. */
function browserWithPage() {
  let open: BroadcastChannel | null = null
  let made = 0
  const offscreen = {
    hasDocument: async () => open !== null,
    createDocument: async () => {
      made++
      const channel = new BroadcastChannel(CHANNEL)
      open = channel
      channel.onmessage = ({ data }) => {
        const asked = data as ToEngine
        const found = { mentions: [], locals: [] }
        if (asked.say === 'ping') channel.postMessage({ say: 'ready' })
        if (asked.say === 'read') channel.postMessage({ say: 'done', id: asked.id, found })
      }
    },
  }
  vi.stubGlobal('chrome', { offscreen })
  const leave = () => {
    open?.close()
    open = null
  }
  return { leave, made: () => made }
}

const job = (id: string): Job => ({
  say: 'read',
  id,
  what: 'mentions',
  document: { url: null, publisher: null, publishedAt: null, blocks: [] },
  reader: null,
})

afterEach(() => vi.unstubAllGlobals())

it('opens the page anew for a text that comes after it went, and the text is read', async () => {
  const page = browserWithPage()
  const heard: string[] = []
  const hear = (answer: { say: string; id?: string }) => {
    if (answer.say === 'done') heard.push(answer.id ?? '')
  }
  const line = await startEngine(hear, (reason) => heard.push(reason))
  line.post(job('first'))
  await vi.waitFor(() => expect(heard).toEqual(['first']))
  page.leave()
  line.post(job('second'))
  await vi.waitFor(() => expect(heard).toEqual(['first', 'second']))
  expect(page.made()).toBe(2)
  line.stop()
  page.leave()
})
