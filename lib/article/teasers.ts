/** Leaves out what points to other articles: runs of bare links, and what hangs on at the end. */
import type { Block, Run } from './document'

/** Second-level labels under which sites register: `co.jp`, `com.au`. */
const SECOND = /^(ac|ad|co|com|ed|edu|go|gov|gr|lg|ne|net|or|org)$/

/** Registrable part of an address' host, near enough to tell a site's own links from others. */
export function siteName(address: string): string {
  if (!URL.canParse(address)) return ''
  const labels = new URL(address).hostname.split('.')
  return labels.slice(SECOND.test(labels.at(-2) ?? '') ? -3 : -2).join('.')
}

/** A link leads to another page of the site: not elsewhere, and not to a place on its own page. */
export const leadsOn = (href: string, site: string): boolean =>
  /^https?:/i.test(href) ? siteName(href) === site : !/^(#|$|\w+:)/.test(href)

/** All of it is a link within `site`, and it is no sentence: the title of another article. */
export function isTeaser(runs: readonly Run[], site: string): boolean {
  const whole = runs.map((run) => run.text).join('')
  const linked = runs.filter((run) => run.href).reduce((sum, run) => sum + run.text.length, 0)
  if (!whole || linked <= 0.9 * whole.length || /[。．!?！？]$/.test(whole)) return false
  return runs.every(({ href }) => !href || !URL.canParse(href) || siteName(href) === site)
}

/**
 * The blocks without teasers: two or more in a row are a list of recommendations, and at the end
 * neither a teaser nor a heading has anything to say. A single one amid the text stays: it may be
 * the writer's own pointer. Where nothing but such blocks is read, all stay.
 */
export function withoutTeasers<T extends { block: Block; teaser: boolean }>(blocks: T[]): T[] {
  const kept = blocks.filter(
    ({ teaser }, at) => !teaser || !(blocks[at - 1]?.teaser || blocks[at + 1]?.teaser),
  )
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    if (!last.teaser && last.block.kind !== 'heading') return kept
    kept.pop()
  }
  return blocks
}
