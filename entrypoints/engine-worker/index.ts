/** The engine on a thread of its own: the background's worker in Firefox, the offscreen page's in Chromium. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { openEngine } from '../../lib/engine'
import { serveEngine } from '../../lib/engine-port/serve'
import { CHANNEL } from '../../lib/engine-port/talk'

async function open() {
  // A worker knows nothing of the extension but where its own file lies.
  const response = await fetch(new URL('/data/engine.bin', location.href))
  return openEngine(new Uint8Array(await response.arrayBuffer()))
}

export default defineUnlistedScript(() => {
  const engine = open()
  serveEngine(globalThis, engine)
  // Chromium's background cannot hold a worker, and speaks with the one of another page this way.
  serveEngine(new BroadcastChannel(CHANNEL), engine)
})
