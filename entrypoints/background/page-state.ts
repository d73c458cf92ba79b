/** What the popup and the side panel show of a tab. */

import * as v from 'valibot'
import browser from 'webextension-polyfill'
import { textHash } from '../../lib/archive/hash'
import { savedState } from '../../lib/archive/saved-state'
import { ExtractedArticle } from '../../lib/article/extracted'
import { entityLine } from '../../lib/cards/entity-line'
import type { Mention } from '../../lib/linking/mention'
import type { PageState, SavedState, TermLine } from '../../lib/messages'
import { NEWS_SITES } from '../../lib/page/sites'
import { rankTerms } from '../../lib/page/terms'
import { db, seeded } from './glossary'
import type { Handlers } from './router'
import { extract } from './saving'
import { loadSettings } from './settings-store'
import { askTab, findTab, inject, webAddress } from './tabs'

async function mayRead(url: URL): Promise<boolean> {
  try {
    return await browser.permissions.contains({ origins: [`${url.origin}/*`] })
  } catch {
    return false
  }
}

/** Saved, and the same as what stands on the page now? The page is only read again where it is saved. */
async function stateOf(tab: number, url: string): Promise<SavedState> {
  const known = await savedState(db, { url, hash: null })
  if (known.state === 'new') return known
  const article = v.safeParse(ExtractedArticle, await extract(tab).catch(() => null))
  if (!article.success) return known
  return savedState(db, {
    url: article.output.url,
    addresses: article.output.addresses,
    hash: await textHash(article.output),
  })
}

/** Distinct entities of the page with what they are, most telling first. */
async function termLines(mentions: readonly Mention[]): Promise<TermLine[]> {
  await seeded()
  const ranked = rankTerms(mentions)
  const ids = ranked
    .flatMap(({ entity, refersTo }) => [entity, refersTo])
    .filter((id) => id !== null)
  const rows = await db.entities.bulkGet([...new Set(ids)])
  const entities = new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])))
  return ranked.map(({ entity, headword, kind, count, refersTo }) => {
    const holder = refersTo === null ? undefined : entities.get(refersTo)
    return {
      entity,
      headword,
      kind,
      gloss: (entity !== null && entities.get(entity)?.gloss) || '',
      count,
      refersTo: holder ? entityLine(holder) : null,
    }
  })
}

async function pageState(id: number): Promise<PageState> {
  const tab = await findTab(id)
  const url = tab && webAddress(tab)
  if (!url) return { state: 'restricted' }
  const host = url.hostname
  if ((await loadSettings()).sitesOff.includes(host)) return { state: 'site-off', host }
  let page = await askTab(id, 'content:page', {})
  // A news site without our script: a tab that was open before us, or access not given.
  if (!page && (await mayRead(url)) && (await inject(id)))
    page = await askTab(id, 'content:page', {})
  if (!page) return isNewsSite(url) ? { state: 'withheld', host } : { state: 'not-article' }
  if (page.state === 'site-off') return { state: 'site-off', host }
  if (page.state === 'not-article') return { state: 'not-article' }
  if (page.state === 'failed') return { state: 'failed', reason: page.reason ?? '' }
  const [terms, saved] = await Promise.all([termLines(page.mentions), stateOf(id, page.url)])
  return {
    state: 'ready',
    host,
    title: page.title,
    url: page.url,
    publishedAt: page.publishedAt,
    terms,
    entities: [
      ...new Set(
        page.mentions
          .flatMap(({ entity, refersTo }) => [entity, refersTo])
          .filter((x) => x !== null),
      ),
    ],
    saved,
    truncated: page.truncated,
  }
}

/** True for a site that the manifest names: there the reader expects marks without pressing. */
function isNewsSite(url: URL): boolean {
  return NEWS_SITES.some((pattern) => url.href.startsWith(pattern.replace(/\*$/, '')))
}

export const page: Pick<Handlers, 'page'> = {
  page: ({ tab }) => pageState(tab),
}
