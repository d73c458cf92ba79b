/** What a page's marks need: mentions, and what the reader follows and knows among them. */
import type { ReaderEvidence } from '../../lib/annotation'
import { readerEvidence } from '../../lib/archive/corrections'
import { mayBeSaved, savedAt } from '../../lib/archive/saved-state'
import { showSavedState } from './badge'
import { db, engine } from './glossary'
import { stateInTab } from './page-state'
import { publishedIn } from './published-in'
import type { Handlers } from './router'

const NO_EVIDENCE: ReaderEvidence = { wrongHere: [], wrongElsewhere: [], hidden: [] }

/** Where storage is refused a page is still marked, only without what the reader said. */
const or = <T>(fallback: T, wanted: Promise<T>): Promise<T> => wanted.catch(() => fallback)

async function followed(): Promise<string[]> {
  const targets = (await db.follows.toArray()).map(({ target }) => target)
  return targets.flatMap((target) => (target.type === 'entity' ? [target.entity] : []))
}

async function known(): Promise<string[]> {
  const rows = await db.corrections.where('type').equals('known').toArray()
  return rows.flatMap((row) => (row.type === 'known' ? [row.entity] : []))
}

export const marks: Pick<Handlers, 'annotate' | 'saved-state'> = {
  async annotate({ document: read }, { tab }) {
    const publishedAt = read.publishedAt ?? (tab === null ? null : await publishedIn(tab))
    const document = { ...read, publishedAt }
    const [reader, follows, knows, opened] = await Promise.all([
      or(NO_EVIDENCE, readerEvidence(db, document.url)),
      or([], followed()),
      or([], known()),
      engine(),
    ])
    const { mentions, locals } = opened.mentions(document, reader)
    const here = new Set(mentions.map(({ entity }) => entity))
    return {
      mentions,
      locals,
      publishedAt,
      glossary: opened.version,
      followed: follows.filter((id) => here.has(id)),
      known: knows.filter((id) => here.has(id)),
    }
  },

  async 'saved-state'({ url }, { tab }) {
    // Only a page that may be saved is worth the reading of it that tells whether it has changed.
    const look = tab !== null && (await mayBeSaved(db, url))
    const state = look ? await stateInTab(tab, url) : await savedAt(db, url)
    if (tab !== null) await showSavedState(tab, state)
    return state
  },
}
