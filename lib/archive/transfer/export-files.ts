/** The archive as files for other programs: a zip of pages, or one list of citations. */
import { Zip, ZipDeflate } from 'fflate'
import type { BunmyakuDatabase } from '../../db/database'
import type { ArticleRow } from '../../db/rows'
import { toBibtex, toCsl } from './citations'
import { toMarkdown } from './markdown'
import { toHtmlPage } from './page'
import { batches, type WholeArticle, wholeArticle } from './records'
import { fileTitle, referenceOf } from './reference'
import { streamOf } from './stream'

export type PageFormat = 'markdown' | 'html'
export type CitationFormat = 'csl' | 'bibtex'

const ENDING: Record<PageFormat, string> = { markdown: 'md', html: 'html' }
const encoder = new TextEncoder()

/** Articles outside the bin, a batch at a time. */
async function* kept(db: BunmyakuDatabase): AsyncGenerator<ArticleRow[]> {
  for await (const rows of batches(db.articles, 25))
    yield rows.filter(({ deletedAt }) => deletedAt === null)
}

const written = ({ article, latest, highlights }: WholeArticle, format: PageFormat): string =>
  format === 'markdown' ? toMarkdown(article, latest, highlights) : toHtmlPage(article, latest)

/** A zip with one file an article, made as it is read. Cancelling the stream stops the reading. */
export function exportPages(
  db: BunmyakuDatabase,
  format: PageFormat,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return streamOf(zipped(db, format))
}

async function* zipped(
  db: BunmyakuDatabase,
  format: PageFormat,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const ready: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk as Uint8Array<ArrayBuffer>)
  })
  const names = new Set<string>()
  for await (const rows of kept(db)) {
    for (const { id } of rows) {
      const whole = await wholeArticle(db, id)
      if (!whole) continue
      const file = new ZipDeflate(`${fileTitle(whole.article, names)}.${ENDING[format]}`)
      zip.add(file)
      file.push(encoder.encode(written(whole, format)), true)
    }
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}

/** One text with a citation for each article. */
export function exportCitations(
  db: BunmyakuDatabase,
  format: CitationFormat,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return streamOf(cited(db, format))
}

async function* cited(
  db: BunmyakuDatabase,
  format: CitationFormat,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const keys = new Set<string>()
  let separator = format === 'csl' ? '[\n' : ''
  for await (const rows of kept(db)) {
    let text = ''
    for (const row of rows) {
      const reference = referenceOf(row, keys)
      text +=
        separator + (format === 'csl' ? JSON.stringify(toCsl(reference)) : toBibtex(reference))
      separator = format === 'csl' ? ',\n' : '\n'
    }
    yield encoder.encode(text)
  }
  if (format === 'csl') yield encoder.encode(keys.size === 0 ? '[]\n' : '\n]\n')
}
