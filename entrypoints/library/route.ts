/** Where in the library one is, as the hash says: `#/read/<article>?q=日銀`. */
import { useEffect, useState } from 'preact/hooks'

export const VIEWS = [
  'archive',
  'timeline',
  'glossary',
  'follows',
  'settings',
  'storage',
  'welcome',
] as const
export type View = (typeof VIEWS)[number]

export interface Route {
  view: View
  /** The article that is open beside the view, or the glossary's entity. */
  id: string | null
  /** Search words. */
  query: string
  /** Narrows the view to what touches this entity. */
  entity: string | null
  /** Block and offset in the article at which to open it. */
  at: string | null
}

const START: Route = { view: 'archive', id: null, query: '', entity: null, at: null }

/** Never fails: a hash that says nothing opens the archive. */
export function parseRoute(hash: string): Route {
  const [path = '', params = ''] = hash.replace(/^#\/?/, '').split('?')
  // Other surfaces say `#view=read&id=…`.
  const asked = new URLSearchParams(path.includes('=') ? path : '')
  const [name = '', rest = ''] = asked.has('view') ? [asked.get('view') ?? ''] : path.split('/')
  const search = new URLSearchParams(params)
  const id = asked.get('id') ?? (decode(rest) || null)
  const route: Route = {
    ...START,
    query: search.get('q') ?? '',
    entity: search.get('entity'),
    at: search.get('at'),
  }
  if (name === 'read') return { ...route, id }
  const view = VIEWS.find((known) => known === name)
  if (!view) return route
  // Other surfaces name the entity whose archive or timeline is wanted in the path.
  if (view === 'timeline' && id?.includes('.')) return { ...route, view, entity: id }
  if (view === 'archive' && id?.includes('.')) return { ...route, view, entity: id }
  return { ...route, view, id }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

/** The hash of a route; what is not given is as at the start. */
export function hashOf(route: Partial<Route>): string {
  const { view, id, query, entity, at } = { ...START, ...route }
  const params = new URLSearchParams()
  if (query) params.set('q', query)
  if (entity) params.set('entity', entity)
  if (at) params.set('at', at)
  const name = view === 'archive' && id ? 'read' : view
  const tail = params.size > 0 ? `?${params}` : ''
  return `#/${name}${id ? `/${encodeURIComponent(id)}` : ''}${tail}`
}

/** Goes there. `replace` leaves no step behind for the back button: for what changes at each key press. */
export function go(route: Partial<Route>, how: 'push' | 'replace' = 'push'): void {
  const hash = hashOf(route)
  if (hash === location.hash) return
  if (how === 'replace') {
    history.replaceState(null, '', hash)
    dispatchEvent(new HashChangeEvent('hashchange'))
  } else location.hash = hash
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash))
  useEffect(() => {
    const onChange = () => setRoute(parseRoute(location.hash))
    addEventListener('hashchange', onChange)
    return () => removeEventListener('hashchange', onChange)
  }, [])
  return route
}
