/** Search over pair postings kept in IndexedDB: see docs/decisions/search.md. */
import type { EntityLine } from '../../card'
import type { BunmyakuDatabase } from '../../db/database'
import type { SearchHit } from '../../messages'
import { japanDay } from '../day'
import type { Article, Revision } from '../schema'
import { checkIndex } from './check'
import { both, matching, type TermHits, termHits } from './evaluate'
import { articlesOf, passing, readFilter } from './filter'
import { IndexReader, type LivePart } from './index-reader'
import type { ArchiveSearch, CheckReport, SearchAnswer, SearchRequest } from './port'
import { allTerms, parseQuery, type Query, shownTerms } from './query'
import { type RankedTerm, rarity, Scorer } from './rank'
import { makeSnippet } from './snippet'
import { NameIndex } from './suggest'
import { addToSearch, removeFromSearch } from './text'

/** A text that was found, before anything of it is shown. */
interface Found {
  seq: number
  day: number
  score: number
}

export class IndexedSearch implements ArchiveSearch {
  readonly #reader: IndexReader
  readonly #names: NameIndex

  constructor(readonly db: BunmyakuDatabase) {
    this.#reader = new IndexReader(db)
    this.#names = new NameIndex(db)
  }

  add(article: Article, revision: Revision): Promise<void> {
    return addToSearch(this.db, article, revision)
  }

  remove(article: string): Promise<void> {
    return removeFromSearch(this.db, article)
  }

  check(): Promise<CheckReport> {
    return checkIndex(this.db)
  }

  suggest(text: string, limit?: number): Promise<EntityLine[]> {
    return this.#names.suggest(text, limit)
  }

  query(request: SearchRequest): Promise<SearchAnswer> {
    const { db } = this
    // One view of all tables: a merge in between cannot take a segment away.
    return db.transaction(
      'r',
      [
        db.searchTexts,
        db.searchSegments,
        db.searchShards,
        db.searchDead,
        db.articles,
        db.entities,
        db.follows,
        db.claims,
      ],
      () => this.#query(request),
    )
  }

  async #query(request: SearchRequest): Promise<SearchAnswer> {
    const { text, filters = {}, order = 'best', offset = 0, limit = 50 } = request
    const parsed = parseQuery(text)
    if (!parsed.query && parsed.ignored.length > 0)
      return { hits: [], total: 0, ignored: parsed.ignored }
    const [parts, filter, named] = await Promise.all([
      this.#reader.parts(allTerms(parsed.query)),
      readFilter(this.db, parsed, filters),
      this.#named(order === 'best' ? shownTerms(parsed.query) : []),
    ])
    const found = findAll(parts, parsed.query, named, (part) =>
      passing(part.part.columns, part.live, filter),
    )
    sortFound(found, parsed.query ? order : order === 'best' ? 'newest' : order)
    const page = found.slice(offset, offset + limit)
    const hits = await this.#show(page, shownTerms(parsed.query))
    return { hits, total: found.length, ignored: parsed.ignored }
  }

  /** For each term that is an entity's name, the articles of that entity. */
  async #named(terms: readonly string[]): Promise<Map<string, ReadonlySet<string>>> {
    const entities = await this.db.entities.where('headword').anyOf(terms).toArray()
    const named = new Map<string, ReadonlySet<string>>()
    for (const { id, headword } of entities) named.set(headword, await articlesOf(this.db, [id]))
    return named
  }

  async #show(page: readonly Found[], terms: readonly string[]): Promise<SearchHit[]> {
    const texts = await this.#reader.texts(page.map(({ seq }) => seq))
    return texts.flatMap((text) => {
      if (!text) return []
      const { article, title, publisher, publishedAt, savedAt } = text.row
      return [{ article, title, publisher, publishedAt, savedAt, ...makeSnippet(text, terms) }]
    })
  }
}

function findAll(
  parts: readonly LivePart[],
  query: Query | null,
  named: ReadonlyMap<string, ReadonlySet<string>>,
  passingOf: (part: LivePart) => Uint32Array,
): Found[] {
  const terms = allTerms(query)
  const shown = shownTerms(query)
  const read = parts.map((part) => {
    const hits = new Map(terms.map((term) => [term, termHits(part.part, term)]))
    const docs = passingOf(part)
    return { part, hits, docs: query ? both(docs, matching(query, hits, docs)) : docs }
  })
  const all = parts.reduce((sum, { live }) => sum + live.length, 0)
  const units = parts.reduce((sum, { part }) => sum + (part.columns.bases.at(-1) ?? 0), 0)
  const having = (term: string) =>
    read.reduce((sum, { hits }) => sum + (hits.get(term)?.docs.length ?? 0), 0)
  const weights = shown.map((term) => rarity(Math.min(having(term), all), all))
  const today = japanDay(new Date().toISOString()) ?? 0
  return read.flatMap(({ part, hits, docs }) => {
    const { columns } = part.part
    const ranked = shown.flatMap((term, i) =>
      rankedTerm(hits.get(term), weights[i], named.get(term)),
    )
    const scorer = new Scorer(columns, ranked, units / Math.max(1, all), today)
    return Array.from(docs, (doc) => ({
      seq: columns.seqs[doc] ?? 0,
      day: columns.days[doc] ?? 0,
      score: scorer.score(doc),
    }))
  })
}

const rankedTerm = (
  hits: TermHits | undefined,
  weight = 0,
  named: ReadonlySet<string> = new Set(),
): RankedTerm[] => (hits ? [{ hits, weight, named }] : [])

function sortFound(found: Found[], order: 'best' | 'newest' | 'oldest'): void {
  const sign = order === 'oldest' ? -1 : 1
  found.sort(
    (a, b) =>
      (order === 'best' ? b.score - a.score : 0) ||
      sign * (b.day - a.day) ||
      sign * (b.seq - a.seq),
  )
}
