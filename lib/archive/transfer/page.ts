/**
 * An article as a plain HTML page that stands alone: no script, no style from elsewhere, pictures as
 * links only, so that opening it tells no one. Every string is escaped, every address checked.
 */
import { safeLink } from '../../article/safe-blocks'
import { articleHtml, escapeHtml, linkHtml } from '../../article/sanitize'
import type { ArticleRow, RevisionRow } from '../../db/rows'

const STYLE =
  'body{max-width:38em;margin:2em auto;padding:0 1em;font-family:serif;line-height:1.9}h1{line-height:1.4}table{border-collapse:collapse}td{border:1px solid;padding:.2em .6em}'

/** The page of an article's latest revision. */
export function toHtmlPage(article: ArticleRow, revision: RevisionRow): string {
  const { url } = article
  const facts = [article.publisher, article.byline, article.publishedAt].filter((fact) => fact)
  const source = linkHtml(safeLink(url, url), escapeHtml(url))
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
${articleHtml(revision.blocks, url)}
</article>
</body>
</html>
`
}
