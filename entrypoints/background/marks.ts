/** What stands in a text, less what the reader wants taken off, and what of it a page paints. */
import type { ReaderEvidence } from '../../lib/annotation'
import { readerEvidence } from '../../lib/archive/corrections'
import { mayBeSaved, savedAt } from '../../lib/archive/saved-state'
import type { Document } from '../../lib/article/document'
import { withinLimit } from '../../lib/page/limit'
import { planPainting } from '../../lib/page/painting-plan'
import { sectionsOf } from '../../lib/page/sections'
import { termsOf } from '../../lib/page/terms'
import { showSavedState } from './badge'
import { db, engine } from './glossary'
import { extracted, stateOf } from './page-state'
import { publishedIn } from './published-in'
import type { Handlers } from './router'
import { loadSettings } from './settings-store'

const NO_EVIDENCE: ReaderEvidence = { wrongHere: [], wrongElsewhere: [], hidden: [] }

/** Where storage is refused a page is still marked, only without what the reader said. */
const or = <T>(fallback: T, wanted: Promise<T>): Promise<T> => wanted.catch(() => fallback)

const NONE: ReadonlySet<string> = new Set()

async function mentionsIn(document: Document, tab: number | null) {
  const reader = await or(NO_EVIDENCE, readerEvidence(db, document.url))
  return (await engine()).mentions(document, reader, { tab })
}

export const marks: Pick<Handlers, 'annotate' | 'page-marks' | 'saved-state'> = {
  annotate: ({ document }) =>
    mentionsIn({ ...document, blocks: withinLimit(document.blocks).blocks }, null),

  async 'page-marks'({ document }, { tab }) {
    const publishedAt = document.publishedAt ?? (tab === null ? null : await publishedIn(tab))
    const { blocks, cut } = withinLimit(document.blocks)
    const { marks, basic } = await loadSettings()
    const { mentions, locals } = await mentionsIn({ ...document, publishedAt, blocks }, tab)
    // What the reader follows and knows is no page's business, and pages see marks.
    const options = { marks, basic, followed: NONE, known: NONE }
    const plan = planPainting(mentions, sectionsOf(blocks), options)
    return { marks: plan, terms: termsOf(mentions), locals, publishedAt, cut }
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
