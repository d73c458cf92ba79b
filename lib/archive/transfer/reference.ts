/** An article as others cite it: what CSL-JSON, BibTeX and front matter have in common. */
import type { ArticleRow } from '../../db/rows'

export interface Reference {
  /** Short, in letters that BibTeX takes as a key. */
  key: string
  title: string
  url: string
  publisher: string | null
  /** As the page had it: one string, whoever and however many they are. */
  author: string | null
  /** Year, month, day, as far as the page told. */
  issued: number[]
  /** Day of saving. */
  accessed: number[]
  section: string | null
  keywords: string[]
}

const numbers = (date: string | null): number[] =>
  (/^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date ?? '') ?? [])
    .slice(1)
    .flatMap((part) => (part === undefined ? [] : Number(part)))

/** `keys` holds the keys given so far; a second article of a name gets a letter. */
export function referenceOf(article: ArticleRow, keys: Set<string> = new Set()): Reference {
  const host = URL.canParse(article.url) ? new URL(article.url).hostname : ''
  const site = host.replace(/^www\d*\./, '').split('.')[0] || 'article'
  const issued = numbers(article.publishedAt)
  const base = `${site.replace(/[^a-z0-9]/gi, '')}${issued.map((n) => String(n).padStart(2, '0')).join('')}`
  let key = base
  for (let k = 2; keys.has(key); k++) key = `${base}-${k}`
  keys.add(key)
  const { title, url, publisher, byline: author, section, keywords } = article
  const accessed = numbers(article.savedAt)
  return { key, title, url, publisher, author, issued, accessed, section, keywords }
}

/** Only a date: what a foreign page or file called one may be a path. */
const dayOf = (date: string | null): string | undefined =>
  /^\d{4}(?:-\d{2}){0,2}(?=T|$)/.exec(date ?? '')?.[0]

/** Name of a file for the article, without its ending: day and title, in what every file system takes. */
export function fileTitle({ publishedAt, savedAt, title }: ArticleRow, taken: Set<string>): string {
  const day = dayOf(publishedAt) ?? dayOf(savedAt) ?? ''
  const plain = title
    .replace(/[\\/:*?"<>|#^[\]\p{Cc}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  const base = `${day} ${[...plain].slice(0, 60).join('')}`.trim().replace(/\.+$/, '')
  let name = base
  for (let k = 2; taken.has(name.toLowerCase()); k++) name = `${base} (${k})`
  taken.add(name.toLowerCase())
  return name
}
