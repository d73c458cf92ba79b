/** What the popup and the side panel show of a tab. */

import * as v from 'valibot'
import browser from 'webextension-polyfill'
import { saveArticle } from '../../lib/archive/save'
import { mayJoin, savedAt, savedState } from '../../lib/archive/saved-state'
import { ExtractedArticle } from '../../lib/article/extracted'
import { entityLine } from '../../lib/cards/entity-line'
import type { PageState, SavedState, TermLine } from '../../lib/messages'
import { siteState } from '../../lib/page/site-state'
import { NEWS_SITES } from '../../lib/page/sites'
import { rankTerms } from '../../lib/page/terms'
import type { PageTerm } from '../../lib/page-marks'
import { db, engine, seeded } from './glossary'
import type { Handlers } from './router'
import { extract } from './saving'
import { loadSettings } from './settings-store'
import { askTab, findTab, inject, webAddress } from './tabs'

/** The news site's pattern in the manifest: there the reader expects marks without pressing. */
const newsSite = (url: URL): string | undefined =>
  NEWS_SITES.find((pattern) => url.href.startsWith(pattern.replace(/\*$/, '')))

/** Asked before anything runs: opening the popup lets us into the tab, which is not the same. */
async function mayRead(url: URL): Promise<boolean> {
  try {
    return await browser.permissions.contains({ origins: [newsSite(url) ?? `${url.origin}/*`] })
  } catch {
    return false
  }
}

/** What a save would take now; null where it would find no article, or may not look. */
export async function extracted(tab: number): Promise<ExtractedArticle | null> {
  const article = v.safeParse(ExtractedArticle, await extract(tab).catch(() => null))
  return article.success ? article.output : null
}

/**
 * Saved, and the same as what stands on the page now? A further page of an article that the reader
 * keeps is joined with it here, when it is opened. A private window's is only offered, and one of
 * which it is not certain (`mayJoin`).
 */
export async function stateOf(
  tab: number,
  article: ExtractedArticle | null,
  url: string,
): Promise<SavedState> {
  if (!article) return savedAt(db, url)
  const state = await savedState(db, article)
  if (state.state !== 'next-page') return state
  const opened = await findTab(tab)
  if (opened?.incognito !== false) return state
  if (!(await mayJoin(db, state.article, opened.url ?? '', article))) return state
  await saveArticle(db, await engine(), article)
  const now = await savedState(db, article)
  return now.state === 'saved' ? { ...now, joined: state.page } : now
}

/** Distinct entities of the page with what they are, most telling first. */
async function termLines(found: readonly PageTerm[]): Promise<TermLine[]> {
  await seeded()
  const ranked = rankTerms(found)
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
  const url = tab?.url && URL.canParse(tab.url) ? new URL(tab.url) : null
  const host = url?.hostname ?? ''
  const off = (await loadSettings()).sitesOff.includes(host)
  const web = tab !== null && webAddress(tab) !== null
  const granted = url !== null && web && (await mayRead(url))
  let page = web && !off ? await askTab(id, 'content:page', {}) : null
  // A tab that was open before we had access has no script of ours yet.
  if (!page && !off && granted && (await inject(id))) page = await askTab(id, 'content:page', {})
  const expected = url !== null && newsSite(url) !== undefined
  const seen = siteState({ url, off, granted, expected, page: page?.state ?? null })
  if (seen.state === 'restricted') return seen
  if (seen.state === 'not-article') return { state: 'not-article', host, granted }
  if (seen.state === 'failed') return { state: 'failed', reason: page?.reason ?? '', granted }
  if (seen.state !== 'ready') return { state: seen.state, host }
  if (!page) return { state: 'failed', reason: '', granted }
  const { terms: found, url: address } = page
  const article = await extracted(id)
  const [terms, saved] = await Promise.all([termLines(found), stateOf(id, article, address)])
  return {
    state: 'ready',
    host,
    granted,
    title: article?.title ?? page.title,
    url: address,
    publishedAt: article?.publishedAt ?? page.publishedAt,
    terms,
    saved,
    truncated: article?.truncated ?? false,
    cut: page.cut,
  }
}

export const page: Pick<Handlers, 'page'> = {
  page: ({ tab }) => pageState(tab),
}
