/** The archive's lines, a page at a time: what was asked for stands, more comes when it is wanted. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { countArticles, listArticles, PAGE } from '../../../lib/archive/list'
import { IndexedSearch } from '../../../lib/archive/search/indexed-search'
import type { SearchRequest } from '../../../lib/archive/search/port'
import { db } from '../database'
import type { ArticleLine } from './ArticleList'

const search = new IndexedSearch(db)

export interface Lines {
  lines: ArticleLine[]
  /** All that there are, those not read yet included; null while they are being counted. */
  total: number | null
}

export type LinesState =
  | { state: 'loading' }
  | ({ state: 'done' } & Lines)
  | { state: 'failed'; error: unknown }

/** The lines that follow `before`: of a search, or of the whole archive where `request` is null. */
async function nextLines(
  request: SearchRequest | null,
  before: readonly ArticleLine[],
  limit: number,
): Promise<Lines> {
  if (!request) {
    const after = before.at(-1)?.article
    const articles = await listArticles(db, { limit, ...(after && { after }) })
    const lines = articles.map((article) => ({ article, snippet: null }))
    return { lines, total: articles.length < limit ? before.length + articles.length : null }
  }
  const { hits, total } = await search.query({ ...request, offset: before.length, limit })
  const rows = await db.articles.bulkGet(hits.map(({ article }) => article))
  const lines = hits.flatMap((hit, at) => {
    const article = rows[at]
    const snippet = request.text ? { text: hit.snippet, marks: hit.marks } : null
    return article ? [{ article, snippet }] : []
  })
  return { lines, total }
}

const withTotalOf = (old: LinesState, next: LinesState): LinesState =>
  old.state === 'done' && next.state === 'done' && next.total === null
    ? { ...next, total: old.total }
    : next

export interface UsedLines {
  lines: LinesState
  /** Reads the next page; nothing happens while one is being read or where there is none. */
  more: () => void
  /** Reads anew what has been read so far. */
  again: () => void
  /** Takes a line out at once: its article is being deleted. */
  without: (id: string) => void
}

/** @param request as a JSON text, so that an equal one asks nothing anew; `null` for everything. */
export function useLines(request: string): UsedLines {
  const [lines, setLines] = useState<LinesState>({ state: 'loading' })
  const turn = useRef(0)
  /** Counts what was asked anew: a total is that of one asking, however many pages were read since. */
  const asking = useRef(0)
  const reading = useRef(false)
  /** Articles that are being deleted: what was asked for before may still bring them. */
  const gone = useRef(new Set<string>())
  const read = useCallback(
    (before: readonly ArticleLine[], limit: number) => {
      const own = ++turn.current
      const asked = before.length === 0 ? ++asking.current : asking.current
      reading.current = true
      nextLines(JSON.parse(request), before, limit)
        .then(
          (next): LinesState => ({
            state: 'done',
            ...next,
            lines: [...before, ...next.lines].filter(
              ({ article }) => !gone.current.has(article.id),
            ),
          }),
          (error: unknown): LinesState => ({ state: 'failed', error }),
        )
        .then(async (state) => {
          if (own !== turn.current) return
          reading.current = false
          // A total that was counted before stands until it is counted anew.
          setLines((old) => (before.length > 0 ? withTotalOf(old, state) : state))
          if (state.state !== 'done' || state.total !== null || before.length > 0) return
          const total = await countArticles(db)
          if (asked === asking.current)
            setLines((now) => (now.state === 'done' ? { ...now, total } : now))
        })
    },
    [request],
  )
  useEffect(() => {
    read([], PAGE)
    return () => {
      turn.current++
      asking.current++
    }
  }, [read])
  const so: Lines = lines.state === 'done' ? lines : { lines: [], total: 0 }
  return {
    lines,
    more: () => {
      if (!reading.current && so.lines.length < (so.total ?? Number.POSITIVE_INFINITY))
        read(so.lines, PAGE)
    },
    again: () => {
      gone.current.clear()
      read([], Math.max(PAGE, so.lines.length + 1))
    },
    without: (id) => {
      gone.current.add(id)
      const left = so.lines.filter(({ article }) => article.id !== id)
      if (left.length < so.lines.length)
        setLines({ state: 'done', lines: left, total: so.total && so.total - 1 })
    },
  }
}
