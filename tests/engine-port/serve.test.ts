import { describe, expect, it } from 'vitest'
import type { Engine } from '../../lib/annotation'
import type { Document } from '../../lib/article/document'
import { serveEngine } from '../../lib/engine-port/serve'
import { SHORT, shortHere } from '../../lib/engine-port/short-here'
import type { FromEngine } from '../../lib/engine-port/talk'

const text = (length: number): Document => ({
  url: null,
  publisher: null,
  publishedAt: null,
  blocks: [{ kind: 'paragraph', id: 'p', runs: [{ text: '字'.repeat(length) }] }],
})
const named = (version: string): Engine => ({
  version,
  annotate: () => ({ mentions: [], locals: [], dates: [], events: [] }),
  mentions: () => {
    throw new Error(version)
  },
})

describe('what is asked of the engine', () => {
  it('is read where it was asked for while it is short, and elsewhere when it is long', () => {
    let made = 0
    const reads = shortHere(named('here'), () => {
      made++
      return named('elsewhere')
    })
    expect(() => reads.mentions(text(SHORT))).toThrow('here')
    expect(made).toBe(0)
    expect(() => reads.mentions(text(SHORT + 1))).toThrow('elsewhere')
    expect(made).toBe(1)
  })

  it('is answered over a line, a failure too', async () => {
    const { port1: side, port2: other } = new MessageChannel()
    const answers: FromEngine[] = []
    const heard = new Promise<void>((resolve) => {
      other.onmessage = ({ data }) => {
        answers.push(data as FromEngine)
        if (answers.length === 4) resolve()
      }
    })
    serveEngine(side, Promise.resolve(named('broken')))
    side.start()
    const job = { say: 'read', document: text(1), reader: null } as const
    other.postMessage({ say: 'ping' })
    other.postMessage({ ...job, id: '1', what: 'annotate' })
    other.postMessage({ ...job, id: '2', what: 'mentions' })
    await heard
    side.close()
    expect(answers.map((answer) => [answer.say, 'id' in answer ? answer.id : ''])).toEqual([
      ['ready', ''],
      ['ready', ''],
      ['done', '1'],
      ['failed', '2'],
    ])
  })
})
