/** The line to the document in the frame: introduced anew each time that it loads. */
import { browser } from 'wxt/browser'
import type { FromFrame, Introduction, ToFrame } from '../../lib/page/card-talk'
import { ask } from '../content/ask'

export interface FrameLine {
  /** What is said while the frame is loading is not heard: say it again when it is ready. */
  say(words: ToFrame): void
}

/** @param hear what the frame says; `ready` each time that it has loaded */
export function openLine(frame: HTMLIFrameElement, hear: (words: FromFrame) => void): FrameLine {
  let port: MessagePort | null = null

  frame.addEventListener('load', async () => {
    port?.close()
    port = null
    const { token } = await ask('frame-token', {})
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => {
      const words = data as FromFrame
      if (words.say === 'ready') port = port1
      hear(words)
    }
    // Chromium gives the frame an address that is new in each session, and then its own origin.
    const introduction: Introduction = { token }
    frame.contentWindow?.postMessage(introduction, originOf(), [port2])
  })
  frame.src = browser.runtime.getURL('/card-frame.html')

  return { say: (words) => port?.postMessage(words) }
}

/** The extension's own origin, whatever the address was under which its page was asked for. */
function originOf(): string {
  const { protocol, host } = new URL(browser.runtime.getURL('/'))
  return protocol === 'chrome-extension:'
    ? `${protocol}//${browser.runtime.id}`
    : `${protocol}//${host}`
}
