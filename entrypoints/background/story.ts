/** The story behind the article in a tab, or behind a saved one. */
import browser from 'webextension-polyfill'
import { savedAt } from '../../lib/archive/saved-state'
import type { Document } from '../../lib/article/document'
import { toDocument } from '../../lib/article/extracted'
import type { StoryOf } from '../../lib/messages'
import { type ArticleProfile, profileOf } from '../../lib/story/article'
import { type HistoryRecord, openHistory } from '../../lib/story/history'
import { readMore, readStory } from '../../lib/story/read'
import { db, engine, publications } from './glossary'
import { once } from './once'
import { extracted } from './page-state'
import { type Handlers, Refused } from './router'

/** The index that comes with the extension, opened once a worker's life. */
const historyIndex = once(async () => {
  const response = await fetch(browser.runtime.getURL('data/stories.json'))
  if (!response.ok) throw new Error('bundled file missing: stories.json')
  return openHistory((await response.json()) as HistoryRecord)
})

interface Read {
  profile: ArticleProfile
  /** The saved article that it is; null where it is not saved. */
  article: string | null
}

async function readTab(tab: number): Promise<Read> {
  const found = await extracted(tab)
  if (!found) throw new Refused({ code: 'no-tab', detail: 'no article in this tab' })
  const document = toDocument(found)
  const saved = await savedAt(db, found.url)
  return { profile: await read(document), article: 'article' in saved ? saved.article : null }
}

/** As it was read when it was saved: its mentions are kept with it. */
async function readSaved(id: string): Promise<Read> {
  const article = await db.articles.get(id)
  const revision = article && (await db.revisions.get(article.revision))
  if (!revision) throw new Refused({ code: 'failed', detail: `no such article: ${id}` })
  const { title, blocks, mentions } = revision
  const { weights } = await historyIndex()
  const profile = profileOf(toDocument({ ...article, title, blocks }), { mentions }, weights)
  return { profile, article: id }
}

const read = async (document: Document): Promise<ArticleProfile> =>
  profileOf(document, await (await engine()).mentions(document), (await historyIndex()).weights)

const readOf = (of: StoryOf): Promise<Read> =>
  of.from === 'tab' ? readTab(of.tab) : readSaved(of.article)

export const story: Pick<Handlers, 'story' | 'more-of-story'> = {
  async story({ of }) {
    const [{ profile }, history, names] = await Promise.all([
      readOf(of),
      historyIndex(),
      publications(),
    ])
    return readStory(db, profile, history, names)
  },

  async 'more-of-story'({ of }) {
    const [{ profile, article }, history, names] = await Promise.all([
      readOf(of),
      historyIndex(),
      publications(),
    ])
    return readMore(db, profile, history, names, article)
  },
}
