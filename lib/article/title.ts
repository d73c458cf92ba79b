/** The headline of an article, without the site's name behind it. */
import { plainText, query } from './dom'
import { jsonLdArticle, textOf } from './json-ld'
import { meta } from './meta'
import { headlineText } from './read-blocks'

const PARTED = /\s*[|｜:：]\s*|\s+[-–—‐]\s+/

/** `title` without its last parts, as long as they name the site or a section rather than the news. */
export function withoutSite(title: string, names: readonly string[]): string {
  let rest = title.trim()
  for (;;) {
    const parts = rest.split(PARTED)
    const last = parts.at(-1)?.trim() ?? ''
    const head = rest.slice(0, rest.length - last.length).replace(/[\s|｜:：–—‐-]+$/, '')
    const named = names.some((name) => name && (name.includes(last) || last.includes(name)))
    const generic =
      /^(NHK.*|.{0,8}ニュース|.{0,10}新聞.{0,6}|.{0,12}オンライン|.{0,12}デジタル|政治|経済|国際|社会)$/.test(
        last,
      )
    if (parts.length < 2 || head.length < 4 || !last || !(named || generic)) return rest
    rest = head
  }
}

/** The title as the page shows it, else as it names itself; '' where it says nothing. */
export function findTitle(document: Document, headline: Element | null): string {
  const shown = headline ? headlineText(headline) : ''
  const inHead = query(document, 'head title')
  const site = meta(document, ['og:site_name']) ?? ''
  const said =
    meta(document, ['og:title', 'twitter:title']) ??
    textOf(jsonLdArticle(document).headline) ??
    (inHead ? plainText(inHead) : '')
  return (shown || withoutSite(said, [site])).slice(0, 1_000)
}

/** 「（2/3ページ）」, 「(2ページ目)」, 「 2/3」 behind the headline of one of several pages. */
const PAGE =
  /\s*(?:[(（【［[]\s*\d{1,2}\s*(?:[/／]\s*\d{1,2}\s*(?:ページ目?)?|ページ目?)\s*[)）】］\]]|\s\d{1,2}\s*[/／]\s*\d{1,2}\s*ページ目?)$/

/** The headline without the number of its page. */
export const withoutPage = (title: string): string => title.replace(PAGE, '') || title
