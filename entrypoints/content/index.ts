/** The script in the page: reads and paints. What it shows beyond marks is injected when needed. */
import { browser } from 'wxt/browser'
import { defineContentScript } from 'wxt/utils/define-content-script'
import type { ContentRequestName, ContentRequests } from '../../lib/messages'
import { NEWS_SITES } from '../../lib/page/sites'
import { Session } from './session'
import './marks.css'

const KEY = Symbol.for('bunmyaku.session')
const shared = globalThis as { [KEY]?: Session }

type Answers = {
  [N in ContentRequestName]?: (
    session: Session,
    request: ContentRequests[N]['request'],
  ) => Promise<ContentRequests[N]['answer']>
}

const answers: Answers = {
  'content:page': (session) => session.page(),
  'content:refresh': async (session) => {
    await session.refresh()
    return {}
  },
  'content:read-anyway': async (session) => {
    await session.readAnyway()
    return {}
  },
  'content:command': async (session, { command }) => {
    await session.command(command)
    return {}
  },
}

export default defineContentScript({
  matches: NEWS_SITES,
  runAt: 'document_end',
  main() {
    // Injected by hand into a page that it serves already.
    if (shared[KEY]) {
      void shared[KEY].refresh()
      return
    }
    const session = new Session()
    shared[KEY] = session
    browser.runtime.onMessage.addListener((message, sender, respond) => {
      if (sender.id !== browser.runtime.id) return false
      const { name, request } = message as { name: ContentRequestName; request: never }
      const answer = answers[name]
      if (!answer) return false
      answer(session, request).then(respond, () => respond(undefined))
      return true
    })
    void session.start()
  },
})
