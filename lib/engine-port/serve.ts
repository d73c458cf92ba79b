/** The worker's side: reads what it is asked to, one text after another. */
import type { Engine } from '../annotation'
import type { FromEngine, ToEngine } from './talk'

/** A worker's own scope, or a channel. */
export interface Side {
  postMessage(words: FromEngine): void
  addEventListener(type: 'message', hear: (event: MessageEvent) => void): void
}

/** Says `ready` when the engine is open, and whenever it is asked. */
export function serveEngine(side: Side, engine: Promise<Engine>): void {
  side.addEventListener('message', async ({ data }) => {
    const asked = data as ToEngine
    if (asked.say !== 'read' && asked.say !== 'ping') return
    try {
      const opened = await engine
      if (asked.say === 'ping') return side.postMessage({ say: 'ready' })
      const found = opened[asked.what](asked.document, asked.reader ?? undefined)
      side.postMessage({ say: 'done', id: asked.id, found })
    } catch (error) {
      if (asked.say === 'read')
        side.postMessage({ say: 'failed', id: asked.id, reason: String(error) })
    }
  })
  engine.then(
    () => side.postMessage({ say: 'ready' }),
    () => undefined,
  )
}
