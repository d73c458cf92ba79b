/** The one door to search: what stands behind it can change without its callers. */
import type { EntityLine } from '../../card'
import type { SearchHit } from '../../messages'
import type { Article, Revision } from '../schema'

export interface SearchFilters {
  /** Exact name of the publisher. */
  publisher?: string
  /** First and last day, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, both included. */
  from?: string
  to?: string
  /** Articles that name this entity. */
  entity?: string
  /** Articles that touch what the reader follows. */
  followed?: boolean
  /** Articles with a note or a marked passage. */
  noted?: boolean
}

export interface SearchRequest {
  /** In the language of `query.ts`; empty asks for everything that the filters leave. */
  text: string
  filters?: SearchFilters
  /** `best` is by `rank.ts`; the others by the article's day. */
  order?: 'best' | 'newest' | 'oldest'
  offset?: number
  limit?: number
}

export interface SearchAnswer {
  hits: SearchHit[]
  total: number
  /** Words that were too short to look for. */
  ignored: string[]
}

/** What a check found wrong, and put right. */
export interface CheckReport {
  /** Articles without a searchable text; they have one again. */
  missing: number
  /** Searchable texts without an article, or of an older revision; gone. */
  stale: number
  /** Pieces of an interrupted write; gone. */
  leftovers: number
  /** Segments that could not be read; their texts are searched one by one until they are built anew. */
  broken: number
}

export interface ArchiveSearch {
  /** Inside the caller's transaction: the article is found as it now stands. */
  add(article: Article, revision: Revision): Promise<void>
  /** Inside the caller's transaction: the article is not found any more. */
  remove(article: string): Promise<void>
  query(request: SearchRequest): Promise<SearchAnswer>
  /** Names of the glossary that the text may be the beginning of. */
  suggest(text: string, limit?: number): Promise<EntityLine[]>
  /** Compares index and archive, and repairs the index. Nothing of the archive is changed. */
  check(): Promise<CheckReport>
}
