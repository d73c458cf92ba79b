/** What a page's marks need: the mentions, less those that the reader wants taken off. */
import type { ReaderEvidence } from '../../lib/annotation'
import { readerEvidence } from '../../lib/archive/corrections'
import { mayBeSaved, savedAt } from '../../lib/archive/saved-state'
import { withinLimit } from '../../lib/page/limit'
import { showSavedState } from './badge'
import { db, engine } from './glossary'
import { extracted, stateOf } from './page-state'
import { publishedIn } from './published-in'
import type { Handlers } from './router'

const NO_EVIDENCE: ReaderEvidence = { wrongHere: [], wrongElsewhere: [], hidden: [] }

/** Where storage is refused a page is still marked, only without what the reader said. */
const or = <T>(fallback: T, wanted: Promise<T>): Promise<T> => wanted.catch(() => fallback)

export const marks: Pick<Handlers, 'annotate' | 'saved-state'> = {
  async annotate({ document }, { tab }) {
    const publishedAt = document.publishedAt ?? (tab === null ? null : await publishedIn(tab))
    const reader = await or(NO_EVIDENCE, readerEvidence(db, document.url))
    const opened = await engine()
    const { blocks, cut } = withinLimit(document.blocks)
    const read = { ...document, publishedAt, blocks }
    const { mentions, locals } = await opened.mentions(read, reader, { tab })
    return { mentions, locals, publishedAt, glossary: opened.version, cut }
  },

  async 'saved-state'({ url }, { tab }) {
    // Every article is read once more, as for a save, whether it is kept or not: a page that measures
    // its own thread would else see in that which of its articles its reader keeps.
    const article = tab === null ? null : await extracted(tab)
    const look = tab !== null && article !== null && (await mayBeSaved(db, url))
    const state = look ? await stateOf(tab, article, url) : await savedAt(db, url)
    if (tab !== null) await showSavedState(tab, state)
    // Shown on the button, where no page sees it.
    return {}
  },
}
