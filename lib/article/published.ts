/** When an article was published, as the engine needs it on the page: small, and right about zones. */
import { attribute, plainText, queryAll } from './dom'
import { toInstant } from './instant'
import { jsonLdArticle, textOf } from './json-ld'
import { meta } from './meta'

const METAS = [
  'article:published_time',
  'og:article:published_time',
  'pubdate',
  'publishdate',
  'publish_date',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'release_date',
  'cxenseparse:recs:publishtime',
]

/** Where pages print the article's own date; the first that reads as one counts. */
const PRINTED = [
  '[itemprop="datePublished"]',
  '#js-article-date, .article-date, #newsDate',
  'time[pubdate], time.published, .published time',
  'article header time, main h1 ~ * time, article h1 ~ * time, article time, main time',
  'time',
  '[class*="date" i], [class*="time" i], [id*="date" i]',
  'h1 + *, h1 + * + *, h1 + * + * + *, header + *, main, article',
]

/**
 * ISO day or instant of publication, or null.
 *
 * JSON-LD goes before meta, meta before `<time>`: publishers keep the zone right there. A printed
 * date without a year takes it from the page's address or identifiers.
 */
export function findPublished(document: Document, url: string): string | null {
  const article = jsonLdArticle(document)
  return (
    toInstant(textOf(article.datePublished)) ??
    meta(document, METAS, toInstant) ??
    printed(document, url) ??
    toInstant(textOf(article.dateCreated))
  )
}

function printed(document: Document, url: string): string | null {
  for (const selector of PRINTED)
    for (const element of queryAll(document, selector).slice(0, 20)) {
      const found =
        toInstant(attribute(element, 'datetime')) ??
        toInstant(attribute(element, 'content')) ??
        fromText(plainText(element).slice(0, 300), document, url)
      if (found) return found
    }
  return null
}

const FULL =
  /\d{4}(?:年\d{1,2}月\d{1,2}日|[/.-]\d{1,2}[/.-]\d{1,2})[^\d]{0,6}(?:(?:午[前後])?\d{1,2}[:時]\d{1,2})?/
const YEARLESS = /(\d{1,2})(?:月|\/)(\d{1,2})日?[^\d]{0,6}((?:午[前後])?\d{1,2}[:時]\d{1,2})?/

function fromText(text: string, document: Document, url: string): string | null {
  const folded = text.normalize('NFKC')
  const full = FULL.exec(folded)
  if (full) return toInstant(full[0])
  const short = YEARLESS.exec(folded)
  if (!short) return null
  const [, month = '', day = '', time = ''] = short
  const year = yearFor(Number(month), Number(day), document, url)
  return year ? toInstant(`${year}年${month}月${day}日 ${time}`) : null
}

/**
 * Year of a day that the page prints without one: that of a date with the same month and day in
 * the address, an identifier or a link of the page, or the year nearest to such a date.
 */
function yearFor(month: number, day: number, document: Document, url: string): number | null {
  const sources = [
    url,
    ...queryAll(document, 'body[id], [data-date]').flatMap((element) => [
      attribute(element, 'id'),
      attribute(element, 'data-date'),
    ]),
    ...queryAll(document, 'a[href], img[src], meta[content]')
      .slice(0, 400)
      .map(
        (element) =>
          attribute(element, 'href') || attribute(element, 'src') || attribute(element, 'content'),
      ),
  ]
  const wanted = (month - 1) * 31 + day
  let nearest: { year: number; apart: number } | null = null
  for (const source of sources)
    for (const [, year = '', m = '', d = ''] of source
      .slice(0, 2_000)
      .matchAll(/(?<!\d)(20\d{2})[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?!\d)/g)) {
      const apart = wanted - ((Number(m) - 1) * 31 + Number(d))
      if (apart === 0) return Number(year)
      const turn = apart > 186 ? -1 : apart < -186 ? 1 : 0
      const found = { year: Number(year) + turn, apart: Math.abs(apart + turn * 372) }
      if (!nearest || found.apart < nearest.apart) nearest = found
    }
  return nearest?.year ?? null
}
