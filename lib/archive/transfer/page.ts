/**
 * An article as a plain HTML page that stands alone: no script, no style from elsewhere, pictures as
 * links only, so that opening it tells no one. Every string is escaped, every address checked.
 */
import type { Block, Run } from '../../article/document'
import { safeImage, safeLink } from '../../article/safe-blocks'
import type { ArticleRow, RevisionRow } from '../../db/rows'

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (unit) => `&#${unit.charCodeAt(0)};`)

const link = (address: string | null, inner: string): string =>
  address ? `<a href="${escapeHtml(address)}" rel="noreferrer noopener">${inner}</a>` : inner

function inline({ text, ruby, href, mark }: Run, base: string): string {
  let inner = escapeHtml(text)
  if (ruby) inner = `<ruby>${inner}<rt>${escapeHtml(ruby)}</rt></ruby>`
  if (mark) inner = mark === 'strong' ? `<strong>${inner}</strong>` : `<em>${inner}</em>`
  return href ? link(safeLink(href, base), inner) : inner
}

const line = (runs: readonly Run[], base: string): string =>
  runs.map((run) => inline(run, base)).join('')

function block(one: Block, base: string): string {
  switch (one.kind) {
    case 'heading': {
      const level = Math.max(2, one.level)
      return `<h${level}>${line(one.runs, base)}</h${level}>`
    }
    case 'paragraph':
      return `<p>${line(one.runs, base)}</p>`
    case 'item':
      return `<p class="item" style="margin-inline-start:${one.depth + 1}em">${one.ordered ? '・' : '•'} ${line(one.runs, base)}</p>`
    case 'quote':
      return `<blockquote><p>${line(one.runs, base)}</p></blockquote>`
    case 'figure': {
      const name = escapeHtml(one.image.alt || '図')
      const picture = link(safeImage(one.image.src, base), name)
      return `<figure>${picture}<figcaption>${line(one.runs, base)}</figcaption></figure>`
    }
    case 'table': {
      const rows = one.rows.map(
        (row) => `<tr>${row.map((cell) => `<td>${line(cell, base)}</td>`).join('')}</tr>`,
      )
      return `<table>${rows.join('')}</table>`
    }
  }
}

const STYLE =
  'body{max-width:38em;margin:2em auto;padding:0 1em;font-family:serif;line-height:1.9}h1{line-height:1.4}table{border-collapse:collapse}td{border:1px solid;padding:.2em .6em}'

/** The page of an article's latest revision. */
export function toHtmlPage(article: ArticleRow, revision: RevisionRow): string {
  const { url } = article
  const facts = [article.publisher, article.byline, article.publishedAt].filter((fact) => fact)
  const source = link(safeLink(url, url), escapeHtml(url))
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(revision.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<article>
<h1>${escapeHtml(revision.title)}</h1>
<p>${facts.map((fact) => escapeHtml(fact ?? '')).join(' · ')}<br>${source}</p>
${revision.blocks.map((one) => block(one, url)).join('\n')}
</article>
</body>
</html>
`
}
