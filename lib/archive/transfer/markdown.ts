/** An article as Markdown with front matter, as Obsidian and others read it (CommonMark, GFM tables). */
import type { Block, Run } from '../../article/document'
import type { ArticleRow, HighlightRow, RevisionRow } from '../../db/rows'
import { textsOf } from '../note-texts'

/** A JSON string is a YAML string. */
const yaml = (value: string): string => JSON.stringify(value)

function frontMatter(article: ArticleRow, revision: RevisionRow): string {
  const fields: [string, string | null][] = [
    ['title', yaml(revision.title)],
    ['url', yaml(article.url)],
    ['publisher', article.publisher && yaml(article.publisher)],
    ['author', article.byline && yaml(article.byline)],
    ['published', article.publishedAt && yaml(article.publishedAt)],
    ['modified', revision.modifiedAt && yaml(revision.modifiedAt)],
    ['saved', yaml(article.savedAt)],
    ['section', article.section && yaml(article.section)],
    ['truncated', article.truncated ? 'true' : null],
    ['tags', article.keywords.length > 0 ? `[${article.keywords.map(tag).join(', ')}]` : null],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
  return `---\n${lines.join('\n')}\n---\n`
}

/** Obsidian's tags have no spaces. */
const tag = (keyword: string): string => yaml(keyword.trim().replace(/\s+/gu, '-'))

/** What would be markup in the middle of a line; at its start there is more. */
const escapeText = (text: string): string =>
  text.replace(/[\\`*_[\]<>&~|$]/g, (unit) => (unit === '&' ? '&amp;' : `\\${unit}`))
const escapeStart = (line: string): string =>
  line.replace(/^(\s*)([#+\-=]|\d+(?=[.)]))/, (_, space: string, first: string) =>
    /\d/.test(first) ? `${space}${first}\\` : `${space}\\${first}`,
  )

const html = (text: string): string => text.replace(/[&<>"]/g, (unit) => `&#${unit.charCodeAt(0)};`)

function inline(run: Run): string {
  const plain = run.text.replace(/\s*\n\s*/g, ' ')
  let text = escapeText(plain)
  // Markdown has no ruby of its own, but lets HTML stand.
  if (run.ruby) text = `<ruby>${html(plain)}<rt>${html(run.ruby)}</rt></ruby>`
  if (run.mark && text.trim() !== '') text = run.mark === 'strong' ? `**${text}**` : `*${text}*`
  return run.href ? `[${text}](<${run.href.replace(/[<>\n]/g, encodeURIComponent)}>)` : text
}

const line = (runs: readonly Run[]): string => runs.map(inline).join('')

function block(one: Block): string {
  switch (one.kind) {
    case 'heading':
      // The title is level 1; the body's own headings stand below it.
      return `${'#'.repeat(Math.min(6, Math.max(2, one.level)))} ${line(one.runs)}`
    case 'paragraph':
      return escapeStart(line(one.runs))
    case 'item':
      return `${'  '.repeat(one.depth)}${one.ordered ? '1.' : '-'} ${line(one.runs)}`
    case 'quote':
      return `> ${line(one.runs)}`
    case 'figure':
      return `![${escapeText(one.image.alt)}](<${one.image.src.replace(/[<>\n]/g, encodeURIComponent)}>)\n\n${line(one.runs)}`.trim()
    case 'table':
      return table(one.rows.map((row) => row.map(line)))
  }
}

function table(rows: readonly string[][]): string {
  const width = Math.max(1, ...rows.map((row) => row.length))
  const written = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, i) => row[i] ?? '')
    return `| ${cells.join(' | ')} |`
  })
  const rule = `|${' --- |'.repeat(width)}`
  return [written[0] ?? '', rule, ...written.slice(1)].join('\n')
}

/** The latest revision, then the reader's note and marked passages. */
export function toMarkdown(
  article: ArticleRow,
  revision: RevisionRow,
  highlights: readonly HighlightRow[] = [],
): string {
  const body = revision.blocks.map((one, i) => {
    const tight = one.kind === 'item' && revision.blocks[i + 1]?.kind === 'item'
    return `${block(one)}${tight ? '\n' : '\n\n'}`
  })
  const notes = textsOf(article).join('\n\n---\n\n')
  const note = notes ? `## メモ\n\n${notes}\n\n` : ''
  const marked = highlights.map(
    ({ quote, ...beside }) =>
      `> ${escapeText(quote.replace(/\n/g, ' '))}\n\n${textsOf(beside)
        .map((text) => `${text}\n\n`)
        .join('')}`,
  )
  const passages = marked.length > 0 ? `## 印をつけた箇所\n\n${marked.join('')}` : ''
  const title = `# ${escapeText(revision.title)}`
  const text = `${title}\n\n${body.join('')}${note}${passages}`.trimEnd()
  return `${frontMatter(article, revision)}\n${text}\n`
}
