import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../lib/annotation'
import type { Document } from '../../lib/article/document'
import { Dropped, EngineQueue, type Start } from '../../lib/engine-port/queue'
import type { FromEngine, Job } from '../../lib/engine-port/talk'

const text = (words: string): Document => ({
  url: null,
  publisher: null,
  publishedAt: null,
  blocks: [{ kind: 'paragraph', id: 'p', runs: [{ text: words }] }],
})
const found: Annotation = { mentions: [], locals: [], dates: [], events: [] }
const said = ({ document: { blocks } }: Job) =>
  blocks.map((block) => ('runs' in block ? block.runs.map((run) => run.text).join('') : '')).join()

/** A worker that answers when it is told to. */
function worker() {
  const started: { asked: Job[]; stopped: boolean; answer(words: FromEngine): void }[] = []
  const start: Start = async (heard) => {
    const one = { asked: [] as Job[], stopped: false, answer: heard }
    started.push(one)
    return {
      post: (job) => one.asked.push(job),
      stop: () => {
        one.stopped = true
      },
    }
  }
  const done = (k = started.length - 1) => {
    const one = started[k]
    one?.answer({ say: 'done', id: one.asked.at(-1)?.id ?? '', found })
  }
  return { started, start, done }
}
const settle = () => new Promise((resolve) => setTimeout(resolve))

describe('an engine on a thread of its own', () => {
  it('starts with the first text, and reads one after the other', async () => {
    const { started, start, done } = worker()
    const queue = new EngineQueue('v', start)
    expect(started).toHaveLength(0)
    const both = [queue.mentions(text('一')), queue.annotate(text('二'))]
    await settle()
    expect(started[0]?.asked.map(said)).toEqual(['一'])
    done()
    await settle()
    expect(started[0]?.asked.map((job) => [said(job), job.what])).toEqual([
      ['一', 'mentions'],
      ['二', 'annotate'],
    ])
    done()
    expect(await Promise.all(both)).toEqual([found, found])
    expect(started).toHaveLength(1)
  })

  it('stops reading for a tab that is gone, and goes on with what others wait for', async () => {
    const { started, start, done } = worker()
    const queue = new EngineQueue('v', start)
    const gone = queue.mentions(text('長い'), undefined, { tab: 1 })
    const other = queue.mentions(text('別'), undefined, { tab: 2 })
    await settle()
    queue.drop(1)
    await expect(gone).rejects.toThrow(Dropped)
    await settle()
    expect(started[0]?.stopped).toBe(true)
    expect(started[1]?.asked.map(said)).toEqual(['別'])
    done()
    expect(await other).toEqual(found)
  })

  it('reads a page as it is now and not as it was', async () => {
    const { started, start, done } = worker()
    const queue = new EngineQueue('v', start)
    const first = queue.mentions(text('前'), undefined, { tab: 1 })
    const second = queue.mentions(text('今'), undefined, { tab: 1 })
    await expect(first).rejects.toThrow(Dropped)
    await settle()
    expect(started.at(-1)?.asked.map(said)).toEqual(['今'])
    done()
    expect(await second).toEqual(found)
  })

  it('never drops a save for what happens to a tab', async () => {
    const { start, done } = worker()
    const queue = new EngineQueue('v', start)
    const save = queue.annotate(text('保存'))
    await settle()
    queue.drop(1)
    done()
    expect(await save).toEqual(found)
  })

  it('gives up on a text that takes too long, and reads the next', async () => {
    const { started, start, done } = worker()
    const queue = new EngineQueue('v', start, 5)
    await expect(queue.mentions(text('終わらない'))).rejects.toThrow('too long')
    const next = queue.mentions(text('次'))
    await settle()
    expect(started.map(({ stopped }) => stopped)).toEqual([true, false])
    done()
    expect(await next).toEqual(found)
  })

  it('starts another worker where one has died or could not be had', async () => {
    let tries = 0
    const { start, done } = worker()
    const queue = new EngineQueue('v', (heard, broken) => {
      tries++
      if (tries === 1) return Promise.reject(new Error('no worker'))
      if (tries === 2) setTimeout(() => broken('it died'))
      return start(heard, broken)
    })
    await expect(queue.mentions(text('一'))).rejects.toThrow('no worker')
    await expect(queue.mentions(text('二'))).rejects.toThrow('it died')
    const third = queue.mentions(text('三'))
    await settle()
    done()
    expect(await third).toEqual(found)
  })

  it('hears nothing from a worker that it has given up', async () => {
    const { started, start, done } = worker()
    const queue = new EngineQueue('v', start)
    const gone = queue.mentions(text('前'), undefined, { tab: 1 })
    await settle()
    queue.drop(1)
    await expect(gone).rejects.toThrow(Dropped)
    let answered = false
    const next = queue.mentions(text('次')).then(() => {
      answered = true
    })
    await settle()
    done(0)
    await settle()
    expect(answered).toBe(false)
    expect(started).toHaveLength(2)
    done(1)
    await next
  })

  it('keeps the worker of the next text where one that was dropped could not be started', async () => {
    const { started, start, done } = worker()
    let fail = () => {}
    const broken = new Promise<never>((_, reject) => {
      fail = () => reject(new Error('no worker'))
    })
    let tries = 0
    const queue = new EngineQueue('v', (...told) => (++tries === 1 ? broken : start(...told)))
    const gone = queue.mentions(text('前'), undefined, { tab: 1 })
    const now = queue.mentions(text('今'), undefined, { tab: 1 })
    await expect(gone).rejects.toThrow(Dropped)
    fail()
    await settle()
    done()
    expect(await now).toEqual(found)
    const next = queue.mentions(text('次'), undefined, { tab: 2 })
    await settle()
    done()
    expect(await next).toEqual(found)
    expect(started).toHaveLength(1)
  })
})
