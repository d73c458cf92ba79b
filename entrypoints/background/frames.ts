/** Which frames in pages are cards of ours: the script that made one vouches for it. */
import { type Handlers, Refused } from './router'

/** Tokens given to the script in a tab and not used yet. A frame that is older than its worker asks anew. */
const given = new Map<string, number>()
/** A page that takes the card away makes it load again and again. */
const MOST = 200

export const frames: Pick<Handlers, 'frame-token' | 'open-frame'> = {
  async 'frame-token'(_, { tab }) {
    if (tab === null) throw new Refused({ code: 'no-tab', detail: 'asked from no page' })
    const token = crypto.randomUUID()
    given.set(token, tab)
    const oldest = given.keys().next().value
    if (given.size > MOST && oldest !== undefined) given.delete(oldest)
    return { token }
  },

  async 'open-frame'({ token }, { tab }) {
    const known = given.get(token)
    given.delete(token)
    if (known === undefined || known !== tab)
      throw new Refused({ code: 'bad-request', detail: 'not introduced' })
    return {}
  },
}
