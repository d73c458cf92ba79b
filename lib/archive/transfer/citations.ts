/** Articles as citations: CSL-JSON (1.0) for reference managers, BibTeX for papers. */
import type { Reference } from './reference'

/** One item of CSL-JSON. */
export const toCsl = (reference: Reference): Record<string, unknown> => ({
  id: reference.key,
  type: 'article-newspaper',
  title: reference.title,
  URL: reference.url,
  ...(reference.publisher && { 'container-title': reference.publisher }),
  // Bylines mix persons and desks: a literal is not cut into family and given name.
  ...(reference.author && { author: [{ literal: reference.author }] }),
  ...(reference.issued.length > 0 && { issued: { 'date-parts': [reference.issued] } }),
  accessed: { 'date-parts': [reference.accessed] },
  ...(reference.section && { section: reference.section }),
  ...(reference.keywords.length > 0 && { keyword: reference.keywords.join(', ') }),
})

const isoDay = (parts: readonly number[]): string =>
  parts.map((part) => String(part).padStart(2, '0')).join('-')

/** Characters that TeX reads as commands; what is not ASCII stays, as biblatex and modern BibTeX take it. */
const escapeTex = (text: string): string =>
  text
    .replace(
      /[\\{}]/g,
      (unit) => ({ '\\': '\\textbackslash ', '{': '\\{', '}': '\\}' })[unit] ?? '',
    )
    .replace(/[#$%&_]/g, '\\$&')
    .replace(/~/g, '\\textasciitilde ')
    .replace(/\^/g, '\\textasciicircum ')
    .replace(/\s+/gu, ' ')

/** One `@online` entry. */
export function toBibtex(reference: Reference): string {
  const [year, month] = reference.issued
  const fields: [string, string | null | undefined][] = [
    ['title', `{${escapeTex(reference.title)}}`],
    // Braces keep a byline whole: BibTeX would cut it at «and» and at commas.
    ['author', reference.author && `{${escapeTex(reference.author)}}`],
    ['organization', reference.publisher && escapeTex(reference.publisher)],
    ['date', isoDay(reference.issued) || null],
    ['year', year?.toString()],
    ['month', month?.toString()],
    ['url', reference.url.replace(/[{}\\]/g, encodeURIComponent)],
    ['urldate', isoDay(reference.accessed)],
    ['keywords', reference.keywords.map(escapeTex).join(', ') || null],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []))
  return `@online{${reference.key},\n${lines.join('\n')}\n}\n`
}
