/** Other libraries set up as well as they can be for Japanese: pairs of characters, all must match. */
import { create, insert, search } from '@orama/orama'
import { Index } from 'flexsearch'
import MiniSearch from 'minisearch'

export interface Rival {
  add(id: number, text: string): Promise<void> | void
  /** Ids of the texts it says contain the query's words. */
  find(query: string): Promise<number[]> | number[]
}

/** Pairs of characters of each run of letters; Latin words and numbers as they are. */
function pairs(text: string): string[] {
  const tokens: string[] = []
  for (const [run] of text.toLowerCase().matchAll(/[a-z0-9]+|[\p{L}\p{N}ー々〇]+/gu)) {
    if (/^[a-z0-9]+$/.test(run) || run.length < 2) tokens.push(run)
    else for (let at = 0; at < run.length - 1; at++) tokens.push(run.slice(at, at + 2))
  }
  return tokens
}

const ALL = 1_000_000

export const RIVALS: Readonly<Record<string, () => Promise<Rival> | Rival>> = {
  MiniSearch: () => {
    const index = new MiniSearch({
      fields: ['text'],
      tokenize: pairs,
      processTerm: (term) => term,
      searchOptions: { combineWith: 'AND' },
    })
    return {
      add: (id, text) => index.add({ id, text }),
      find: (query) => index.search(query).map(({ id }) => id as number),
    }
  },
  FlexSearch: () => {
    const index = new Index({ tokenize: 'strict', encode: pairs, cache: false })
    return {
      add: (id, text) => {
        index.add(id, text)
      },
      find: (query) => index.search(query, { limit: ALL }) as number[],
    }
  },
  Orama: () => {
    const db = create({
      schema: { text: 'string' } as const,
      components: {
        tokenizer: {
          language: 'japanese',
          normalizationCache: new Map(),
          tokenize: (raw: string) => [...new Set(pairs(raw))],
        },
      },
    })
    return {
      add: async (id, text) => {
        await insert(db, { id: String(id), text })
      },
      find: async (query) => {
        const { hits } = await search(db, { term: query, threshold: 0, limit: ALL })
        return hits.map(({ id }) => Number(id))
      },
    }
  },
}
