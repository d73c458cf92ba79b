/** The engine on a thread of its own: the background's worker in Firefox, the offscreen page's in Chromium. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import type { Engine } from '../../lib/annotation'
import { openEngine } from '../../lib/engine'
import { serveEngine } from '../../lib/engine-port/serve'
import { CHANNEL, type ToEngine } from '../../lib/engine-port/talk'

const handedOver = (): Promise<Engine> =>
  new Promise((resolve, reject) => {
    addEventListener('message', ({ data }) => {
      const words = data as ToEngine
      if (words.say !== 'record') return
      try {
        resolve(openEngine(new Uint8Array(words.record)))
      } catch (error) {
        reject(error)
      }
    })
  })

export default defineUnlistedScript(() => {
  const engine = handedOver()
  serveEngine(globalThis, engine)
  // Chromium's background cannot hold a worker, and speaks with the one of another page this way.
  serveEngine(new BroadcastChannel(CHANNEL), engine)
})
