/** Searching what was saved. */
import { IndexedSearch } from '../../lib/archive/search/indexed-search'
import { db } from './glossary'
import type { Handlers } from './router'

const index = new IndexedSearch(db)

/** How many saved articles have this very name in them. */
export const countNaming = async (name: string): Promise<number> =>
  (await index.query({ text: `"${name.replaceAll('"', '')}"`, limit: 1 })).total

export const archive: Pick<Handlers, 'search'> = {
  async search({ query, limit }) {
    const { hits, total } = await index.query({ text: query, limit })
    return { hits, total }
  },
}
