import type { SearchHit } from '../lib/messages'
import { formatDay } from './format-date'
import { Snippet } from './Snippet'
import { useRoving } from './use-roving'
import './SearchHits.css'

interface Props {
  hits: readonly SearchHit[]
  onOpen: (article: string) => void
}

/** Saved articles that a search found, with the words around the hit. */
export function SearchHits({ hits, onOpen }: Props) {
  const list = useRoving<HTMLUListElement>({ main: true })
  return (
    <ul class="hits" lang="ja" ref={list}>
      {hits.map((hit) => (
        <li key={hit.article}>
          <button type="button" class="hit" data-item onClick={() => onOpen(hit.article)}>
            <span class="hit__title phrase">{hit.title}</span>
            <span class="hit__meta figures">
              {[hit.publisher, formatDay(hit.publishedAt)].filter(Boolean).join(' · ')}
            </span>
            {hit.snippet && (
              <span class="hit__snippet">
                <Snippet text={hit.snippet} marks={hit.marks} />
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}
