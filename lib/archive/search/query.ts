/**
 * The language of queries: words, phrases, AND, OR, NOT, and filters by name.
 *
 * `安保 会談` both; `"White House"` or `「首脳会談」` as it stands; `米中 OR 日中` either; `-朝鮮` or
 * `NOT 朝鮮` without; `(日米 OR 日中) 会談` grouped; `媒体:NHK`, `以降:2026-01`, `以前:2026-03-31`
 * (also `site:`, `after:`, `before:`) filter. Anything that is no such sentence is read as words:
 * no input is an error while it is being typed.
 */
import { japanDay } from '../day'
import { standsAlone } from './borders'
import { BORDER, foldForSearch } from './fold'

export type Query =
  | { type: 'term'; text: string }
  | { type: 'and' | 'or'; of: Query[] }
  | { type: 'not'; of: Query }

export interface ParsedQuery {
  /** null where nothing is asked but filters: everything. */
  query: Query | null
  /** Words too short to be looked for: single kana and letters. */
  ignored: string[]
  publisher: string | null
  /** Days as `japanDay` gives them, both included. */
  from: number | null
  to: number | null
}

type Token =
  | { type: 'word' | 'phrase'; text: string }
  | { type: 'and' | 'or' | 'not' | 'open' | 'close' }

const QUOTED = /^(?:["“”＂]([^"“”＂]*)(?:["“”＂]|$)|「([^」]*)(?:」|$)|『([^』]*)(?:』|$))/
const OPERATOR = /^(AND|OR|NOT|ＡＮＤ|ＯＲ|ＮＯＴ|&&?|＆|\|\|?|｜)(?=[\s(（"“「『]|$)/u
const MINUS = /^[-－−‐](?=[^\s\d-])/u
const WORD = /^[^\s()（）"“”＂「」『』]+/u
const OPERATORS: Record<string, 'and' | 'or' | 'not'> = { AND: 'and', OR: 'or', NOT: 'not' }

function tokens(input: string): Token[] {
  const list: Token[] = []
  let rest = input.trimStart()
  while (rest !== '') {
    const quoted = QUOTED.exec(rest)
    const taken = quoted ?? OPERATOR.exec(rest) ?? MINUS.exec(rest) ?? WORD.exec(rest)
    const text = taken?.[0] ?? rest.slice(0, 1)
    if (quoted) list.push({ type: 'phrase', text: quoted[1] ?? quoted[2] ?? quoted[3] ?? '' })
    else list.push(plain(text, rest))
    rest = rest.slice(text.length).trimStart()
  }
  return list
}

function plain(text: string, rest: string): Token {
  if (/^[(（]$/.test(text)) return { type: 'open' }
  if (/^[)）]$/.test(text)) return { type: 'close' }
  const name = text.normalize('NFKC')
  if (name.startsWith('&') && OPERATOR.test(rest)) return { type: 'and' }
  if (name.startsWith('|') && OPERATOR.test(rest)) return { type: 'or' }
  const operator = OPERATORS[name]
  if (operator && OPERATOR.test(rest)) return { type: operator }
  if (MINUS.test(rest) && text.length === 1) return { type: 'not' }
  return { type: 'word', text }
}

const FILTER = /^(媒体|site|以降|after|以前|before)[:：](.+)$/iu

/** Reads a query. Never throws; linear in the input, of which the first 1,000 units count. */
export function parseQuery(input: string): ParsedQuery {
  const parsed: ParsedQuery = { query: null, ignored: [], publisher: null, from: null, to: null }
  const words = tokens(input.slice(0, 1_000)).filter(
    (token) => token.type !== 'word' || !takeFilter(token.text, parsed),
  )
  parsed.query = new Reader(words, parsed.ignored).any()
  return parsed
}

function takeFilter(word: string, into: ParsedQuery): boolean {
  const [, name = '', value = ''] = FILTER.exec(word) ?? []
  const key = name.toLowerCase()
  if (key === '媒体' || key === 'site') into.publisher = value
  else if (key === '以降' || key === 'after') into.from = japanDay(value)
  else if (key === '以前' || key === 'before') into.to = lastDay(value)
  return key !== ''
}

/** The last day that a date means: of a month or a year, its end. */
export function lastDay(date: string): number | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date) ?? []
  if (!year || day) return japanDay(date)
  const next = month ? Date.UTC(Number(year), Number(month)) : Date.UTC(Number(year) + 1, 0)
  return next / 86_400_000 - 1
}

/** Deepest nesting of parentheses; what lies deeper is read flat. */
const DEEPEST = 20

class Reader {
  #at = 0
  #depth = 0

  constructor(
    readonly words: readonly Token[],
    readonly ignored: string[],
  ) {}

  any(): Query | null {
    const of: (Query | null)[] = []
    do {
      of.push(this.#all())
      // A closing bracket that nothing opened is passed over.
      while (this.#depth === 0 && this.#peek() === 'close') {
        this.#at++
        of.push(this.#all())
      }
    } while (this.#take('or'))
    return group('or', of)
  }

  #all(): Query | null {
    const of: (Query | null)[] = []
    for (let next = this.#peek(); next && next !== 'or' && next !== 'close'; next = this.#peek()) {
      if (!this.#take('and')) of.push(this.#one())
    }
    return group('and', of)
  }

  #one(): Query | null {
    const token = this.words[this.#at++]
    if (token?.type === 'not') {
      const of = this.#peek() && this.#peek() !== 'close' ? this.#one() : null
      return of && { type: 'not', of }
    }
    if (token?.type === 'open') {
      if (this.#depth >= DEEPEST) return null
      this.#depth++
      const inner = this.any()
      this.#take('close')
      this.#depth--
      return inner
    }
    return token && 'text' in token ? this.#term(token.text) : null
  }

  #term(written: string): Query | null {
    const text = foldForSearch(written).text.replaceAll(BORDER, ' ').trim()
    if (text.length >= 2 || standsAlone(text)) return { type: 'term', text }
    if (text !== '') this.ignored.push(written)
    return null
  }

  #peek = (): Token['type'] | undefined => this.words[this.#at]?.type

  #take(type: Token['type']): boolean {
    if (this.#peek() !== type) return false
    this.#at++
    return true
  }
}

function group(type: 'and' | 'or', parts: readonly (Query | null)[]): Query | null {
  const of = parts.filter((part) => part !== null)
  return of.length > 1 ? { type, of } : (of[0] ?? null)
}

/** The terms that a hit should show, each once: those not under a NOT. */
export function shownTerms(query: Query | null): string[] {
  if (!query || query.type === 'not') return []
  if (query.type === 'term') return [query.text]
  return [...new Set(query.of.flatMap(shownTerms))]
}

/** Every term, those under a NOT too. */
export function allTerms(query: Query | null): string[] {
  if (!query) return []
  if (query.type === 'term') return [query.text]
  return [...new Set(query.type === 'not' ? allTerms(query.of) : query.of.flatMap(allTerms))]
}
