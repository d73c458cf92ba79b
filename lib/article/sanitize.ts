/**
 * The only place where text becomes HTML. Every string is escaped, every address is checked, and no
 * element or attribute comes from a page: what a publisher wrote can only ever be text.
 */
import type { Block, Run } from './document'
import { safeImage, safeLink } from './safe-blocks'

/** Text for between tags or inside a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"'`]/g, (unit) => `&#${unit.charCodeAt(0)};`)

/** A link that tells its target nothing about the reader; the bare inside where there is no safe address. */
export const linkHtml = (address: string | null, inner: string): string =>
  address ? `<a href="${escapeHtml(address)}" rel="noreferrer noopener">${inner}</a>` : inner

function runHtml({ text, ruby, href, mark }: Run, base: string): string {
  let inner = escapeHtml(text).replace(/\n/g, '<br>')
  if (ruby) inner = `<ruby>${inner}<rp>（</rp><rt>${escapeHtml(ruby)}</rt><rp>）</rp></ruby>`
  if (mark) inner = mark === 'strong' ? `<strong>${inner}</strong>` : `<em>${inner}</em>`
  return href ? linkHtml(safeLink(href, base), inner) : inner
}

const runsHtml = (runs: readonly Run[], base: string): string =>
  runs.map((run) => runHtml(run, base)).join('')

/** A picture is a link to where it is: a kept page opens without asking the network for anything. */
function blockHtml(block: Exclude<Block, { kind: 'item' }>, base: string): string {
  switch (block.kind) {
    case 'heading': {
      const level = Math.min(6, Math.max(2, Math.trunc(block.level)))
      return `<h${level}>${runsHtml(block.runs, base)}</h${level}>`
    }
    case 'paragraph':
      return `<p>${runsHtml(block.runs, base)}</p>`
    case 'quote':
      return `<blockquote><p>${runsHtml(block.runs, base)}</p></blockquote>`
    case 'figure': {
      const name = escapeHtml(block.image.alt || '図')
      const picture = linkHtml(safeImage(block.image.src, base), name)
      return `<figure>${picture}<figcaption>${runsHtml(block.runs, base)}</figcaption></figure>`
    }
    case 'table': {
      const rows = block.rows.map(
        (row) => `<tr>${row.map((cell) => `<td>${runsHtml(cell, base)}</td>`).join('')}</tr>`,
      )
      return `<table>${rows.join('')}</table>`
    }
  }
}

/**
 * An article's blocks as HTML, safe to write into a file or to parse anywhere.
 *
 * @param base address against which relative links are read; links other than http, https and
 * mailto, and pictures other than http and https, lose their address
 */
export function articleHtml(blocks: readonly Block[], base: string): string {
  const parts: string[] = []
  /** Lists that are open, outermost first. */
  const open: ('ol' | 'ul')[] = []
  const close = (depth: number) => {
    while (open.length > depth) parts.push(`</li></${open.pop()}>`)
  }
  for (const block of blocks) {
    if (block.kind !== 'item') {
      close(0)
      parts.push(blockHtml(block, base))
      continue
    }
    const list = block.ordered ? 'ol' : 'ul'
    const depth = Math.min(block.depth, open.length)
    close(depth + 1)
    if (open[depth] && open[depth] !== list) close(depth)
    parts.push(open[depth] ? '</li><li>' : `<${list}><li>`, runsHtml(block.runs, base))
    open[depth] = list
  }
  close(0)
  return parts.join('\n')
}
