/** Searching what was saved. */
import { IndexedSearch } from '../../lib/archive/search/indexed-search'
import { db } from './glossary'
import type { Handlers } from './router'

const index = new IndexedSearch(db)

export const archive: Pick<Handlers, 'search'> = {
  async search({ query, limit }) {
    const { hits, total } = await index.query({ text: query, limit })
    return { hits, total }
  },
}
