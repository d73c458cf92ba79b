/**
 * What a page says about the day it was published, as it says it: gathered in the page, where bytes
 * are dear, and judged in `published.ts`, which needs no page.
 */
import { attribute, closest, get, matches, plainText, query, queryAll } from './dom'
import { jsonLdTexts } from './json-ld-texts'
import type { Steps } from './steps'

/** A place where a date may be printed. */
export interface PrintedDate {
  /** Which of the places it is (`PLACES`): a lower one is surer. */
  place: number
  /** Values of its attributes, for machines. */
  values: string[]
  text: string
  /** What stands just before it, as a label would. */
  before: string
  /** Its class, id and property: they may say «update». */
  names: string
}

export interface DateEvidence {
  /** Scripts of JSON-LD that speak of dates. */
  jsonLd: string[]
  /** Contents of meta elements, best name first. */
  metas: string[]
  printed: PrintedDate[]
  /** Days that addresses and identifiers of the page name, `2026-03-19` or `20260319`, nearest to the article first. */
  days: string[]
}

const METAS = (
  'article:published_time og:article:published_time pubdate publishdate publish_date date dc.date ' +
  'dc.date.issued dcterms.created release_date cxenseparse:recs:publishtime'
).split(' ')

/** Where pages print the article's own date. */
const PLACES = [
  '[itemprop="datePublished"]',
  '#js-article-date, .article-date, #newsDate',
  'time[pubdate], time.published, .published time',
  'article header time, main h1 ~ * time, article h1 ~ * time, article time, main time',
  'time',
  '[class*="date" i], [class*="time" i], [id*="date" i], [data-timestamp], [data-published]',
  'h1 + *, h1 + * + *, h1 + * + * + *, header + *, main, article, [role="heading"] + *, h2 + *, h4 + *',
]

const VALUES = 'datetime content data-timestamp data-time data-datetime data-published data-epoch'
const DAY = /(?<!\d)20\d{2}[-/]?(?:0[1-9]|1[0-2])[-/]?(?:0[1-9]|[12]\d|3[01])(?!\d)/g

/** Longest that is looked at of a place, of a label, of a script of JSON-LD, in UTF-16 units. */
const TEXT = 300
const LABEL = 16
const SCRIPT = 100_000

/** Everything of a page that may say when it was published. */
export function* dateEvidenceInSteps(document: Document, url: string): Steps<DateEvidence> {
  const metas = queryAll(document, 'meta[content]').map((element) => ({
    name: ['property', 'name', 'itemprop'].map((key) => attribute(element, key)).find((key) => key),
    content: attribute(element, 'content').slice(0, TEXT),
  }))
  const found: PrintedDate[] = []
  for (const [place, selector] of PLACES.entries()) {
    yield
    for (const element of queryAll(document, selector).slice(0, 20)) {
      const one = printed(element, place)
      if (one.values.length > 0 || /\d|[〇一二三]/.test(one.text)) found.push(one)
    }
  }
  yield
  return {
    jsonLd: jsonLdTexts(document)
      .filter((text) => text.length <= SCRIPT && /"date(Published|Created)"/.test(text))
      .slice(0, 5),
    metas: METAS.flatMap((wanted) =>
      metas.flatMap(({ name, content }) => (name?.toLowerCase() === wanted ? content : [])),
    ).slice(0, 20),
    printed: found,
    days: daysNamed(document, url),
  }
}

function printed(element: Element, place: number): PrintedDate {
  const values = VALUES.split(' ').flatMap((name) => attribute(element, name).slice(0, 60) || [])
  const headline = query(element, 'h1')
  const whole = plainText(element).slice(0, 2_000)
  const title = headline ? plainText(headline) : ''
  const from = title && matches(element, 'main, article') ? whole.indexOf(title) : -1
  const text = whole.slice(from < 0 ? 0 : from + title.length).slice(0, TEXT)
  const sibling = get(element, 'previousElementSibling')
  const before = sibling ? plainText(sibling) : parentText(element, whole)
  const names = ['class', 'id', 'itemprop'].map((name) => attribute(element, name)).join(' ')
  return { place, values, text, before: before.length > LABEL ? '' : before, names }
}

/** What its parent says before it, as in `<p>更新：<time>`. */
function parentText(element: Element, own: string): string {
  const parent = closest(element, ':not(main, article, body) > *') && get(element, 'parentElement')
  const text = parent ? plainText(parent).slice(0, TEXT) : ''
  return text.slice(0, Math.max(0, text.indexOf(own)))
}

function daysNamed(document: Document, url: string): string[] {
  const sources = [
    url,
    ...queryAll(document, 'body[id], [data-date]').flatMap((element) => [
      attribute(element, 'id'),
      attribute(element, 'data-date'),
    ]),
    ...queryAll(document, 'a[href], img[src], meta[content]')
      .slice(0, 400)
      .map((element) =>
        ['href', 'src', 'content'].map((name) => attribute(element, name)).find((value) => value),
      ),
  ]
  const days = sources.flatMap((source) => source?.slice(0, 2_000).match(DAY) ?? [])
  return [...new Set(days)].slice(0, 60)
}
