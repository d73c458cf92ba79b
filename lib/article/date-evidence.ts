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
  /** Its attributes: some are written for machines, others say «update». */
  attributes: Record<string, string>
  text: string
  /** What stands just before it, as a label would. */
  before: string
}

export interface DateEvidence {
  /** Scripts of JSON-LD that speak of dates. */
  jsonLd: string[]
  /** Meta elements that speak of days: the names they go by, and what they say. */
  metas: { names: string; content: string }[]
  printed: PrintedDate[]
  /** Days that addresses and identifiers of the page name, `2026-03-19` or `20260319`, the page's own address first. */
  days: string[]
}

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

const DAY = /(?<!\d)20\d{2}[-/]?(?:0[1-9]|1[0-2])[-/]?(?:0[1-9]|[12]\d|3[01])(?!\d)/g

/** Longest that is looked at of a place, of a label, of a script of JSON-LD, in UTF-16 units. */
const TEXT = 300
const LABEL = 16
const SCRIPT = 100_000

function attributesOf(element: Element): Record<string, string> {
  const names: string[] = get(element, 'getAttributeNames').call(element)
  return Object.fromEntries(
    names.slice(0, 30).map((name) => [name, attribute(element, name).slice(0, TEXT)]),
  )
}

/** Everything of a page that may say when it was published. */
export function* dateEvidenceInSteps(document: Document, url: string): Steps<DateEvidence> {
  const found: PrintedDate[] = []
  for (const [place, selector] of PLACES.entries()) {
    yield
    for (const element of queryAll(document, selector).slice(0, 20)) {
      const one = printed(element, place)
      if (/\d|[〇一二三]/.test(one.text + Object.values(one.attributes).join())) found.push(one)
    }
  }
  yield
  const metas = queryAll(document, 'meta[content]').map(attributesOf)
  const said = queryAll(document, 'body[id], [data-date], a[href], img[src], meta[content]')
  const named = said.slice(0, 400).flatMap((element) => Object.values(attributesOf(element)))
  return {
    jsonLd: jsonLdTexts(document)
      .filter((text) => text.length <= SCRIPT && /"date(Published|Created)"/.test(text))
      .slice(0, 5),
    metas: metas
      .map(({ content = '', property, name, itemprop }) => ({
        names: property || name || itemprop || '',
        content,
      }))
      .filter(({ names }) => /date|time|creat/i.test(names))
      .slice(0, 40),
    printed: found,
    days: [...new Set([url, ...named].flatMap((one) => one.match(DAY) ?? []))].slice(0, 60),
  }
}

function printed(element: Element, place: number): PrintedDate {
  const headline = query(element, 'h1')
  const whole = plainText(element).slice(0, 2_000)
  const title = headline ? plainText(headline) : ''
  const from = title && matches(element, 'main, article') ? whole.indexOf(title) : -1
  const text = whole.slice(from < 0 ? 0 : from + title.length).slice(0, TEXT)
  const sibling = get(element, 'previousElementSibling')
  const before = sibling ? plainText(sibling) : parentText(element, whole)
  return {
    place,
    attributes: attributesOf(element),
    text,
    before: before.length > LABEL ? '' : before,
  }
}

/** What its parent says before it, as in `<p>更新：<time>`. */
function parentText(element: Element, own: string): string {
  const parent = closest(element, ':not(main, article, body) > *') && get(element, 'parentElement')
  const text = parent ? plainText(parent).slice(0, TEXT) : ''
  return text.slice(0, Math.max(0, text.indexOf(own)))
}
