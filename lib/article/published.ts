/** When an article was published, out of what its page says: see `date-evidence.ts`. */
import { type DateEvidence, dateEvidenceInSteps, type PrintedDate } from './date-evidence'
import { datesIn, toInstant } from './instant'
import { articleIn, textOf } from './json-ld'
import { complete } from './steps'

/**
 * ISO day or instant of publication, or null.
 *
 * JSON-LD goes before meta, meta before what is printed: publishers keep the zone right there. Where
 * a page prints several, the one that it calls the publication's counts, and one that it calls an
 * update's only where there is no other. A printed date without a year takes it from the page's
 * address or identifiers.
 */
export function publishedFrom({ jsonLd, metas, printed, days }: DateEvidence): string | null {
  const article = articleIn(jsonLd)
  return (
    toInstant(dateOf(article.datePublished)) ??
    fromMetas(metas) ??
    fromPrinted(printed, days) ??
    toInstant(dateOf(article.dateCreated))
  )
}

/** As {@link publishedFrom}, of a page at hand. */
export const findPublished = (document: Document, url: string): string | null =>
  publishedFrom(complete(dateEvidenceInSteps(document, url)))

const dateOf = (value: unknown): string | null =>
  typeof value === 'number' ? String(value) : textOf(value)

const METAS = (
  'article:published_time og:article:published_time pubdate publishdate publish_date date dc.date ' +
  'dc.date.issued dcterms.created release_date cxenseparse:recs:publishtime'
).split(' ')

const fromMetas = (metas: DateEvidence['metas']): string | null =>
  METAS.flatMap((name) => metas.filter(({ names }) => names.toLowerCase() === name))
    .map(({ content }) => toInstant(content))
    .find((found) => found !== null) ?? null

/** Attributes that hold a date for machines. */
const VALUES =
  'datetime content data-timestamp data-time data-datetime data-published data-epoch data-date'.split(
    ' ',
  )

/** What pages call the day an article came out, and the day it was changed. */
const FIRST = /公開|掲載|配信|初出|投稿|発行|発表|発信|登録日|作成|publish|posted|issued/i
const LATER = /更新|改訂|改定|修正|変更|updated?|modif/i

/** What other days are that pages print in the same way: of a book, an event, a picture. */
const OTHER = /発売|開催|締め?切|申し?込|応募|撮影|取材|公演|上映|会期|期限|deadline|on sale/i

/** A date and what the page calls it: published (0), nothing (1), changed (2). */
interface Called {
  instant: string
  rank: number
}

function fromPrinted(printed: readonly PrintedDate[], days: readonly string[]): string | null {
  let changed: string | null = null
  const places = [...new Set(printed.map(({ place }) => place))]
  for (const place of places) {
    const found = printed
      .filter((one) => one.place === place)
      .flatMap((one) => calledDates(one, days))
    const best = Math.min(...found.map(({ rank }) => rank))
    // Where the article's own place tells of a change only, what stands elsewhere may be another's.
    const instant = found.find(({ rank }) => rank === best)?.instant
    if (instant && (best === 0 || (best === 1 && changed === null))) return instant
    if (best === 2) changed ??= instant ?? null
  }
  return changed
}

function calledDates({ attributes, text, before }: PrintedDate, days: readonly string[]): Called[] {
  const values = VALUES.map((name) => attributes[name])
  const names = ['class', 'id', 'itemprop'].map((name) => attributes[name] ?? '').join(' ')
  const around = rankOf(before) ?? rankOf(names.replace(/date/gi, ' ')) ?? 1
  const folded = text.normalize('NFKC')
  const value = values.map(toInstant).find((instant) => instant !== null)
  if (value) return [{ instant: value, rank: rankOf(folded) ?? around }]
  const dates = datesIn(folded)
  const found: Called[] = []
  let from = 0
  for (const [at, { instant, start, end }] of dates.entries()) {
    const next = dates[at + 1]?.start ?? folded.length
    const ahead = /[^\d\s:：/|・、。]{0,12}[\s:：]*$/.exec(folded.slice(from, start))?.[0] ?? ''
    const behind = /^\s*[^\d\s|・、。]{0,8}/.exec(folded.slice(end, next))?.[0] ?? ''
    const led = rankOf(ahead)
    from = end + (led === null && rankOf(behind) !== null ? behind.length : 0)
    if (led !== 0 && OTHER.test(ahead || before)) continue
    // 「3月18日に…」 is a sentence of the text, whose day is another matter.
    if (/^\s*(に|の|は|から|まで|を|が|で|も|と|、|付け)/.test(behind)) continue
    found.push({ instant, rank: led ?? rankOf(behind) ?? around })
  }
  const short = found.length === 0 ? yearless(folded, days) : null
  return short ? [{ instant: short, rank: around }] : found
}

const rankOf = (words: string): 0 | 2 | null =>
  FIRST.test(words) ? 0 : LATER.test(words) ? 2 : null

const YEARLESS = /(\d{1,2})(?:月|\/)(\d{1,2})日?[^\d]{0,6}((?:午[前後])?\d{1,2}[:時]\d{1,2})?/

function yearless(text: string, days: readonly string[]): string | null {
  const [, month = '', day = '', time = ''] = YEARLESS.exec(text) ?? []
  const year = month && yearFor(Number(month), Number(day), days)
  return year ? toInstant(`${year}年${month}月${day}日 ${time}`) : null
}

/** Year of a day that the page prints without one: that of the same day elsewhere on it, or of the nearest. */
function yearFor(month: number, day: number, days: readonly string[]): number | null {
  const wanted = (month - 1) * 31 + day
  let nearest: { year: number; apart: number } | null = null
  for (const named of days) {
    const digits = named.replace(/\D/g, '')
    const year = Number(digits.slice(0, 4))
    const apart = wanted - ((Number(digits.slice(4, 6)) - 1) * 31 + Number(digits.slice(6)))
    if (apart === 0) return year
    const turn = apart > 186 ? -1 : apart < -186 ? 1 : 0
    const found = { year: year + turn, apart: Math.abs(apart + turn * 372) }
    if (!nearest || found.apart < nearest.apart) nearest = found
  }
  return nearest?.year ?? null
}
