/**
 * Takes the article out of saved pages: `npm run --silent extract -- PAGE.html... [--url URL]`.
 *
 * Prints NDJSON, one object a page: file, url, title, published, modified, byline, publisher,
 * truncated, text. A page that is no article has `title` null and an empty `text`. A file that
 * cannot be read is named on standard error and the exit code is 2; the others are still done.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { JSDOM, VirtualConsole } from 'jsdom'
import { saidAddresses } from '../lib/article/addresses'
import { believed } from '../lib/article/believed'
import { blockText } from '../lib/article/block-text'
import { decodePage } from '../lib/article/decode-page'
import { extractArticle } from '../lib/article/extract'

const { values, positionals } = parseArgs({
  options: { url: { type: 'string' } },
  allowPositionals: true,
})

/** Address that a browser wrote into the page when it was saved. */
const savedFrom = (html: string): string | null =>
  /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/.exec(html.slice(0, 4_000))?.[1] ?? null

/** A file's document; its relative addresses are read against `url`. */
const parse = (html: string, url = 'about:blank'): Document =>
  new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window.document

async function extract(file: string): Promise<object> {
  const html = decodePage(await readFile(file))
  if (html === null) throw new Error(`${file} is in no encoding that is known`)
  const url = values.url ?? saidAddresses(parse(html))[0] ?? savedFrom(html)
  const known = url && URL.canParse(url) ? url : 'about:blank'
  const found = extractArticle(parse(html, known), known)
  const article = found && believed(found)
  const body = article?.blocks.filter(({ kind }) => kind !== 'figure') ?? []
  return {
    file,
    url: url ? (article?.url ?? url) : null,
    title: article?.title ?? null,
    published: article?.publishedAt ?? null,
    modified: article?.modifiedAt ?? null,
    byline: article?.byline ?? null,
    publisher: article?.publisher ?? null,
    truncated: article?.truncated ?? false,
    text: body.map(blockText).join('\n'),
  }
}

if (!positionals.length) {
  console.error(
    'extract: give at least one page: npm run --silent extract -- PAGE.html... [--url URL]',
  )
  process.exitCode = 2
}
for (const file of positionals)
  try {
    console.log(JSON.stringify(await extract(file)))
  } catch (error) {
    console.error(`extract: ${file}: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 2
  }
