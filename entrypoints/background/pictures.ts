/** «図表も保存»: the pictures of a saved article, fetched here since the popup may close meanwhile. */
import browser, { type Permissions } from 'webextension-polyfill'
import { imageHosts, keepImages } from '../../lib/archive/images'
import { db } from './glossary'
import type { Handlers } from './router'

/** Milliseconds that the reader may take to answer the browser's question. */
const THINKING = 60_000

async function hostsOf(id: string): Promise<string[]> {
  const article = await db.articles.get(id)
  const revision = article && (await db.revisions.get(article.revision))
  return revision ? imageHosts(revision) : []
}

/** Waits until the reader has permitted the hosts; false where that does not come. */
async function permitted(origins: string[]): Promise<boolean> {
  const has = () => browser.permissions.contains({ origins })
  if (await has()) return true
  return new Promise((resolve) => {
    const done = (answer: boolean) => {
      clearTimeout(late)
      browser.permissions.onAdded.removeListener(look)
      resolve(answer)
    }
    const look = async (_added: Permissions.Permissions) => {
      if (await has()) done(true)
    }
    const late = setTimeout(() => done(false), THINKING)
    browser.permissions.onAdded.addListener(look)
    // Given between the first look and the listening.
    void has().then((given) => given && done(true))
  })
}

export const pictures: Pick<Handlers, 'picture-hosts' | 'keep-pictures'> = {
  async 'picture-hosts'({ article }) {
    return { origins: await hostsOf(article) }
  },

  async 'keep-pictures'({ article }) {
    const origins = await hostsOf(article)
    if (origins.length > 0 && !(await permitted(origins))) return { result: 'refused' }
    const { kept, failed } = await keepImages(db, article)
    return { result: 'done', kept, failed: failed.length }
  },
}
